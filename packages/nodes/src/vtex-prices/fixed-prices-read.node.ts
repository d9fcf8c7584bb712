// Reads the fixed prices of a SKU in one price table.
import { skuId } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';
import { priceTableId } from './price-targets';

export default vtexRead({
  id: 'vtex.fixed-prices-read',
  version: 1,
  name: {
    en: 'Read prices of a price table',
    es: 'Leer precios de una tabla de precios',
    pt: 'Ler preços de uma tabela de preços',
  },
  help: {
    en: 'Reads, for each row, the fixed prices that one SKU has in one price table, with their quantities and periods. An empty list means that the table has none for it.',
    es: 'Lee, por cada fila, los precios fijos que un SKU tiene en una tabla de precios, con sus cantidades y períodos. Una lista vacía significa que la tabla no tiene ninguno para él.',
    pt: 'Lê, para cada linha, os preços fixos que um SKU tem em uma tabela de preços, com quantidades e períodos. Uma lista vazia significa que a tabela não tem nenhum para ele.',
  },
  keywords: ['fixed price', 'price table', 'precio fijo', 'tabla de precios', 'preço fixo', 'tabela'],
  area: 'prices',
  request: 'GET /pricing/prices/{itemId}/fixed/{priceTableId}',
  path: { itemId: skuId, priceTableId },
  saveAs: 'prices',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: 'sku' },
        { target: 'priceTableId', expression: '"gold"' },
      ],
      saveAs: 'prices',
    },
    input: [{ sku: 1 }],
    output: {
      out: [{ sku: 1, prices: [{ tradePolicyId: 'gold', value: 1250, listPrice: null, minQuantity: 1 }] }],
    },
  },
});
