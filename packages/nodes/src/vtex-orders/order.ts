// What every order box shares: the fields that name an order, and the order as VTEX answers it. All money is in cents.
import { UserError, isJsonObject, type Json, type JsonObject, type Text } from '@eclusa/flow';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';

export const oneOrder = '/api/oms/pvt/orders/{orderId}';
export const getOrder = `GET ${oneOrder}`;

export const cents: Text = {
  en: 'cents, without a decimal point',
  es: 'centavos, sin punto decimal',
  pt: 'centavos, sem ponto decimal',
};

export const orderId = target.text(
  { en: 'Order id', es: 'Id del pedido', pt: 'Id do pedido' },
  {
    required: true,
    maxLength: 60,
    suggest: '$exists(orderId) ? orderId : pedido',
    help: {
      en: 'As VTEX shows it, such as 1268540501456-01. The number of the order in a marketplace is another one.',
      es: 'Como lo muestra VTEX, por ejemplo 1268540501456-01. El número del pedido en un marketplace es otro.',
      pt: 'Como a VTEX mostra, por exemplo 1268540501456-01. O número do pedido num marketplace é outro.',
    },
  },
);

export const invoiceNumber = target.text(
  { en: 'Invoice number', es: 'Número de la factura', pt: 'Número da nota fiscal' },
  {
    required: true,
    maxLength: 60,
    suggest: '$exists(invoiceNumber) ? invoiceNumber : nota',
    help: {
      en: 'Unique within the order: VTEX takes the same number for the same invoice and changes nothing.',
      es: 'Único dentro del pedido: para VTEX el mismo número es la misma factura y no cambia nada.',
      pt: 'Único dentro do pedido: para a VTEX o mesmo número é a mesma nota e nada muda.',
    },
  },
);

/** One invoice of an order, as the order shows it. */
export interface Package {
  type: string;
  number: string;
  value: number;
  raw: JsonObject;
}

export interface Order {
  id: string;
  /** Null: incomplete, without a workflow. In VTEX's usual spelling. */
  status: string | null;
  value: number;
  items: JsonObject[];
  packages: Package[];
  raw: JsonObject;
}

// The guides spell these statuses in other ways than the API does.
const spellings: Readonly<Record<string, string>> = {
  'cancelation-request': 'cancellation-requested',
  'cancelation-requested': 'cancellation-requested',
  'cancellation-request': 'cancellation-requested',
  'ready-for-invoice': 'ready-for-invoicing',
  'waiting-for-sellers-confirmation': 'waiting-for-authorization',
  'waiting-for-seller-confirmation': 'waiting-for-authorization',
  cancelled: 'canceled',
};

/** A status as the API spells it, from any spelling that VTEX's own pages use. */
export function orderStatus(text: string): string {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return spellings[plain] ?? plain;
}

/** The order as it is now. Throws UserError `vtex.order-unknown`. */
export async function readOrder(store: Store, id: string): Promise<Order> {
  const raw = await store.find(getOrder, { params: { orderId: id } });
  if (!raw) throw new UserError('vtex.order-unknown', { values: { orderId: id } });
  return orderFrom(raw);
}

export function orderFrom(raw: JsonObject): Order {
  const { status, value, items, packageAttachment } = raw;
  const packages = isJsonObject(packageAttachment) ? packageAttachment['packages'] : [];
  return {
    id: textOf(raw['orderId']),
    status: typeof status === 'string' && status !== '' ? orderStatus(status) : null,
    value: typeof value === 'number' ? value : 0,
    items: objects(items),
    packages: objects(packages).map((one) => ({
      type: one['type'] === 'Input' ? 'Input' : 'Output',
      number: textOf(one['invoiceNumber']),
      value: Number(one['invoiceValue'] ?? 0),
      raw: one,
    })),
    raw,
  };
}

/** Cents invoiced so far; returns do not count. */
export function invoicedSum({ packages }: Order): number {
  return packages.reduce((sum, { type, value }) => sum + (type === 'Output' ? value : 0), 0);
}

/** Objects of a list, or none. */
export function objects(list: Json | undefined): JsonObject[] {
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

export function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** True when the order is cancelled, or on its way there. */
export const isCanceled = (status: string | null): boolean => status === 'cancel' || status === 'canceled';

/** Requests to cancel that somebody has to decide first. */
export const isAskedToCancel = (status: string | null): boolean =>
  status === 'cancellation-requested' ||
  status === 'request-cancel' ||
  status === 'waiting-for-seller-decision';
