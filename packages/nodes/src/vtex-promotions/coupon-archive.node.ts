// Puts a coupon into the archive.
import { vtexAction } from '../vtex/vtex-action';
import { couponCode } from './coupon-targets';

export default vtexAction({
  id: 'vtex.coupon-archive',
  version: 1,
  name: { en: 'Archive coupon', es: 'Archivar cupón', pt: 'Arquivar cupom' },
  help: {
    en: 'Ends a coupon: it can no longer be used. Archiving what is archived changes nothing.',
    es: 'Termina un cupón: ya no se puede usar. Archivar lo archivado no cambia nada.',
    pt: 'Encerra um cupom: ele não pode mais ser usado. Arquivar o que já está arquivado não muda nada.',
  },
  keywords: ['archive coupon', 'archivar cupón', 'arquivar cupom', 'cancelar cupom', 'encerrar'],
  area: 'promotions',
  request: 'POST /api/rnb/pvt/archive/coupon/{couponCode}',
  effect: 'idempotent',
  path: { couponCode },
  saveAs: '',
  example: {
    config: { connection: 'store', mapping: [{ target: 'couponCode', expression: 'cupom' }], saveAs: '' },
    input: [{ cupom: 'BEMVINDO' }],
    output: { out: [{ cupom: 'BEMVINDO' }] },
  },
});
