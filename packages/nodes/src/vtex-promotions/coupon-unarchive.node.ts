// Takes a coupon out of the archive.
import { vtexAction } from '../vtex/vtex-action';
import { couponCode } from './coupon-targets';

export default vtexAction({
  id: 'vtex.coupon-unarchive',
  version: 1,
  name: { en: 'Unarchive coupon', es: 'Desarchivar cupón', pt: 'Desarquivar cupom' },
  help: {
    en: 'Takes a coupon out of the archive, so that it can be used again.',
    es: 'Saca un cupón del archivo, para que se pueda volver a usar.',
    pt: 'Tira um cupom do arquivo, para que possa ser usado de novo.',
  },
  keywords: ['unarchive coupon', 'desarchivar cupón', 'desarquivar cupom', 'reativar', 'restaurar'],
  area: 'promotions',
  request: 'POST /api/rnb/pvt/unarchive/coupon/{couponCode}',
  effect: 'idempotent',
  path: { couponCode },
  saveAs: '',
  example: {
    config: { connection: 'store', mapping: [{ target: 'couponCode', expression: 'cupom' }], saveAs: '' },
    input: [{ cupom: 'BEMVINDO' }],
    output: { out: [{ cupom: 'BEMVINDO' }] },
  },
});
