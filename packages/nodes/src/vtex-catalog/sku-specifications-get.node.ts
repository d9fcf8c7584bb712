// Reads the specifications of one SKU for each row.
import { skuId } from './catalog-targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.sku-specifications-get',
  version: 1,
  name: {
    en: 'Read specifications of a SKU',
    es: 'Leer las especificaciones de un SKU',
    pt: 'Ler as especificações de um SKU',
  },
  help: {
    en: 'Reads what a SKU has in its specifications (colour, size, voltage): numbers of field and value, and the value as text.',
    es: 'Lee las especificaciones que tiene un SKU (color, talla, voltaje): números de campo y valor, y el valor como texto.',
    pt: 'Lê as especificações que um SKU tem (cor, tamanho, voltagem): números de campo e valor, e o valor em texto.',
  },
  keywords: [
    'specification',
    'especificación',
    'especificação',
    'atributo',
    'cor',
    'color',
    'tamanho',
    'talla',
    'sku',
  ],
  area: 'catalog',
  request: 'GET /api/catalog/pvt/stockkeepingunit/{skuId}/specification',
  saveAs: 'specifications',
  path: { skuId },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'skuId', expression: 'sku' }],
      saveAs: 'specifications',
    },
    input: [{ codigo: 'S-1', sku: 1 }],
    output: {
      out: [
        {
          codigo: 'S-1',
          sku: 1,
          specifications: [{ Id: 1, SkuId: 1, FieldId: 1, FieldValueId: 1, Text: '110V' }],
        },
      ],
    },
  },
});
