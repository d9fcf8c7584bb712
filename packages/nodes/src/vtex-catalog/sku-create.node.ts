// Creates a SKU that must not be there yet. Born inactive: VTEX refuses a new SKU that is active.
import { UserError, type JsonObject } from '@eclusa/flow';
import { skuFields } from './sku-fields';
import { createSku, skuByRefId } from './sku-write';
import { createdId, idOf } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import { hasStatus } from '../vtex/remote';
import { target } from '../vtex/targets';
import { vtexAction, type Job } from '../vtex/vtex-action';

const { IsActive: _active, ...fields } = skuFields;

export default vtexAction({
  id: 'vtex.sku-create',
  version: 1,
  name: { en: 'Create SKU', es: 'Crear SKU', pt: 'Criar SKU' },
  help: {
    en: 'Creates a SKU of a product, inactive: VTEX activates it by itself when its first image (for a kit, its component) comes, unless you map "Activate by itself" to no. A reference code that the store has already fails the row: use "Create or update SKU" when it may be there. Whether it is a kit can never be changed. Weights in grams, sizes in centimetres; none may be 0.',
    es: 'Crea un SKU de un producto, inactivo: VTEX lo activa sola cuando llega su primera imagen (en un kit, su componente), salvo que mapee «Activar sola» con no. Un código de referencia que ya está en la tienda hace fallar la fila: use «Crear o actualizar SKU» si puede existir. Que sea kit no se puede cambiar nunca. Pesos en gramos, medidas en centímetros; ninguno puede ser 0.',
    pt: 'Cria um SKU de um produto, inativo: a própria VTEX o ativa quando chega a primeira imagem (em um kit, o componente), a menos que você mapeie "Ativar sozinho" com não. Um código de referência que já existe na loja faz a linha falhar: use "Criar ou atualizar SKU" quando ele puder existir. Ser kit não muda nunca mais. Pesos em gramas, medidas em centímetros; nenhum pode ser 0.',
  },
  keywords: ['sku', 'item', 'create', 'crear', 'criar', 'new', 'novo', 'kit', 'variação', 'variación', 'EAN'],
  area: 'catalog',
  request: createSku,
  also: [skuByRefId],
  effect: 'create',
  concurrency: 4,
  saveAs: 'sku',
  body: {
    ...fields,
    ActivateIfPossible: target.boolean({
      en: 'Activate by itself',
      es: 'Activar sola',
      pt: 'Ativar sozinho',
    }),
    IsKit: target.boolean(
      { en: 'It is a kit', es: 'Es un kit', pt: 'É um kit' },
      {
        help: {
          en: 'For good: a kit cannot become a simple SKU. Its parts are added by "Add component to kit".',
          es: 'Para siempre: un kit no puede volver a ser un SKU simple. Sus partes se agregan con «Agregar componente al kit».',
          pt: 'Para sempre: um kit não volta a ser um SKU simples. As partes são incluídas por "Incluir componente no kit".',
        },
      },
    ),
    KitItensSellApart: target.boolean({
      en: 'Parts of the kit are also sold apart',
      es: 'Las partes del kit también se venden por separado',
      pt: 'As partes do kit também são vendidas separadas',
    }),
  },
  prepare: () => ({ run: create, findExisting: (values, { store }) => find(values, store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'RefId', expression: 'codigo' },
        { target: 'ProductId', expression: '2' },
        { target: 'Name', expression: 'nome' },
        { target: 'PackagedWeightKg', expression: '900' },
        { target: 'PackagedHeight', expression: '25' },
        { target: 'PackagedWidth', expression: '20' },
        { target: 'PackagedLength', expression: '20' },
      ],
      saveAs: 'sku',
    },
    input: [{ codigo: 'S-9', nome: 'Chaleira 1,7 l' }],
    output: {
      out: [
        {
          codigo: 'S-9',
          nome: 'Chaleira 1,7 l',
          sku: { id: 4, refId: 'S-9', productId: 2, change: 'created' },
        },
      ],
    },
  },
});

const find = (values: Values, store: Job['store']) =>
  store.find(skuByRefId, { query: { RefId: String(values['RefId']) } });

async function create(values: Values, { store, existing }: Job): Promise<JsonObject> {
  const { RefId: refId = null, ProductId: productId = null } = values;
  const answer = { refId, productId, change: 'created' };
  if (existing) return { id: idOf(existing, skuByRefId), ...answer };
  try {
    const body = { ActivateIfPossible: true, ...values, IsActive: false };
    return { id: createdId(await store.send(createSku, { body }), store, createSku), ...answer };
  } catch (error) {
    if (!hasStatus(error, 409)) throw error;
    const { on, existingId } = error.values;
    if (on !== 'RefId' || typeof existingId !== 'number') throw error;
    throw new UserError('vtex.sku-exists', { values: { refId, skuId: existingId } });
  }
}
