// What an order change does to the document: items come, go or are replaced, and the totals follow. Amounts in cents.
import type { JsonObject } from '../http/fields';
import type { OrderDocument, OrderItem } from '../store/order';
import type { Store } from '../store/store';

export type ChangeBody = JsonObject;
type Receipt = { date: string; orderId: string; receipt: string };

interface Line {
  id: string;
  uniqueId: string | null;
  quantity: number;
  /** Cents of one unit; null keeps the item's, or takes the store's. */
  price: number | null;
}

interface Lines {
  added: Line[];
  removed: Line[];
}

/** The lines a body asks for. `refuse` gets a sentence when one of them cannot be. */
export function changedItems(
  store: Store,
  document: OrderDocument,
  body: ChangeBody,
  refuse: (message: string) => never,
): Lines {
  const replaced = Array.isArray(body.replace) ? (body.replace as JsonObject[]) : [];
  const added = [...linesOf(body.add), ...replaced.flatMap(({ to }) => linesOf(to))];
  const removed = [...linesOf(body.remove), ...replaced.flatMap(({ from }) => linesOf(from))];
  for (const line of removed) {
    const held = heldItem(document, line);
    if (!held) refuse(`The order has no item ${line.id}`);
    else if (held.quantity < line.quantity) refuse(`The order has only ${held.quantity} of item ${line.id}`);
  }
  for (const line of added) {
    if (!store.skus.has(Number(line.id))) refuse(`There is no SKU ${line.id}`);
  }
  return { added, removed };
}

function linesOf(part: unknown): Line[] {
  const parts = Array.isArray(part) ? (part as JsonObject[]) : part ? [part as JsonObject] : [];
  return parts
    .flatMap(({ items }) => (Array.isArray(items) ? (items as JsonObject[]) : []))
    .map((item) => ({
      id: String(item.id),
      uniqueId: typeof item.uniqueId === 'string' ? item.uniqueId : null,
      quantity: Number(item.quantity ?? 1),
      price: typeof item.price === 'number' ? item.price : null,
    }));
}

const heldItem = (document: OrderDocument, line: Line): OrderItem | undefined =>
  document.items.find(({ id, uniqueId }) =>
    line.uniqueId === null ? id === line.id : uniqueId === line.uniqueId,
  );

/** Writes the change into the document. Stock is left alone, as VTEX leaves it. */
export function applyChange(store: Store, document: OrderDocument, body: ChangeBody, receipt: Receipt): void {
  const { added, removed } = changedItems(store, document, body, (message) => {
    throw new Error(message);
  });
  const templates = new Map(document.items.map((item) => [item.id, item]));
  for (const line of removed) {
    const held = heldItem(document, line);
    if (held) held.quantity -= line.quantity;
  }
  for (const line of added) add(store, document, line, templates);
  document.items = document.items.filter(({ quantity }) => quantity > 0);
  const discountValue = Number(body.manualDiscountValue ?? 0);
  const incrementValue = Number(body.manualIncrementValue ?? 0);
  retotal(document, incrementValue - discountValue);
  const data = { reason: String(body.reason), discountValue, incrementValue, receipt };
  document.changesAttachment ??= { id: 'changeAttachment', changesData: [] };
  document.changesAttachment.changesData.push({ ...data, itemsAdded: added, itemsRemoved: removed });
}

function add(store: Store, document: OrderDocument, line: Line, templates: Map<string, OrderItem>): void {
  const held = document.items.find(({ id, quantity }) => id === line.id && quantity > 0);
  if (held && line.price === null) {
    held.quantity += line.quantity;
    return;
  }
  const base = store.prices.get(Number(line.id))?.basePrice ?? 0;
  const price = line.price ?? templates.get(line.id)?.price ?? Math.round(base * 100);
  const sku = store.skus.get(Number(line.id));
  const [first] = templates.values();
  if (!first) return;
  document.items.push({
    ...structuredClone(templates.get(line.id) ?? first),
    uniqueId: `${document.orderId}-${document.items.length + 1}c`,
    id: line.id,
    sellerSku: line.id,
    refId: sku?.RefId ?? null,
    name: sku?.Name ?? line.id,
    quantity: line.quantity,
    price,
    sellingPrice: price,
  });
}

function retotal(document: OrderDocument, difference: number): void {
  const goods = document.items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  for (const total of document.totals) if (total.id === 'Items') total.value = goods;
  const change = document.totals.find(({ id }) => id === 'Change');
  if (change) change.value += difference;
  else if (difference !== 0) document.totals.push({ id: 'Change', name: 'Change Total', value: difference });
  document.value = document.totals.reduce((sum, { value }) => sum + value, 0);
}
