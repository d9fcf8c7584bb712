// Activates one product. VTEX would take an active product of an inactive brand and not show it, so both are read first.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import { aboveObstacles, listAt, reasonsOf } from './activation-obstacles';
import { productId } from './catalog-targets';
import { readAt, writeOver } from './entity-update';
import { oneProduct, productReadOnly } from './product-write';
import { newId } from '../vtex/coerce';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';

const skus = 'GET /api/catalog_system/pvt/sku/stockkeepingunitByProductId/{productId}';

export default vtexAction({
  id: 'vtex.product-activate',
  version: 1,
  name: {
    en: 'Activate or deactivate product',
    es: 'Activar o desactivar producto',
    pt: 'Ativar ou desativar produto',
  },
  help: {
    en: 'Activates a product and makes it visible, or deactivates it where you map that, leaving the rest of it as it is. VTEX deletes no product: this takes one out. A product whose brand or category is inactive is not shown whatever its own state, so the row fails and says which one. The answer tells how many of its SKUs are active: without one the product is not shown either.',
    es: 'Activa un producto y lo hace visible, o lo desactiva si así lo mapea, y deja lo demás como está. VTEX no elimina productos: así se retiran. Un producto con marca o categoría inactiva no se muestra, sea cual sea su estado: la fila falla y dice cuál. La respuesta dice cuántos de sus SKU están activos: sin ninguno el producto tampoco se muestra.',
    pt: 'Ativa um produto e o torna visível, ou o desativa quando você mapeia assim, e deixa o resto como está. A VTEX não exclui produtos: é assim que se retira um. Um produto de marca ou categoria inativa não aparece, seja qual for a situação dele: a linha falha e diz qual. A resposta diz quantos SKUs dele estão ativos: sem nenhum o produto também não aparece.',
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
  body: {
    IsActive: target.boolean(
      { en: 'Active', es: 'Activo', pt: 'Ativo' },
      {
        help: {
          en: 'No: the product is switched off. Not mapped: it is activated.',
          es: 'No: el producto se desactiva. Sin mapear: se activa.',
          pt: 'Não: o produto é desativado. Sem mapear: é ativado.',
        },
      },
    ),
  },
  prepare: () => ({
    run: ({ productId: id, IsActive }, { store }) => switchProduct(id, IsActive !== false, store),
  }),
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

async function switchProduct(id: Json | undefined, active: boolean, store: Store): Promise<JsonObject> {
  const params = { productId: id as number };
  const place = { path: oneProduct, params, unknown: 'vtex.product-unknown' };
  const before = await readAt(place, store);
  const isNew = id === newId;
  const obstacles = isNew || !active ? [] : await aboveObstacles(before, store);
  if (obstacles.length > 0) {
    const values = { ...params, reasons: { ...reasonsOf(obstacles) } };
    throw new UserError('vtex.product-activation-refused', { values });
  }
  const wanted: Values = active ? { IsActive: true, IsVisible: true } : { IsActive: false };
  const { change } = await writeOver(before, { ...place, wanted, without: productReadOnly }, store);
  const all = isNew ? [] : await listAt(skus, { params }, store);
  return {
    ...{ id: id ?? null, active, change },
    activeSkus: all.filter((sku) => sku['IsActive'] === true).length,
  };
}
