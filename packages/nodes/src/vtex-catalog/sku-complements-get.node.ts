// Reads the complements of one SKU for each row.
import { skuId } from './catalog-targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.sku-complements-get',
  version: 1,
  name: {
    en: 'Read complements of a SKU',
    es: 'Leer los complementos de un SKU',
    pt: 'Ler os complementos de um SKU',
  },
  help: {
    en: 'Reads which other SKUs belong to a SKU as accessory (type 1), suggestion (2), similar product (3) or shown together (5).',
    es: 'Lee qué otros SKU acompañan a un SKU como accesorio (tipo 1), sugerencia (2), producto similar (3) o mostrar juntos (5).',
    pt: 'Lê quais outros SKUs acompanham um SKU como acessório (tipo 1), sugestão (2), produto similar (3) ou mostrar junto (5).',
  },
  keywords: [
    'complement',
    'complemento',
    'accessory',
    'accesorio',
    'acessório',
    'sugestão',
    'cross-selling',
    'similar',
  ],
  area: 'catalog',
  request: 'GET /api/catalog/pvt/stockkeepingunit/{skuId}/complement',
  saveAs: 'complements',
  path: { skuId },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'skuId', expression: 'sku' }],
      saveAs: 'complements',
    },
    input: [{ codigo: 'S-1', sku: 1 }],
    output: {
      out: [
        { codigo: 'S-1', sku: 1, complements: [{ Id: 1, SkuId: 2, ParentSkuId: 1, ComplementTypeId: 1 }] },
      ],
    },
  },
});
