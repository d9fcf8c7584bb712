// Reads one coupon by its code.
import { vtexRead } from '../vtex/vtex-read';
import { couponCode } from './coupon-targets';

export default vtexRead({
  id: 'vtex.coupon-read',
  version: 1,
  name: { en: 'Read coupon', es: 'Leer cupón', pt: 'Ler cupom' },
  help: {
    en: 'Reads, for each row, one coupon by its code: utm source and campaign, limits of use, whether it is archived.',
    es: 'Lee, por cada fila, un cupón por su código: utm source y campaign, límites de uso, si está archivado.',
    pt: 'Lê, para cada linha, um cupom pelo código: utm source e campaign, limites de uso, se está arquivado.',
  },
  keywords: ['coupon', 'cupón', 'cupom', 'voucher', 'consultar'],
  area: 'promotions',
  request: 'GET /api/rnb/pvt/coupon/{couponCode}',
  path: { couponCode },
  saveAs: 'coupon',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'couponCode', expression: 'cupom' }],
      saveAs: 'coupon',
    },
    input: [{ cupom: 'BEMVINDO' }],
    output: {
      out: [
        {
          cupom: 'BEMVINDO',
          coupon: {
            lastModifiedUtc: '2026-11-23T12:00:00.000Z',
            utmSource: 'newsletter',
            utmCampaign: '',
            couponCode: 'BEMVINDO',
            isArchived: false,
            maxItemsPerClient: 10,
            expirationIntervalPerUse: '00:00:00',
            maxUsage: null,
          },
        },
      ],
    },
  },
});
