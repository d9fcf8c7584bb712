// Creates a coupon, or changes the one with its code. What is equal already is not sent.
import { differs } from '../vtex/entity';
import { vtexAction } from '../vtex/vtex-action';
import { couponDefaults, couponTargets } from './coupon-targets';

const write = 'POST /api/rnb/pvt/coupon';
const read = 'GET /api/rnb/pvt/coupon/{couponCode}';

export default vtexAction({
  id: 'vtex.coupon-create',
  version: 1,
  name: { en: 'Create or update coupon', es: 'Crear o actualizar cupón', pt: 'Criar ou atualizar cupom' },
  help: {
    en: 'Creates the coupon with this code, or changes what is mapped of it. Code by code: for many with random ends use "Generate coupons". A coupon does nothing by itself: the promotion with its utm source and campaign is what it gives.',
    es: 'Crea el cupón con este código, o cambia lo mapeado. Uno por uno: para muchos con final aleatorio use «Generar cupones». Un cupón solo no hace nada: lo que da es la promoción con su utm source y campaign.',
    pt: 'Cria o cupom com este código, ou muda o que está mapeado. Um por um: para muitos com final aleatório use "Gerar cupons". Um cupom sozinho não faz nada: o que ele dá é a promoção com o mesmo utm source e campaign.',
  },
  keywords: ['coupon', 'voucher', 'cupón', 'cupom', 'código promocional', 'vale desconto'],
  area: 'promotions',
  request: write,
  also: [read],
  effect: 'create',
  saveAs: 'coupon',
  body: couponTargets,
  prepare: () => ({
    async run(values, { store }) {
      const code = String(values['couponCode']);
      const held = await store.find(read, { params: { couponCode: code } });
      if (held && !differs(held, values)) return { couponCode: code, change: 'unchanged' };
      await store.send(write, { body: { ...couponDefaults, ...held, ...values } });
      return { couponCode: code, change: held ? 'updated' : 'created' };
    },
    findExisting: ({ couponCode: code }, { store }) =>
      store.find(read, { params: { couponCode: String(code) } }),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'couponCode', expression: 'cupom' },
        { target: 'utmSource', expression: '"newsletter"' },
      ],
      saveAs: 'coupon',
    },
    input: [{ cupom: 'CAFE10' }, { cupom: 'BEMVINDO' }],
    output: {
      out: [
        { cupom: 'CAFE10', coupon: { couponCode: 'CAFE10', change: 'created' } },
        { cupom: 'BEMVINDO', coupon: { couponCode: 'BEMVINDO', change: 'unchanged' } },
      ],
    },
  },
});
