// Boxes that block or free one day of a shipping policy. VTEX takes the day alone as a JSON text, at midnight.
import { UserError, type NodeType, type Text } from '@eclusa/flow';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { policyId } from './terms';

interface BlockedDay {
  id: string;
  name: Text;
  help: Text;
  keywords: readonly string[];
  request: string;
  change: 'blocked' | 'unblocked';
}

export function blockedDay({ request, change, ...box }: BlockedDay): NodeType {
  return vtexAction({
    ...box,
    version: 1,
    area: 'logistics',
    request,
    effect: 'idempotent',
    saveAs: 'day',
    path: { carrierId: policyId },
    body: { day: target.date({ en: 'Day', es: 'Día', pt: 'Dia' }, { required: true, suggest: 'data' }) },
    prepare: () => ({
      async run({ carrierId, day }, { store }) {
        const date = String(day).slice(0, 10);
        const params = { carrierId: String(carrierId) };
        const isTaken = await store.send(request, { params, body: `${date}T00:00:00` });
        if (isTaken === false) throw new UserError('vtex.day-not-taken', { values: { day: date } });
        return { policy: params.carrierId, day: date, change };
      },
    }),
    example: {
      config: {
        connection: 'store',
        mapping: [
          { target: 'carrierId', expression: 'transportadora' },
          { target: 'day', expression: 'data' },
        ],
        saveAs: 'day',
      },
      input: [{ transportadora: 'normal', data: '2026-12-24' }],
      output: {
        out: [
          {
            transportadora: 'normal',
            data: '2026-12-24',
            day: { policy: 'normal', day: '2026-12-24', change },
          },
        ],
      },
    },
  });
}
