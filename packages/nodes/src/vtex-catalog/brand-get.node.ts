// Reads one brand for each row.
import { brandId } from './catalog-targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.brand-get',
  version: 1,
  name: { en: 'Read brand', es: 'Leer marca', pt: 'Ler marca' },
  help: {
    en: 'Reads a brand by its id: name, texts, and whether it is active. Products of an inactive brand are not shown in the store.',
    es: 'Lee una marca por su id: nombre, textos y si está activa. Los productos de una marca inactiva no se muestran en la tienda.',
    pt: 'Lê uma marca pelo id: nome, textos e se está ativa. Produtos de uma marca inativa não aparecem na loja.',
  },
  keywords: ['brand', 'marca', 'fabricante', 'manufacturer', 'get', 'consultar'],
  area: 'catalog',
  request: 'GET /api/catalog/pvt/brand/{brandId}',
  saveAs: 'brand',
  path: { brandId },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'brandId', expression: 'marca' }],
      saveAs: 'brand',
    },
    input: [{ codigo: 'P-1', marca: 2000000 }],
    output: {
      out: [
        {
          codigo: 'P-1',
          marca: 2000000,
          brand: {
            Id: 2000000,
            Name: 'Aurora',
            Text: null,
            Keywords: null,
            SiteTitle: null,
            Active: true,
            MenuHome: false,
            AdWordsRemarketingCode: null,
            LomadeeCampaignCode: null,
            Score: null,
            LinkId: 'aurora',
          },
        },
      ],
    },
  },
});
