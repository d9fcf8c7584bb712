// Lists the coupons of a store.
import { vtexList, wholeList } from '../vtex/vtex-list';

const request = 'GET /api/rnb/pvt/coupon';

export default vtexList({
  id: 'vtex.coupon-list',
  version: 1,
  name: { en: 'List coupons', es: 'Listar cupones', pt: 'Listar cupons' },
  help: {
    en: 'Reads all coupons of the store, one row each: code, utm source and campaign, limits of use, whether it is archived.',
    es: 'Lee todos los cupones de la tienda, una fila cada uno: código, utm source y campaign, límites de uso, si está archivado.',
    pt: 'Lê todos os cupons da loja, uma linha cada: código, utm source e campaign, limites de uso, se está arquivado.',
  },
  keywords: ['coupons', 'cupones', 'cupons', 'vouchers', 'códigos promocionais'],
  area: 'promotions',
  request,
  read: wholeList(request),
  example: {
    config: { connection: 'store' },
    input: [],
    output: {
      out: [
        {
          lastModifiedUtc: '2026-11-23T12:00:00.000Z',
          utmSource: 'newsletter',
          utmCampaign: '',
          couponCode: 'BEMVINDO',
          isArchived: false,
          maxItemsPerClient: 10,
          expirationIntervalPerUse: '00:00:00',
          maxUsage: null,
        },
      ],
    },
  },
});
