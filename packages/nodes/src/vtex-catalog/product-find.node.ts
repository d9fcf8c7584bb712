// Finds one product by the reference code for each row. VTEX answers an unknown code with 200 and null.
import { target } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.product-find',
  version: 1,
  name: {
    en: 'Find product by reference code',
    es: 'Buscar producto por código de referencia',
    pt: 'Localizar produto por código de referência',
  },
  help: {
    en: 'Finds a product by your ERP’s code (RefId) and reads it, with the trade policies it belongs to. VTEX answers nothing for a code it does not know: the row then fails or goes on with an empty field, as you choose. This read has no sort score; "Read product" has.',
    es: 'Busca un producto por el código de su ERP (RefId) y lo lee, con las políticas comerciales a las que pertenece. VTEX no responde nada para un código que no conoce: la fila falla o sigue con un campo vacío, según elija. Esta lectura no trae el puntaje de orden; «Leer producto» sí.',
    pt: 'Localiza um produto pelo código do seu ERP (RefId) e o lê, com as políticas comerciais a que pertence. Para um código que não conhece, a VTEX não responde nada: a linha falha ou segue com o campo vazio, como você escolher. Esta leitura não traz a pontuação de ordem; "Ler produto" traz.',
  },
  keywords: [
    'product',
    'producto',
    'produto',
    'RefId',
    'referencia',
    'referência',
    'código',
    'buscar',
    'localizar',
    'find',
  ],
  area: 'catalog',
  request: 'GET /api/catalog_system/pvt/products/productgetbyrefid/{refId}',
  saveAs: 'product',
  path: {
    refId: target.text(
      { en: 'Reference code', es: 'Código de referencia', pt: 'Código de referência' },
      { required: true, maxLength: 100, suggest: 'codigo' },
    ),
  },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'refId', expression: 'codigo' }],
      saveAs: 'product',
    },
    input: [{ codigo: 'P-1' }],
    output: {
      out: [
        {
          codigo: 'P-1',
          product: {
            Id: 1,
            Name: 'Cafeteira 15 xícaras',
            DepartmentId: 1,
            CategoryId: 1,
            BrandId: 2000000,
            LinkId: 'cafeteira-15-xicaras',
            RefId: 'P-1',
            IsVisible: true,
            Description: null,
            DescriptionShort: null,
            ReleaseDate: null,
            KeyWords: null,
            Title: null,
            IsActive: true,
            TaxCode: null,
            MetaTagDescription: null,
            SupplierId: null,
            ShowWithoutStock: false,
            AdWordsRemarketingCode: null,
            LomadeeCampaignCode: null,
            Score: null,
            ListStoreId: [1],
          },
        },
      ],
    },
  },
});
