// Finds one SKU by its EAN for each row. VTEX finds only active SKUs this way.
import { ean } from './catalog-targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.sku-find-by-ean',
  version: 1,
  name: { en: 'Find SKU by EAN', es: 'Buscar SKU por EAN', pt: 'Localizar SKU por EAN' },
  help: {
    en: 'Finds a SKU by its bar code (EAN) and reads it with everything around it. VTEX finds only active SKUs this way: for one that is still inactive the row is "not found". To find those use "Find SKU by reference code".',
    es: 'Busca un SKU por su código de barras (EAN) y lo lee con todo su contexto. Así VTEX solo encuentra SKU activos: uno todavía inactivo da «no encontrado». Para esos use «Buscar SKU por código de referencia».',
    pt: 'Localiza um SKU pelo código de barras (EAN) e o lê com todo o contexto. Por aqui a VTEX só acha SKUs ativos: um ainda inativo dá "não encontrado". Para esses use "Localizar SKU por código de referência".',
  },
  keywords: ['sku', 'EAN', 'GTIN', 'código de barras', 'barcode', 'buscar', 'localizar', 'find'],
  area: 'catalog',
  request: 'GET /api/catalog_system/pvt/sku/stockkeepingunitbyean/{ean}',
  saveAs: 'sku',
  path: { ean },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'ean', expression: 'ean' }],
      saveAs: 'sku',
    },
    input: [{ ean: '7891000315507' }],
    output: { out: [] },
  },
});
