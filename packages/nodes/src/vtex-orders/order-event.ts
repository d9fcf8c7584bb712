// An order event as every box tells it, whether it came by feed, by hook or from the list of orders.
import { isJsonObject, type Json, type Row, type TriggerEvent } from '@eclusa/flow';
import { statusesOf, type FilterConfig } from './order-filter';

export type Way = 'feed' | 'hook' | 'list';

/** What an example row looks like. */
export const exampleEvent = `{
  "orderId": "1268540501456-01",
  "state": "ready-for-handling",
  "lastState": "window-to-cancel",
  "currentChange": "2026-11-23T12:00:00.000Z",
  "lastChange": "2026-11-23T11:30:00.000Z",
  "domain": "Fulfillment",
  "via": "feed"
}`;

/**
 * The event in a feed item, or in what a hook is called with: the same members, spelt with a capital. Undefined for
 * what is no event of an order.
 */
export function orderEvent(told: Json, via: Way): TriggerEvent | undefined {
  if (!isJsonObject(told)) return undefined;
  const text = (name: string): string | null => {
    const value = told[name] ?? told[name.charAt(0).toUpperCase() + name.slice(1)];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const orderId = text('orderId');
  if (orderId === null) return undefined;
  const row = {
    orderId,
    state: text('state'),
    lastState: text('lastState'),
    currentChange: text('currentChange'),
    lastChange: text('lastChange'),
    domain: text('domain'),
    via,
  };
  // One guide shows a hook without the newest date: the one before is then the best there is.
  const when = row.currentChange ?? row.lastChange;
  const at = momentOf(when);
  return {
    key: `order ${orderId} ${row.state} ${at?.toISOString() ?? when}`,
    row,
    ...(at && { state: { of: `order ${orderId}`, is: String(row.state), from: at, until: at } }),
  };
}

/** Undefined for a time that cannot be read. Feed and hook write the same moment with more or fewer digits. */
function momentOf(text: string | null): Date | undefined {
  const at = new Date(text ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** Whether the flow wants an event: those of other statuses wait in a feed whose filter was changed. */
export function isWanted(event: TriggerEvent, config: FilterConfig): boolean {
  const statuses = statusesOf(config);
  return statuses === null || statuses.includes(String(event.row['state']));
}

/** An order that was found in a status afterwards; it got there at some moment from `from` to `until`. */
export function foundEvent(
  { orderId, state }: { orderId: string; state: string },
  { from, until }: { from: Date; until: Date },
  once: boolean,
): TriggerEvent {
  const row: Row = {
    ...{ orderId, state, lastState: null, currentChange: null, lastChange: null, domain: null },
    via: 'list' satisfies Way,
  };
  return {
    key: `order ${orderId} ${state} found ${from.toISOString()}`,
    row,
    state: { of: `order ${orderId}`, is: state, from, until, ...(once && { once }) },
  };
}
