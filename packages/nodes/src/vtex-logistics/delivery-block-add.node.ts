// Keeps a shipping policy from delivering on one day.
import { blockedDay } from './blocked-days';

export default blockedDay({
  id: 'vtex.delivery-block-add',
  name: { en: 'Block a day of delivery', es: 'Bloquear un día de entrega', pt: 'Bloquear um dia de entrega' },
  help: {
    en: 'Keeps a shipping policy with scheduled delivery from delivering on one day, a local holiday say. Dates as 2026-12-24.',
    es: 'Impide que una política de envío con entrega programada entregue en un día, por ejemplo un feriado local. Fechas como 2026-12-24.',
    pt: 'Impede que uma política de envio com entrega agendada entregue em um dia, como um feriado local. Datas como 2026-12-24.',
  },
  keywords: [
    'block day',
    'scheduled delivery',
    'bloquear dia',
    'entrega agendada',
    'bloquear día',
    'feriado',
  ],
  request: 'POST /api/logistics/pvt/configuration/carriers/{carrierId}/adddayofweekblocked',
  change: 'blocked',
});
