// Reads the fixed prices of one SKU in one table for each row.
import { skuId } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';
import { priceTable } from './terms';

export default vtexRead({
  id: 'vtex.fixed-prices-read-table',
  version: 1,
  name: {
    en: 'Read fixed prices of a table',
    es: 'Leer precios fijos de una tabla',
    pt: 'Ler preços fixos de uma tabela',
  },
  help: {
    en: 'Reads, for each row, the fixed prices of one SKU in one price table: one for each quantity and period. A list, in decimal currency; empty when the table has none for it.',
    es: 'Lee, por cada fila, los precios fijos de un SKU en una tabla de precios: uno por cantidad y período. Una lista, en moneda decimal; vacía si la tabla no tiene ninguno.',
    pt: 'Lê, para cada linha, os preços fixos de um SKU em uma tabela de preços: um por quantidade e período. Uma lista, em moeda com decimais; vazia quando a tabela não tem nenhum.',
  },
  keywords: ['fixed prices', 'preços fixos', 'precios fijos', 'tabela de preços', 'price table'],
  area: 'prices',
  request: 'GET /pricing/prices/{itemId}/fixed/{priceTableId}',
  path: { itemId: skuId, priceTableId: priceTable },
  saveAs: 'fixedPrices',

  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: 'sku' },
        { target: 'priceTableId', expression: 'tabela' },
      ],
      saveAs: 'fixedPrices',
    },
    input: [{ sku: 1, tabela: 'gold' }],
    output: {
      out: [
        {
          sku: 1,
          tabela: 'gold',
          fixedPrices: [{ tradePolicyId: 'gold', value: 1199.9, listPrice: null, minQuantity: 1 }],
        },
      ],
    },
  },
});
