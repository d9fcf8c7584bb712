// Values of coupons, under VTEX's own names.
import { target, units, type Targets } from '../vtex/targets';

export const couponCode = target.text(
  { en: 'Coupon code', es: 'Código del cupón', pt: 'Código do cupom' },
  { required: true, maxLength: 100, suggest: '$exists(cupom) ? cupom : codigo' },
);

export const couponTargets: Targets = {
  couponCode,
  utmSource: target.text(
    { en: 'utm source', es: 'utm source', pt: 'utm source' },
    {
      required: true,
      maxLength: 200,
      suggest: '$exists(utmSource) ? utmSource : "erp"',
      help: {
        en: 'The promotion with the same source and campaign is what the coupon gives.',
        es: 'La promoción con el mismo source y campaign es lo que da el cupón.',
        pt: 'A promoção com o mesmo source e campaign é o que o cupom dá.',
      },
    },
  ),
  utmCampaign: target.text(
    { en: 'utm campaign', es: 'utm campaign', pt: 'utm campaign' },
    { maxLength: 200 },
  ),
  maxItemsPerClient: target.integer(
    { en: 'Items per customer', es: 'Ítems por cliente', pt: 'Itens por cliente' },
    {
      min: 1,
      unit: units.pieces,
      help: { en: '10 when it is not mapped.', es: '10 si no se mapea.', pt: '10 quando não é mapeado.' },
    },
  ),
  expirationIntervalPerUse: target.text(
    { en: 'Rest between two uses', es: 'Descanso entre dos usos', pt: 'Intervalo entre dois usos' },
    {
      unit: units.leadTime,
      help: {
        en: 'As d.hh:mm:ss; none when it is not mapped.',
        es: 'Como d.hh:mm:ss; ninguno si no se mapea.',
        pt: 'Como d.hh:mm:ss; nenhum quando não é mapeado.',
      },
    },
  ),
  maxUsage: target.integer(
    { en: 'Uses in all', es: 'Usos en total', pt: 'Usos no total' },
    { min: 1, unit: units.pieces },
  ),
};

/** What VTEX requires and few people map. */
export const couponDefaults = { maxItemsPerClient: 10, expirationIntervalPerUse: '00:00:00' };
