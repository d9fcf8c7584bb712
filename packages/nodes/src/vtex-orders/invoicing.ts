// Sends one invoice of an order, whatever it was read from. Every amount is cents; the sum may not pass the order's.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import { asObject } from '../vtex/remote';
import type { Store } from '../vtex/store';
import {
  invoicedSum,
  isAskedToCancel,
  isCanceled,
  objects,
  oneOrder,
  readOrder,
  textOf,
  type Order,
} from './order';

export const sendInvoice = `POST ${oneOrder}/invoice`;
export const startHandling = `POST ${oneOrder}/start-handling`;

export interface InvoiceItem extends JsonObject {
  /** The SKU's id. */
  id: string;
  /** Cents of one unit. */
  price: number;
  quantity: number;
}

export interface Invoice {
  orderId: string;
  type: 'Output' | 'Input';
  number: string;
  /** Cents; what is left of the order when not given. */
  value?: number | undefined;
  /** All of the order's when not given. */
  items?: InvoiceItem[] | undefined;
  issuanceDate: string;
  /** Members VTEX takes besides: key, address, courier, tracking. */
  more: JsonObject;
}

/** Sends it once: a number the order has already changes nothing. `makeItems` sees the order. */
export async function invoiceOrder(
  store: Store,
  invoice: Invoice,
  makeItems?: (order: Order) => InvoiceItem[],
): Promise<Json> {
  // Two parts of one order must not both see the same rest.
  return store.lock(`order:${invoice.orderId}`, async () => {
    const order = await readOrder(store, invoice.orderId);
    const known = order.packages.find(({ number }) => number === invoice.number);
    if (known) return repeated(order, invoice, known);
    const full = order.value - invoicedSum(order);
    const value = invoice.value ?? (invoice.type === 'Input' ? order.value : full);
    check(order, invoice, value, full);
    const items = makeItems?.(order) ?? invoice.items ?? allItems(order);
    checkItems(order, items);
    if (order.status === 'ready-for-handling')
      await store.send(startHandling, { params: { orderId: invoice.orderId } });
    const body = {
      type: invoice.type,
      issuanceDate: invoice.issuanceDate,
      invoiceNumber: invoice.number,
      invoiceValue: String(value),
      items,
      ...invoice.more,
    };
    const answer = asObject(await store.send(sendInvoice, { params: { orderId: invoice.orderId }, body }));
    return {
      orderId: invoice.orderId,
      invoiceNumber: invoice.number,
      invoiceValue: value,
      remaining: invoice.type === 'Output' ? full - value : full,
      receipt: textOf(answer?.['receipt']),
      change: 'created',
    };
  });
}

/** What an earlier attempt made: the package with this number. */
export async function findInvoice(store: Store, id: string, number: string): Promise<JsonObject | null> {
  const found = (await readOrder(store, id)).packages.find((one) => one.number === number);
  return found ? { orderId: id, invoiceNumber: number, invoiceValue: found.value } : null;
}

function repeated(order: Order, invoice: Invoice, known: Order['packages'][number]): Json {
  const { number, value } = invoice;
  if (known.type !== invoice.type || (value !== undefined && value !== known.value)) {
    throw new UserError('vtex.invoice-number-taken', {
      values: { orderId: order.id, invoiceNumber: number, held: known.value, value: value ?? null },
    });
  }
  return {
    orderId: order.id,
    invoiceNumber: number,
    invoiceValue: known.value,
    remaining: order.value - invoicedSum(order),
    receipt: null,
    change: 'unchanged',
  };
}

const open = [
  'ready-for-handling',
  'handling',
  'waiting-for-fulfillment',
  'ready-for-invoicing',
  'payment-approved',
];

function check(order: Order, { type }: Invoice, value: number, left: number): void {
  const { status } = order;
  const values = { orderId: order.id, status, value, left, total: order.value };
  if (isCanceled(status) || isAskedToCancel(status)) throw new UserError('vtex.order-canceled', { values });
  if (type === 'Input') {
    if (status !== 'invoiced') throw new UserError('vtex.return-before-invoice', { values });
    return;
  }
  if (status === 'invoiced' || status === 'invoice') throw new UserError('vtex.order-invoiced', { values });
  if (!open.includes(status ?? '')) throw new UserError('vtex.order-not-ready', { values });
  if (value > left) throw new UserError('vtex.invoice-too-large', { values });
}

function allItems({ items }: Order): InvoiceItem[] {
  return items.map((item) => ({
    id: textOf(item['id']),
    price: Number(item['sellingPrice'] ?? item['price'] ?? 0),
    quantity: Number(item['quantity'] ?? 0),
  }));
}

function checkItems(order: Order, items: InvoiceItem[]): void {
  for (const { id, price, quantity } of items) {
    const held = order.items.filter((item) => textOf(item['id']) === id);
    const [first] = held;
    if (!first) throw new UserError('vtex.invoice-item-unknown', { values: { orderId: order.id, id } });
    const unit = Number(first['sellingPrice'] ?? first['price']);
    // VTEX multiplies by the quantity itself: the price of the line would be counted several times.
    if (quantity > 1 && unit > 0 && price === unit * quantity)
      throw new UserError('vtex.invoice-price-of-line', { values: { id, price, quantity } });
  }
}

/** Items of a row: `[{ id, price, quantity }]`. Throws UserError for anything else. */
export function itemsFrom(
  list: Json | undefined,
  centsOf: (value: Json | undefined) => number,
): InvoiceItem[] {
  return objects(list).map((item) => {
    const id = textOf(item['id']);
    const quantity = Number(item['quantity'] ?? Number.NaN);
    if (id === '' || !(quantity > 0))
      throw new UserError('vtex.invoice-item-incomplete', { values: { item: JSON.stringify(item) } });
    return { id, price: centsOf(item['price']), quantity };
  });
}

/** Whole cents, from cents or from decimal currency. Throws UserError for cents with a decimal point. */
export function toCents(value: Json | undefined, amounts: Json | undefined): number {
  const number = typeof value === 'number' ? value : Number(textOf(value) || Number.NaN);
  if (amounts === 'currency' && Number.isFinite(number)) return Math.round(Number((number * 100).toFixed(4)));
  if (!Number.isSafeInteger(number) || number < 0)
    throw new UserError('vtex.amount-not-cents', { values: { value: textOf(value) } });
  return number;
}
