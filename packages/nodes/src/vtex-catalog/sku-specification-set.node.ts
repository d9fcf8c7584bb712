// Sets one specification of a SKU by name. VTEX takes exactly one value and creates what is missing.
import { UserError, type Json } from '@eclusa/flow';
import { skuId } from './catalog-targets';
import { tellUnknown } from './entity-update';
import { named, valuesIn } from './named-specification';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';

const set = 'PUT /api/catalog/pvt/stockkeepingunit/{skuId}/specificationvalue';

export default vtexAction({
  id: 'vtex.sku-specification-set',
  version: 1,
  name: {
    en: 'Set specification of SKU',
    es: 'Definir especificación del SKU',
    pt: 'Definir especificação do SKU',
  },
  help: {
    en: 'Gives a SKU the value of one specification, such as Size = M, by name. A SKU takes exactly one value. VTEX creates group, specification and value that are missing, so check the spelling in a dry run: a typing error makes a new one that cannot be deleted. Send required specifications before the image, or the SKU cannot become active. To make the store notice, use "Tell the store a SKU changed" afterwards.',
    es: 'Da a un SKU el valor de una especificación, como Talla = M, por nombre. Un SKU acepta exactamente un valor. VTEX crea el grupo, la especificación y el valor que falten: revise la escritura en una simulación, porque un error de tipeo crea una nueva que no se puede eliminar. Envíe las especificaciones obligatorias antes de la imagen, o el SKU no podrá activarse. Para que la tienda lo note, use después «Avisar a la tienda que un SKU cambió».',
    pt: 'Dá a um SKU o valor de uma especificação, como Tamanho = M, pelo nome. Um SKU aceita exatamente um valor. A VTEX cria o grupo, a especificação e o valor que faltarem: confira a grafia em uma simulação, porque um erro de digitação cria uma nova que não dá para excluir. Envie as especificações obrigatórias antes da imagem, ou o SKU não poderá ficar ativo. Para a loja perceber, use depois "Avisar a loja que um SKU mudou".',
  },
  keywords: [
    'specification',
    'especificación',
    'especificação',
    'atributo',
    'cor',
    'color',
    'tamanho',
    'talla',
    'voltagem',
  ],
  area: 'catalog',
  request: set,
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'specification',
  path: { skuId },
  body: {
    ...named,
    FieldValues: target.list(
      { en: 'Value', es: 'Valor', pt: 'Valor' },
      { required: true, suggest: '$exists(cor) ? cor : "Azul"' },
    ),
  },
  prepare: () => ({
    async run(values, { store }): Promise<Json> {
      const { skuId: id, FieldName, GroupName, RootLevelSpecification = false } = values;
      const FieldValues = valuesIn(values);
      if (FieldValues.length > 1) {
        throw new UserError('vtex.sku-specification-one-value', {
          values: { name: FieldName ?? '', values: FieldValues.join(', ') },
        });
      }
      const params = { skuId: id as number };
      const body = { FieldName, GroupName, RootLevelSpecification, FieldValues };
      await tellUnknown('vtex.sku-unknown', params, () => store.send(set, { params, body }));
      return { skuId: id ?? null, name: FieldName ?? null, value: FieldValues[0] ?? null, change: 'set' };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'skuId', expression: 'sku' },
        { target: 'FieldName', expression: '"Voltagem"' },
        { target: 'GroupName', expression: '"Características"' },
        { target: 'FieldValues', expression: 'voltagem' },
      ],
      saveAs: 'specification',
    },
    input: [{ codigo: 'S-2', sku: 2, voltagem: '220V ' }],
    output: {
      out: [
        {
          codigo: 'S-2',
          sku: 2,
          voltagem: '220V ',
          specification: { skuId: 2, name: 'Voltagem', value: '220V', change: 'set' },
        },
      ],
    },
  },
});
