// Reads who used a coupon for which orders.
import { vtexRead } from '../vtex/vtex-read';
import { couponCode } from './coupon-targets';

export default vtexRead({
  id: 'vtex.coupon-usage-read',
  version: 1,
  name: { en: 'Read uses of a coupon', es: 'Leer usos de un cupón', pt: 'Ler usos de um cupom' },
  help: {
    en: 'Reads, for each row, which customers used a coupon, in which orders and when.',
    es: 'Lee, por cada fila, qué clientes usaron un cupón, en qué pedidos y cuándo.',
    pt: 'Lê, para cada linha, quais clientes usaram um cupom, em quais pedidos e quando.',
  },
  keywords: ['coupon usage', 'uso de cupón', 'usos', 'uso de cupom', 'resgate', 'redeemed'],
  area: 'promotions',
  request: 'GET /api/rnb/pvt/coupon/usage/{couponCode}',
  path: { couponCode },
  saveAs: 'usage',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'couponCode', expression: 'cupom' }],
      saveAs: 'usage',
    },
    input: [{ cupom: 'BEMVINDO' }],
    output: {
      out: [
        { cupom: 'BEMVINDO', usage: { hostName: 'lojademo', couponCode: 'BEMVINDO', profileUsages: {} } },
      ],
    },
  },
});
