// Reads the components of one kit for each row.
import { skuId } from './catalog-targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.kit-components-get',
  version: 1,
  name: {
    en: 'Read components of a kit',
    es: 'Leer los componentes de un kit',
    pt: 'Ler os componentes de um kit',
  },
  help: {
    en: 'Reads which SKUs a kit is made of, how many of each, and the unit price of each within the kit, in decimal currency.',
    es: 'Lee de qué SKU está hecho un kit, cuántos de cada uno y el precio unitario de cada uno dentro del kit, en moneda decimal.',
    pt: 'Lê de quais SKUs um kit é feito, quantos de cada e o preço unitário de cada um dentro do kit, em moeda com decimais.',
  },
  keywords: ['kit', 'bundle', 'componente', 'component', 'combo', 'conjunto'],
  area: 'catalog',
  request: 'GET /api/catalog/pvt/stockkeepingunitkit',
  saveAs: 'components',
  query: {
    parentSkuId: {
      ...skuId,
      name: { en: 'SKU id of the kit', es: 'Id del SKU del kit', pt: 'Id do SKU do kit' },
    },
  },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'parentSkuId', expression: 'kit' }],
      saveAs: 'components',
    },
    input: [{ codigo: 'K-1', kit: 3 }],
    output: {
      out: [
        {
          codigo: 'K-1',
          kit: 3,
          components: [
            { Id: 1, StockKeepingUnitParent: 3, StockKeepingUnitId: 1, Quantity: 1, UnitPrice: 1199.9 },
          ],
        },
      ],
    },
  },
});
