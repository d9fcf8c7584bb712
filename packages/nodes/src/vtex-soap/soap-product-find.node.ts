// Reads the product with this reference code (RefId), with all its fields.
import { reference } from './soap-places';
import { soapRead } from './soap-read';

export default soapRead({
  id: 'vtex.soap-product-find',
  name: {
    en: 'Find product by reference code',
    es: 'Buscar producto por código de referencia',
    pt: 'Localizar produto pelo código de referência',
  },
  help: {
    en: 'Reads the product with this reference code (RefId), with all its fields.',
    es: 'Lee el producto con este código de referencia (RefId), con todos sus campos.',
    pt: 'Lê o produto com este código de referência (RefId), com todos os campos.',
  },
  keywords: ['product', 'producto', 'produto', 'RefId', 'ProductGetByRefId'],
  method: 'ProductGetByRefId',
  targets: { refId: reference },
  saveAs: 'product',
  successor: { type: 'vtex.product-find', targets: { refId: 'refId' } },
  example: {
    config: { connection: 'store', mapping: [{ target: 'refId', expression: '"P-1"' }], saveAs: 'product' },
    input: [{ linha: 1 }],
    output: {
      out: [
        {
          linha: 1,
          product: {
            AdWordsRemarketingCode: null,
            BrandId: 2000000,
            CategoryId: 1,
            DepartmentId: 1,
            Description: null,
            DescriptionShort: null,
            Id: 1,
            IsActive: true,
            IsVisible: true,
            KeyWords: null,
            LinkId: 'cafeteira-15-xicaras',
            ListStoreId: [1],
            LomadeeCampaignCode: null,
            MetaTagDescription: null,
            Name: 'Cafeteira 15 xícaras',
            RefId: 'P-1',
            ReleaseDate: null,
            Score: null,
            ShowWithoutStock: false,
            SupplierId: null,
            TaxCode: null,
            Title: null,
          },
        },
      ],
    },
  },
});
