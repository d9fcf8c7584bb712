// Reads a brand by its id.
import { brand } from './soap-places';
import { soapRead } from './soap-read';

export default soapRead({
  id: 'vtex.soap-brand-get',
  name: { en: 'Get brand', es: 'Obtener marca', pt: 'Ler marca' },
  help: { en: 'Reads a brand by its id.', es: 'Lee una marca por su id.', pt: 'Lê uma marca pelo id.' },
  keywords: ['brand', 'marca', 'BrandGet'],
  method: 'BrandGet',
  targets: { idBrand: brand },
  saveAs: 'brand',
  successor: { type: 'vtex.brand-get', targets: { idBrand: 'brandId' } },
  example: {
    config: { connection: 'store', mapping: [{ target: 'idBrand', expression: '2000000' }], saveAs: 'brand' },
    input: [{ linha: 1 }],
    output: {
      out: [
        {
          linha: 1,
          brand: {
            AdWordsRemarketingCode: null,
            Description: null,
            Id: 2000000,
            IsActive: true,
            Keywords: null,
            LomadeeCampaignCode: null,
            Name: 'Aurora',
            Score: null,
            Title: null,
          },
        },
      ],
    },
  },
});
