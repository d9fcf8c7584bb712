// Every route of the orders, from their several files.
import type { Route } from '../http/wire';
import { orderActionRoutes } from './order-actions';
import { orderChangeRoutes } from './order-change';
import type { OrderDesk } from './order-desk';
import { orderInvoiceRoutes } from './order-invoice';
import { orderListRoutes } from './order-list';
import { orderNoteRoutes } from './order-note';
import { orderReadRoutes } from './order-read';

export function orderRoutes(desk: OrderDesk): Route[] {
  return [
    ...orderReadRoutes(desk),
    ...orderListRoutes(desk),
    ...orderActionRoutes(desk),
    ...orderInvoiceRoutes(desk),
    ...orderChangeRoutes(desk),
    ...orderNoteRoutes(desk),
  ];
}
