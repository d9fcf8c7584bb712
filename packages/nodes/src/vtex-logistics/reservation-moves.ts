// Boxes that move a reservation on: confirm, acknowledge, cancel. Data for `vtexAction`; the state is read first.
import { UserError, type Json, type NodeExample, type NodeType, type Text } from '@eclusa/flow';
import { vtexAction } from '../vtex/vtex-action';
import { lockId } from './terms';

const read = 'GET /api/logistics/pvt/inventory/reservations/{reservationId}';

interface Move {
  id: string;
  name: Text;
  help: Text;
  keywords: readonly string[];
  request: string;
  change: string;
  /** States in which the work is done already. */
  done: readonly number[];
  example: NodeExample;
}

/** Authorized and confirmed reservations can be moved. */
const open: readonly Json[] = [1, 2];

/** A reservation that has moved on already is left alone, so that a repeat does no harm. */
export function reservationMove({ request, change, done, ...box }: Move): NodeType {
  return vtexAction({
    ...box,
    version: 1,
    area: 'logistics',
    request,
    also: [read],
    effect: 'idempotent',
    saveAs: 'reservation',
    path: { reservationId: lockId },
    prepare: () => ({
      async run(values, { store }): Promise<Json> {
        const params = { reservationId: String(values['reservationId']) };
        const held = await store.find(read, { params });
        if (!held)
          throw new UserError('vtex.nothing-found', { values: { request: read, values: { ...values } } });
        const status = held['Status'] ?? null;
        if (done.includes(Number(status)))
          return { lockId: params.reservationId, status, change: 'unchanged' };
        if (!open.includes(status)) {
          throw new UserError('vtex.reservation-closed', {
            values: { lockId: params.reservationId, status },
          });
        }
        await store.send(request, { params });
        return { lockId: params.reservationId, change };
      },
    }),
  });
}
