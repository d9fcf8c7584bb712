// Reads the specifications of one product for each row.
import { productId } from './catalog-targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.product-specifications-get',
  version: 1,
  name: {
    en: 'Read specifications of a product',
    es: 'Leer las especificaciones de un producto',
    pt: 'Ler as especificações de um produto',
  },
  help: {
    en: 'Reads what a product has in its specifications: numbers of field and value, and the value as text. Those of its SKUs are read by "Read specifications of a SKU".',
    es: 'Lee las especificaciones que tiene un producto: números de campo y valor, y el valor como texto. Las de sus SKU se leen con «Leer las especificaciones de un SKU».',
    pt: 'Lê as especificações que um produto tem: números de campo e valor, e o valor em texto. As dos SKUs dele são lidas por "Ler as especificações de um SKU".',
  },
  keywords: [
    'specification',
    'especificación',
    'especificação',
    'atributo',
    'característica',
    'attribute',
    'product',
    'produto',
  ],
  area: 'catalog',
  request: 'GET /api/catalog/pvt/product/{productId}/specification',
  saveAs: 'specifications',
  path: { productId },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'productId', expression: 'produto' }],
      saveAs: 'specifications',
    },
    input: [{ codigo: 'P-1', produto: 1 }],
    output: {
      out: [
        {
          codigo: 'P-1',
          produto: 1,
          specifications: [{ Id: 2, ProductId: 1, FieldId: 2, FieldValueId: 2, Text: 'Inox' }],
        },
      ],
    },
  },
});
