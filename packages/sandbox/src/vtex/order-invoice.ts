// Invoices of an order: cents as text, a running sum that must meet the total, returns only after it did, and tracking.
import { json, type Call, type Reply, type Route } from '../http/wire';
import type { JsonObject } from '../http/fields';
import type { OrderDocument, OrderPackage } from '../store/order';
import type { OrderEntry } from '../store/order-book';
import { bodyWith, invalid, omsRefuse } from './oms-error';
import { orderOf, receiptOf, type OrderDesk } from './order-desk';

const one = '/api/oms/pvt/orders/{orderId}/invoice';
const required = ['type', 'issuanceDate', 'invoiceNumber', 'invoiceValue', 'items'];
/** Where an invoice may come. In `ready-for-handling` it is tolerated, and the reservation stays as it is. */
const open = new Set([
  'ready-for-handling',
  'handling',
  'waiting-for-fulfillment',
  'ready-for-invoicing',
  'payment-approved',
]);

export function orderInvoiceRoutes(desk: OrderDesk): Route[] {
  return [
    { request: `POST ${one}`, handler: (call) => invoice(desk, call) },
    { request: `PATCH ${one}/{invoiceNumber}`, handler: (call) => track(desk, call) },
    { request: `PUT ${one}/{invoiceNumber}/tracking`, handler: (call) => events(desk, call) },
  ];
}

function invoice(desk: OrderDesk, call: Call): Reply {
  const entry = orderOf(desk, call);
  const body = bodyWith(call.body, required);
  const type = body.type;
  if (type !== 'Output' && type !== 'Input') return invalid({ type: ['type is Output or Input.'] });
  const { document } = entry;
  const number = String(body.invoiceNumber);
  // The number is the natural key: again means a new receipt and nothing else.
  if (packageOf(document, number)) return json(receiptOf(desk, entry));
  const made = packageFrom(document, body, type);
  if (type === 'Input' && document.status !== 'invoiced')
    omsRefuse(400, 'OMS005', 'An Input invoice needs an order that is invoiced');
  if (type === 'Output' && !open.has(document.status ?? ''))
    omsRefuse(409, 'OMS005', `The order cannot be invoiced in the status ${String(document.status)}`);
  if (type === 'Output' && invoicedSum(document) + made.invoiceValue > document.value)
    omsRefuse(400, 'OMS006', 'The sum of the invoices is greater than the value of the order');
  desk.store.orders.edit(entry, desk.clock(), ({ packageAttachment }) => {
    packageAttachment.packages.push(made);
  });
  desk.store.creates.created('invoice', `${document.orderId}/${number}`);
  if (type === 'Output' && document.status !== null) finish(desk, entry);
  return json(receiptOf(desk, entry));
}

/** Sum of what was sold, in cents. */
export const invoicedSum = ({ packageAttachment }: OrderDocument): number =>
  packageAttachment.packages.reduce(
    (sum, { type, invoiceValue }) => sum + (type === 'Output' ? invoiceValue : 0),
    0,
  );

/** All invoiced: on to the end. A part: a seller stays where it was, a marketplace checks and goes back. */
function finish({ store, clock }: OrderDesk, entry: OrderEntry): void {
  const now = clock();
  const whole = invoicedSum(entry.document) === entry.document.value;
  if (!whole && entry.flow !== 'marketplace') return;
  store.orders.move(entry, 'invoice', now);
  store.orders.move(entry, whole ? 'invoiced' : 'payment-approved', now);
}

function packageFrom(document: OrderDocument, body: JsonObject, type: OrderPackage['type']): OrderPackage {
  // A decimal point is the classic mistake: 24.99 instead of 2499.
  const value = body.invoiceValue;
  if (typeof value !== 'string' || !/^\d+$/.test(value))
    return invalid({ invoiceValue: ['invoiceValue is a text of cents, digits only.'] });
  const items = Array.isArray(body.items) ? (body.items as JsonObject[]) : [];
  if (items.length === 0) invalid({ items: ['The items field is required.'] });
  const optional = (name: string): string | null => (body[name] === undefined ? null : String(body[name]));
  return {
    type,
    invoiceNumber: String(body.invoiceNumber),
    invoiceValue: Number(value),
    invoiceKey: optional('invoiceKey'),
    invoiceUrl: optional('invoiceUrl'),
    embeddedInvoice: optional('embeddedInvoice'),
    issuanceDate: String(body.issuanceDate),
    courier: optional('courier'),
    trackingNumber: optional('trackingNumber'),
    trackingUrl: optional('trackingUrl'),
    dispatchedDate: optional('dispatchedDate'),
    items: items.map((item) => itemFrom(document, item)),
    courierStatus: { status: null, finished: false, deliveredDate: null, data: [] },
    cfop: null,
    restitutions: type === 'Input' ? { Refund: { value: Number(value), giftCardData: null, items: [] } } : {},
    volumes: null,
    EnableInferItems: false,
  };
}

function itemFrom(document: OrderDocument, item: JsonObject): OrderPackage['items'][number] {
  const itemIndex = document.items.findIndex(({ id }) => id === String(item.id));
  if (itemIndex < 0) invalid({ items: [`The order has no item with the id ${String(item.id)}.`] });
  if (typeof item.price !== 'number' || !Number.isInteger(item.price) || typeof item.quantity !== 'number')
    invalid({ items: ['price is a whole number of cents of one unit, quantity is a number.'] });
  return {
    itemIndex,
    quantity: item.quantity as number,
    price: item.price as number,
    description: typeof item.description === 'string' ? item.description : null,
  };
}

const packageOf = (
  { packageAttachment }: OrderDocument,
  number: string | undefined,
): OrderPackage | undefined =>
  packageAttachment.packages.find(({ invoiceNumber }) => invoiceNumber === number);

const noInvoice = (): never => omsRefuse(404, 'OMS007', 'Invoice Not Found');

function track(desk: OrderDesk, call: Call): Reply {
  const entry = orderOf(desk, call);
  const body = bodyWith(call.body, ['trackingNumber', 'trackingUrl', 'courier', 'dispatchedDate']);
  const found = packageOf(entry.document, call.params.invoiceNumber) ?? noInvoice();
  desk.store.orders.edit(entry, desk.clock(), () => {
    found.trackingNumber = String(body.trackingNumber);
    found.trackingUrl = String(body.trackingUrl);
    found.courier = String(body.courier);
    found.dispatchedDate = String(body.dispatchedDate);
  });
  return json(receiptOf(desk, entry));
}

/** The list replaces the one before, as PUT does. */
function events(desk: OrderDesk, call: Call): Reply {
  const entry = orderOf(desk, call);
  const body = bodyWith(call.body, ['isDelivered', 'events']);
  const found = packageOf(entry.document, call.params.invoiceNumber) ?? noInvoice();
  if (!found.trackingNumber) omsRefuse(400, 'OMS013', 'The invoice has no tracking number');
  const delivered = body.isDelivered === true;
  if (delivered && !body.deliveredDate) invalid({ deliveredDate: ['The deliveredDate field is required.'] });
  if (body.deliveredDate && !/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(String(body.deliveredDate)))
    invalid({ deliveredDate: ['deliveredDate is yyyy-mm-dd hh:mm.'] });
  const list = Array.isArray(body.events) ? (body.events as JsonObject[]) : [];
  const told = list.map((event) => bodyWith(event, ['city', 'state', 'description', 'date']));
  desk.store.orders.edit(entry, desk.clock(), () => {
    found.courierStatus = {
      status: delivered ? 'delivered' : 'in-transit',
      finished: delivered,
      deliveredDate: delivered ? String(body.deliveredDate) : null,
      data: told.map(({ city, state, description, date }) => ({
        city: String(city),
        state: String(state),
        description: String(description),
        createDate: String(date),
        lastChange: String(date),
      })),
    };
  });
  return json(receiptOf(desk, entry));
}
