// Activates one product. VTEX would take an active product of an inactive brand and not show it, so both are read first.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import { aboveObstacles, listAt, reasonsOf } from './activation-obstacles';
import { productId } from './catalog-targets';
import { readAt, writeOver } from './entity-update';
import { oneProduct, productReadOnly } from './product-write';
import { newId } from '../vtex/coerce';
import type { Store } from '../vtex/store';
import { vtexAction } from '../vtex/vtex-action';

const skus = 'GET /api/catalog_system/pvt/sku/stockkeepingunitByProductId/{productId}';

export default vtexAction({
  id: 'vtex.product-activate',
  version: 1,
  name: { en: 'Activate product', es: 'Activar producto', pt: 'Ativar produto' },
  help: {
    en: 'Activates a product and makes it visible, leaving the rest of it as it is. A product whose brand or category is inactive is not shown whatever its own state, so the row fails and says which one. The answer tells how many of its SKUs are active: without one the product is not shown either.',
    es: 'Activa un producto y lo hace visible, y deja lo demás como está. Un producto con marca o categoría inactiva no se muestra, sea cual sea su estado: la fila falla y dice cuál. La respuesta dice cuántos de sus SKU están activos: sin ninguno el producto tampoco se muestra.',
    pt: 'Ativa um produto e o torna visível, e deixa o resto como está. Um produto de marca ou categoria inativa não aparece, seja qual for a situação dele: a linha falha e diz qual. A resposta diz quantos SKUs dele estão ativos: sem nenhum o produto também não aparece.',
  },
  keywords: [
    'product',
    'producto',
    'produto',
    'activate',
    'activar',
    'ativar',
    'publicar',
    'visible',
    'ligar',
  ],
  area: 'catalog',
  request: `PUT ${oneProduct}`,
  also: [
    `GET ${oneProduct}`,
    'GET /api/catalog/pvt/brand/{brandId}',
    'GET /api/catalog/pvt/category/{categoryId}',
    skus,
  ],
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'product',
  path: { productId },
  prepare: () => ({ run: ({ productId: id }, { store }) => activate(id, store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'productId', expression: 'produto' }],
      saveAs: 'product',
    },
    input: [{ codigo: 'P-2', produto: 2 }],
    output: {
      out: [
        { codigo: 'P-2', produto: 2, product: { id: 2, active: true, change: 'updated', activeSkus: 0 } },
      ],
    },
  },
});

async function activate(id: Json | undefined, store: Store): Promise<JsonObject> {
  const params = { productId: id as number };
  const place = { path: oneProduct, params, unknown: 'vtex.product-unknown' };
  const before = await readAt(place, store);
  const isNew = id === newId;
  const obstacles = isNew ? [] : await aboveObstacles(before, store);
  if (obstacles.length > 0) {
    const values = { ...params, reasons: { ...reasonsOf(obstacles) } };
    throw new UserError('vtex.product-activation-refused', { values });
  }
  const wanted = { IsActive: true, IsVisible: true };
  const { change } = await writeOver(before, { ...place, wanted, without: productReadOnly }, store);
  const all = isNew ? [] : await listAt(skus, { params }, store);
  return {
    ...{ id: id ?? null, active: true, change },
    activeSkus: all.filter((sku) => sku['IsActive'] === true).length,
  };
}
