// Finds afterwards what neither feed nor hook told: orders that changed while VTEX had dropped what it was to send. The
// list of orders knows no date of a change, so orders of the last weeks are asked for theirs one by one. What an order
// only passed through meanwhile is not found, just where it stands.
import { compileExpression, isJsonObject, type Json, type TriggerEvent } from '@eclusa/flow';
import type { Store } from '../vtex/store';
import { foundEvent } from './order-event';
import { statusesOf, type FilterConfig } from './order-filter';

export const missedRequests = [
  'GET /api/oms/pvt/orders',
  'GET /api/oms/pvt/orders/{orderId}',
  'GET /api/orders/pvt/document/{orderId}',
] as const;
const [listRequest, orderRequest, documentRequest] = missedRequests;

/** Orders to a page; VTEX's greatest. */
const perPage = 100;
const day = 24 * 3_600_000;
/** How old an order may be that changes its status: VTEX cancels unauthorised ones after 30 days. */
const lookBack = 30 * day;
/** What List orders can be asked for by status, and orders leave again: few at a time. */
const listable = new Set(['payment-pending', 'payment-approved', 'ready-for-handling', 'handling']);

interface Listed {
  orderId: string;
  status: string;
  creationDate: string;
}

type Query = Record<string, string>;

/** Orders that came to what the box is told of from `from` on, a page at a time. */
export async function* missedOrders(
  store: Store,
  config: FilterConfig,
  { from, until }: { from: Date; until: Date },
): AsyncGenerator<TriggerEvent[]> {
  const statuses = statusesOf(config);
  const wanted = wantedBy(store, config, statuses);
  for (const { query, since } of listsFor(statuses, from, until)) {
    for await (const page of ordersFrom(store, query, since, until)) {
      const found = await Promise.all(page.map((order) => stateSince(store, order, from, wanted)));
      yield found.flatMap((one) =>
        one ? [foundEvent(one, { from, until }, statuses === null && config.everyChange !== true)] : [],
      );
    }
  }
}

/** The lists to read: one for each status that can be asked for, and one for all that cannot. */
function listsFor(statuses: string[] | null, from: Date, until: Date): { query: Query; since: Date }[] {
  const earlier = new Date(from.getTime() - lookBack);
  const asked = (statuses ?? []).filter((status) => listable.has(status));
  const lists = asked.map((status) => ({ query: { f_status: status } as Query, since: earlier }));
  if (statuses?.includes('invoiced')) {
    const range = `invoicedDate:[${from.toISOString()} TO ${until.toISOString()}]`;
    lists.push({ query: { f_status: 'invoiced', f_invoicedDate: range }, since: earlier });
  }
  if (statuses?.includes('canceled')) lists.push({ query: { f_status: 'canceled' }, since: earlier });
  const isRest = (status: string) => !listable.has(status) && status !== 'invoiced' && status !== 'canceled';
  // Without a status there is no telling which of a month's orders changed: those made since a day before.
  if (statuses === null || statuses.some(isRest)) {
    lists.push({ query: {}, since: new Date(from.getTime() - day) });
  }
  return lists;
}

/**
 * Orders by the time they were made, the oldest first. Goes on behind the last one seen and not by number of page, so
 * that it knows no end at page 30 and orders that leave the list meanwhile hide no others.
 */
async function* ordersFrom(store: Store, query: Query, since: Date, until: Date): AsyncGenerator<Listed[]> {
  const seen = new Set<string>();
  let at = since.toISOString();
  for (let page = 1; ;) {
    const range = `creationDate:[${at} TO ${until.toISOString()}]`;
    const answer = await store.send(listRequest, {
      query: { ...query, f_creationDate: range, orderBy: 'creationDate,asc', page, per_page: perPage },
    });
    const listed = listedIn(answer);
    yield listed.filter(({ orderId }) => !seen.has(orderId));
    for (const { orderId } of listed) seen.add(orderId);
    const last = listed.at(-1);
    if (!last || listed.length < perPage) return;
    const next = new Date(last.creationDate).toISOString();
    // A page full of one moment: only then by number.
    page = next === at ? page + 1 : 1;
    at = next;
  }
}

function listedIn(answer: Json): Listed[] {
  const list = isJsonObject(answer) ? answer['list'] : undefined;
  return (Array.isArray(list) ? list : []).flatMap((one) => {
    if (!isJsonObject(one) || typeof one['orderId'] !== 'string') return [];
    const { orderId, status, creationDate } = one;
    return [{ orderId, status: String(status ?? ''), creationDate: String(creationDate) }];
  });
}

type Wanted = (orderId: string, state: string) => boolean | Promise<boolean>;

function wantedBy(store: Store, { expression }: FilterConfig, statuses: string[] | null): Wanted {
  if (statuses) return (_orderId, state) => statuses.includes(state);
  const compiled = compileExpression(expression ?? '');
  return async (orderId) => {
    const document = await store.find(documentRequest, { params: { orderId } });
    return document !== null && (await compiled.evaluate(document)) === true;
  };
}

/** Where the order stands when it got there since `from` and is wanted; the list may be minutes old. */
async function stateSince(
  store: Store,
  { orderId, status, creationDate }: Listed,
  from: Date,
  wanted: Wanted,
): Promise<{ orderId: string; state: string } | null> {
  const isNew = new Date(creationDate) >= from;
  const order = isNew ? null : await store.find(orderRequest, { params: { orderId } });
  if (!isNew && !(new Date(String(order?.['lastChange'])) >= from)) return null;
  const state = typeof order?.['status'] === 'string' ? order['status'] : status;
  return (await wanted(orderId, state)) ? { orderId, state } : null;
}
