// Creates or updates a product by its RefId: read, merge, write only what changed. It never sends an id of its own.
import type { JsonObject } from '@eclusa/flow';
import { differs, existingField, idOf, merged, type Change, type EntityId } from '../vtex/entity';
import { newId } from '../vtex/coerce';
import type { Values } from '../vtex/mapping';
import { productFields } from './product-fields';
import {
  createProduct,
  findProduct,
  insertProduct,
  oneProduct,
  productByRefId,
  withoutFor,
} from './product-write';
import type { Store } from '../vtex/store';
import { vtexAction, type Job } from '../vtex/vtex-action';

export default vtexAction({
  id: 'vtex.product-upsert',
  version: 1,
  name: {
    en: 'Create or update product',
    es: 'Crear o actualizar producto',
    pt: 'Criar ou atualizar produto',
  },
  help: {
    en: 'Finds the product by its reference code; creates it when there is none, else changes only what differs. VTEX replaces the whole product on every update, so it is read first and all you did not map stays as it is. A product needs at least one SKU before it can be sold. The store’s search and pages show a change seconds to minutes later.',
    es: 'Busca el producto por su código de referencia; lo crea si no existe y, si existe, cambia solo lo que difiere. VTEX reemplaza el producto entero en cada actualización, por eso primero se lee y todo lo que usted no mapeó se conserva. Un producto necesita al menos un SKU para poder venderse. La búsqueda y las páginas de la tienda muestran un cambio segundos o minutos después.',
    pt: 'Localiza o produto pelo código de referência; cria quando não existe e, quando existe, muda só o que difere. A VTEX substitui o produto inteiro a cada atualização, por isso ele é lido antes e tudo o que você não mapeou fica como está. Um produto precisa de pelo menos um SKU para ser vendido. A busca e as páginas da loja mostram uma mudança segundos ou minutos depois.',
  },
  keywords: ['product', 'producto', 'produto', 'catalogue', 'catálogo', 'RefId', 'cadastro'],
  area: 'catalog',
  request: createProduct,
  also: [
    'GET /api/catalog_system/pvt/products/productgetbyrefid/{refId}',
    'GET /api/catalog/pvt/product/{productId}',
    'PUT /api/catalog/pvt/product/{productId}',
  ],
  effect: 'create',
  // Parallel catalogue writes run into deadlocks at VTEX, so few at once.
  concurrency: 4,
  saveAs: 'product',
  body: productFields,
  options: { existing: existingField },
  prepare({ config }) {
    const keep = config['existing'] === 'keep';
    return {
      run: (values, job) => upsert(values, job, keep),
      findExisting: (values, { store }) => findProduct(values, store),
    };
  },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'RefId', expression: 'codigo' },
        { target: 'Name', expression: 'descricao' },
        { target: 'CategoryId', expression: '1' },
        { target: 'BrandId', expression: '2000000' },
      ],
      saveAs: 'product',
    },
    input: [{ codigo: 'P-1', descricao: 'Cafeteira 15 xícaras' }],
    output: {
      out: [
        {
          codigo: 'P-1',
          descricao: 'Cafeteira 15 xícaras',
          product: { id: 1, refId: 'P-1', change: 'created' },
        },
      ],
    },
  },
});

async function upsert(values: Values, { store, existing }: Job, keep: boolean): Promise<JsonObject> {
  const found = existing ?? (await findProduct(values, store));
  if (found) return answer(values, idOf(found, productByRefId), await update(found, values, store, keep));
  const made = await insertProduct(values, store);
  if (typeof made !== 'object') return answer(values, made, 'created');
  // Somebody created it between our reading and our writing: the 409 carries its id.
  const params = { productId: made.existingId };
  const other = (await store.find(`GET ${oneProduct}`, { params })) ?? { Id: made.existingId };
  return answer(values, made.existingId, await update(other, values, store, keep));
}

function answer(values: Values, id: EntityId, change: Change): JsonObject {
  return { id, refId: values['RefId'] ?? null, change };
}

async function update(found: JsonObject, values: Values, store: Store, keep: boolean): Promise<Change> {
  if (keep || !differs(found, known(values))) return 'unchanged';
  const params = { productId: idOf(found, productByRefId) };
  // The read by RefId is the old shape and lacks members such as Score, which PUT would then clear.
  const whole = (await store.find(`GET ${oneProduct}`, { params })) ?? found;
  if (!differs(whole, known(values))) return 'unchanged';
  await store.send(`PUT ${oneProduct}`, { params, body: merged(whole, values, withoutFor(whole, values)) });
  return 'updated';
}

/** Without ids that a dry run cannot know, which would make every product look changed. */
function known(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== newId));
}
