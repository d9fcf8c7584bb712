// Reads the trade policies of one product for each row.
import { productId } from './catalog-targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.product-policies-get',
  version: 1,
  name: {
    en: 'Read trade policies of a product',
    es: 'Leer las políticas comerciales de un producto',
    pt: 'Ler as políticas comerciais de um produto',
  },
  help: {
    en: 'Reads in which trade policies (sales channels) a product is sold. StoreId is the number of the policy; a product outside a policy is not sold there.',
    es: 'Lee en qué políticas comerciales (canales de venta) se vende un producto. StoreId es el número de la política; fuera de ellas el producto no se vende.',
    pt: 'Lê em quais políticas comerciais (canais de venda) um produto é vendido. StoreId é o número da política; fora delas o produto não é vendido.',
  },
  keywords: [
    'trade policy',
    'política comercial',
    'sales channel',
    'canal de vendas',
    'canal de ventas',
    'salespolicy',
    'marketplace',
  ],
  area: 'catalog',
  request: 'GET /api/catalog/pvt/product/{productId}/salespolicy',
  saveAs: 'policies',
  path: { productId },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'productId', expression: 'produto' }],
      saveAs: 'policies',
    },
    input: [{ codigo: 'P-1', produto: 1 }],
    output: { out: [{ codigo: 'P-1', produto: 1, policies: [{ ProductId: 1, StoreId: 1 }] }] },
  },
});
