// Lets a shipping policy deliver on a day that was blocked.
import { blockedDay } from './blocked-days';

export default blockedDay({
  id: 'vtex.delivery-block-remove',
  name: {
    en: 'Unblock a day of delivery',
    es: 'Desbloquear un día de entrega',
    pt: 'Desbloquear um dia de entrega',
  },
  help: {
    en: 'Lets a shipping policy deliver again on a day that was blocked. Dates as 2026-12-24.',
    es: 'Permite que una política de envío vuelva a entregar en un día que estaba bloqueado. Fechas como 2026-12-24.',
    pt: 'Permite que uma política de envio volte a entregar em um dia que estava bloqueado. Datas como 2026-12-24.',
  },
  keywords: [
    'unblock day',
    'scheduled delivery',
    'desbloquear dia',
    'entrega agendada',
    'desbloquear día',
    'liberar',
  ],
  request: 'POST /api/logistics/pvt/configuration/carriers/{carrierId}/removedayofweekblocked',
  change: 'unblocked',
});
