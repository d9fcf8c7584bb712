// Reads the SKUs of one product for each row.
import { productId } from './catalog-targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.product-skus-get',
  version: 1,
  name: { en: 'Read SKUs of a product', es: 'Leer los SKU de un producto', pt: 'Ler os SKUs de um produto' },
  help: {
    en: 'Reads all SKUs of a product, active or not, as a list in one field. VTEX uses older names here: Height is the packaged height, RealHeight that of the thing itself.',
    es: 'Lee todos los SKU de un producto, activos o no, como una lista en un campo. Aquí VTEX usa nombres antiguos: Height es el alto con embalaje y RealHeight el del artículo.',
    pt: 'Lê todos os SKUs de um produto, ativos ou não, como uma lista em um campo. Aqui a VTEX usa nomes antigos: Height é a altura com embalagem, RealHeight a do próprio item.',
  },
  keywords: ['sku', 'product', 'producto', 'produto', 'variations', 'variaciones', 'variações', 'list'],
  area: 'catalog',
  request: 'GET /api/catalog_system/pvt/sku/stockkeepingunitByProductId/{productId}',
  saveAs: 'skus',
  path: { productId },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'productId', expression: 'produto' }],
      saveAs: 'skus',
    },
    input: [{ codigo: 'P-2', produto: 2 }],
    output: { out: [] },
  },
});
