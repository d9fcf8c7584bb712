// Reads a coupon that is in the archive.
import { vtexRead } from '../vtex/vtex-read';
import { couponCode } from './coupon-targets';

export default vtexRead({
  id: 'vtex.coupon-read-archived',
  version: 1,
  name: { en: 'Read archived coupon', es: 'Leer cupón archivado', pt: 'Ler cupom arquivado' },
  help: {
    en: 'Reads, for each row, a coupon in the archive. One that is not archived is not found here: use "Read coupon".',
    es: 'Lee, por cada fila, un cupón archivado. Uno que no está archivado no se encuentra aquí: use «Leer cupón».',
    pt: 'Lê, para cada linha, um cupom arquivado. Um que não está arquivado não é encontrado aqui: use "Ler cupom".',
  },
  keywords: ['archived coupon', 'cupón archivado', 'cupom arquivado', 'archive'],
  area: 'promotions',
  request: 'GET /api/rnb/pvt/archive/coupon/{couponCode}',
  path: { couponCode },
  saveAs: 'coupon',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'couponCode', expression: 'cupom' }],
      saveAs: 'coupon',
      whenMissing: 'empty',
    },
    input: [{ cupom: 'BEMVINDO' }],
    output: { out: [{ cupom: 'BEMVINDO', coupon: null }] },
  },
});
