// Makes many coupons with random ends. Nobody can tell afterwards which call made which: a lost answer is for a person.
import { target, units } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { couponDefaults, couponTargets } from './coupon-targets';

const request = 'POST /api/rnb/pvt/multiple-coupons';

export default vtexAction({
  id: 'vtex.coupon-generate',
  version: 1,
  name: { en: 'Generate coupons', es: 'Generar cupones', pt: 'Gerar cupons' },
  help: {
    en: 'Makes up to 1,000 coupons for each row: the code with a random end (of one coupon, the code itself). The codes are kept in the row, for a box that follows or a file. VTEX lets 60 such calls a minute through. When the answer is lost nobody can tell which codes were made: the row waits in doubt.',
    es: 'Crea hasta 1.000 cupones por fila: el código con un final aleatorio (si es uno solo, el código mismo). Los códigos quedan en la fila, para una caja siguiente o un archivo. VTEX deja pasar 60 llamadas por minuto. Si se pierde la respuesta nadie sabe qué códigos se crearon: la fila espera en duda.',
    pt: 'Cria até 1.000 cupons por linha: o código com um final aleatório (se for um só, o próprio código). Os códigos ficam na linha, para a próxima caixa ou um arquivo. A VTEX deixa passar 60 chamadas por minuto. Se a resposta se perder ninguém sabe quais códigos foram criados: a linha espera em dúvida.',
  },
  keywords: ['coupons', 'batch', 'cupones', 'cupons', 'lote', 'gerar', 'generar', 'vouchers'],
  area: 'promotions',
  request,
  effect: 'create',
  concurrency: 1,
  saveAs: 'coupons',
  body: {
    ...couponTargets,
    quantity: target.integer(
      { en: 'How many', es: 'Cuántos', pt: 'Quantos' },
      {
        required: true,
        min: 1,
        max: 1000,
        unit: units.pieces,
        suggest: '$exists(quantidade) ? quantidade : 1',
      },
    ),
  },
  shape: ({ quantity, ...coupon }) => [
    { quantity: quantity ?? 1, couponConfiguration: { utmCampaign: '', ...couponDefaults, ...coupon } },
  ],
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'couponCode', expression: 'cupom' },
        { target: 'utmSource', expression: '"newsletter"' },
        { target: 'quantity', expression: '1' },
      ],
      saveAs: 'coupons',
    },
    input: [{ cupom: 'NATAL' }],
    output: { out: [{ cupom: 'NATAL', coupons: ['NATAL'] }] },
  },
});
