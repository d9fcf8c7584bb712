// Reads the days on which a shipping policy does not deliver.
import { vtexRead } from '../vtex/vtex-read';
import { policyId } from './terms';

export default vtexRead({
  id: 'vtex.delivery-blocks-read',
  version: 1,
  name: { en: 'Read days without delivery', es: 'Leer días sin entrega', pt: 'Ler dias sem entrega' },
  help: {
    en: 'Reads, for each row, the list of single days on which a shipping policy with scheduled delivery does not deliver.',
    es: 'Lee, por cada fila, la lista de días sueltos en que una política de envío con entrega programada no entrega.',
    pt: 'Lê, para cada linha, a lista de dias avulsos em que uma política de envio com entrega agendada não entrega.',
  },
  keywords: [
    'blocked days',
    'scheduled delivery',
    'entrega agendada',
    'dias bloqueados',
    'entrega programada',
    'días bloqueados',
  ],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/configuration/carriers/{carrierId}/getdayofweekblocked',
  path: { carrierId: policyId },
  saveAs: 'days',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'carrierId', expression: 'transportadora' }],
      saveAs: 'days',
    },
    input: [{ transportadora: 'normal' }],
    output: { out: [{ transportadora: 'normal', days: ['2026-12-25T00:00:00'] }] },
  },
});
