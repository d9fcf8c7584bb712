// Everybody who wants to hear of orders, by application key: hands each change to those whose filter lets it through.
import type { OrderBook } from './order-book';
import { holds, noticeOf, type OrderFilter, type OrderNotice } from './order-filter';

export interface Listening {
  filter: OrderFilter;
  /** Orders told once already, where the filter tells each only once. */
  fired: Set<string>;
}

/**
 * Calls `hear` with every change that a member of `audience` wants. Expressions are evaluated one after the other;
 * the answer resolves when all that happened so far has been heard.
 */
export function listenTo<Member extends Listening>(
  orders: OrderBook,
  audience: () => Iterable<Member>,
  hear: (member: Member, notice: OrderNotice) => void,
): () => Promise<void> {
  let heard = Promise.resolve();
  orders.onChange((event) => {
    for (const member of audience()) {
      const { filter } = member;
      if (filter.type !== 'FromWorkflow') continue;
      if (filter.status.length === 0 || filter.status.includes(event.state)) hear(member, { ...event });
    }
  });
  orders.onEdit((entry, at) => {
    const document = structuredClone(entry.document);
    const domain = entry.history.at(-1)?.domain ?? 'Fulfillment';
    for (const member of audience()) {
      const { filter, fired } = member;
      if (filter.type !== 'FromOrders') continue;
      heard = heard.then(async () => {
        if (!filter.disableSingleFire && fired.has(document.orderId)) return;
        if (!(await holds(filter.expression, document))) return;
        fired.add(document.orderId);
        hear(member, noticeOf(document, domain, at));
      });
    }
  });
  return () => heard;
}
