// Sets one specification of a product by name. VTEX creates group, field and values that are missing.
import type { Json } from '@eclusa/flow';
import { productId } from './catalog-targets';
import { readAt, tellUnknown } from './entity-update';
import { named, valuesIn } from './named-specification';
import { oneProduct, productReadOnly } from './product-write';
import { newId } from '../vtex/coerce';
import { merged } from '../vtex/entity';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';

const set = 'PUT /api/catalog/pvt/product/{productId}/specificationvalue';

export default vtexAction({
  id: 'vtex.product-specification-set',
  version: 1,
  name: {
    en: 'Set specification of product',
    es: 'Definir especificación del producto',
    pt: 'Definir especificação do produto',
  },
  help: {
    en: 'Gives a product the values of one specification, such as Material = Steel, by name. VTEX creates group, specification and values that are missing, so check the spelling in a dry run: a typing error makes a new one that cannot be deleted. The values replace those the product had in this specification. A change of specifications alone may not reach the store; "Save the product again" mends that.',
    es: 'Da a un producto los valores de una especificación, como Material = Acero, por nombre. VTEX crea el grupo, la especificación y los valores que falten: revise la escritura en una simulación, porque un error de tipeo crea una nueva que no se puede eliminar. Los valores reemplazan los que el producto tenía en esta especificación. Un cambio solo de especificaciones puede no llegar a la tienda; «Guardar de nuevo el producto» lo corrige.',
    pt: 'Dá a um produto os valores de uma especificação, como Material = Aço, pelo nome. A VTEX cria o grupo, a especificação e os valores que faltarem: confira a grafia em uma simulação, porque um erro de digitação cria uma nova que não dá para excluir. Os valores substituem os que o produto tinha nesta especificação. Uma mudança só de especificações pode não chegar à loja; "Salvar o produto de novo" corrige isso.',
  },
  keywords: [
    'specification',
    'especificación',
    'especificação',
    'atributo',
    'característica',
    'attribute',
    'ficha técnica',
  ],
  area: 'catalog',
  request: set,
  also: [`GET ${oneProduct}`, `PUT ${oneProduct}`],
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'specification',
  path: { productId },
  body: {
    ...named,
    FieldValues: target.list(
      { en: 'Values', es: 'Valores', pt: 'Valores' },
      { required: true, suggest: '$exists(cor) ? cor : "Azul"' },
    ),
  },
  options: {
    separator: {
      kind: 'text',
      default: '',
      maxLength: 5,
      name: { en: 'Split the text at', es: 'Separar el texto en', pt: 'Separar o texto em' },
      help: {
        en: 'When one text holds several values: what stands between them, such as ;',
        es: 'Cuando un texto trae varios valores: lo que los separa, por ejemplo ;',
        pt: 'Quando um texto traz vários valores: o que os separa, como ;',
      },
    },
    touch: {
      kind: 'toggle',
      default: false,
      name: {
        en: 'Save the product again',
        es: 'Guardar de nuevo el producto',
        pt: 'Salvar o produto de novo',
      },
      help: {
        en: 'Reads and writes the product as it is, so that the store takes over the specification. Two more calls for each row.',
        es: 'Lee y escribe el producto como está, para que la tienda tome la especificación. Dos llamadas más por fila.',
        pt: 'Lê e grava o produto como está, para a loja assumir a especificação. Duas chamadas a mais por linha.',
      },
    },
  },
  prepare: ({ config }) => ({
    async run(values, { store }): Promise<Json> {
      const { productId: id, FieldName, GroupName, RootLevelSpecification = false } = values;
      const separator = typeof config['separator'] === 'string' ? config['separator'] : '';
      const FieldValues = valuesIn(values, separator);
      const params = { productId: id as number };
      const body = { FieldName, GroupName, RootLevelSpecification, FieldValues };
      await tellUnknown('vtex.product-unknown', params, () => store.send(set, { params, body }));
      if (config['touch'] === true && id !== newId) {
        const product = await readAt({ path: oneProduct, params, unknown: 'vtex.product-unknown' }, store);
        await store.send(`PUT ${oneProduct}`, { params, body: merged(product, {}, productReadOnly) });
      }
      return { productId: id ?? null, name: FieldName ?? null, values: FieldValues, change: 'set' };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'productId', expression: 'produto' },
        { target: 'FieldName', expression: '"Acabamento"' },
        { target: 'GroupName', expression: '"Características"' },
        { target: 'FieldValues', expression: 'acabamento' },
      ],
      separator: ';',
      saveAs: 'specification',
    },
    input: [{ produto: 1, acabamento: 'Inox; Preto' }],
    output: {
      out: [
        {
          produto: 1,
          acabamento: 'Inox; Preto',
          specification: { productId: 1, name: 'Acabamento', values: ['Inox', 'Preto'], change: 'set' },
        },
      ],
    },
  },
});
