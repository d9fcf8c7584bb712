// Reads one product by its id for each row.
import { productId } from './catalog-targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.product-get',
  version: 1,
  name: { en: 'Read product', es: 'Leer producto', pt: 'Ler produto' },
  help: {
    en: 'Reads a product by the id VTEX gave it, whole: texts, category, brand, whether it is active and shown. To find it by your ERP’s code use "Find product by reference code".',
    es: 'Lee un producto completo por el id que le dio VTEX: textos, categoría, marca, si está activo y visible. Para encontrarlo por el código de su ERP use «Buscar producto por código de referencia».',
    pt: 'Lê um produto inteiro pelo id que a VTEX deu a ele: textos, categoria, marca, se está ativo e visível. Para achá-lo pelo código do seu ERP use "Localizar produto por código de referência".',
  },
  keywords: ['product', 'producto', 'produto', 'get', 'consultar', 'cadastro'],
  area: 'catalog',
  request: 'GET /api/catalog/pvt/product/{productId}',
  saveAs: 'product',
  path: { productId },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'productId', expression: 'produto' }],
      saveAs: 'product',
    },
    input: [{ codigo: 'P-1', produto: 1 }],
    output: {
      out: [
        {
          codigo: 'P-1',
          produto: 1,
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
          },
        },
      ],
    },
  },
});
