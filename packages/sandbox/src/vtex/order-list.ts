// List orders: served from an index that is behind the orders, filtered, sorted, and cut off after thirty pages.
import { json, type Call, type Reply, type Route } from '../http/wire';
import type { OrderDocument } from '../store/order';
import { omsRefuse } from './oms-error';
import type { OrderDesk } from './order-desk';

/** VTEX answers no page beyond this one. */
const lastPage = 30;
const mostPerPage = 100;

export function orderListRoutes(desk: OrderDesk): Route[] {
  return [{ request: 'GET /api/oms/pvt/orders', handler: (call) => list(desk, call) }];
}

function list({ store, clock }: OrderDesk, call: Call): Reply {
  const { query } = call;
  const now = clock();
  store.orders.settle(now);
  const page = wholeNumber(query, 'page', 1, lastPage);
  const perPage = wholeNumber(query, 'per_page', 15, mostPerPage);
  const known = [...store.orders.entries.values()].flatMap(
    (entry) => store.orders.indexedAt(entry, now) ?? [],
  );
  const tests = filters(query);
  const found = sorted(
    known.filter((document) => tests.every((test) => test(document))),
    query.get('orderBy'),
  );
  const pages = Math.ceil(found.length / perPage);
  return json({
    list: found.slice((page - 1) * perPage, page * perPage).map(rowOf),
    facets: [],
    paging: { total: found.length, pages, currentPage: page, perPage },
    stats: { stats: statsOf(found) },
    reportRecordsLimit: 15000,
  });
}

function wholeNumber(query: URLSearchParams, name: string, otherwise: number, most: number): number {
  const given = query.get(name);
  if (given === null || given === '') return otherwise;
  const value = Number(given);
  if (!Number.isInteger(value) || value < 1) omsRefuse(400, 'OMS012', `${name} must be a positive number`);
  if (value > most) omsRefuse(400, 'OMS012', `${name} is limited to ${most}`);
  return value;
}

type Test = (document: OrderDocument) => boolean;

function filters(query: URLSearchParams): Test[] {
  const tests: Test[] = [];
  const add = (name: string, make: (value: string) => Test): void => {
    const value = query.get(name);
    if (value !== null && value !== '') tests.push(make(value));
  };
  add(
    'f_status',
    oneOf((document) => document.status, statusSpellings),
  );
  add(
    'f_creationDate',
    within((document) => document.creationDate),
  );
  add(
    'f_authorizedDate',
    within((document) => document.authorizedDate),
  );
  add(
    'f_invoicedDate',
    within((document) => document.invoicedDate),
  );
  add(
    'f_salesChannel',
    oneOf((document) => document.salesChannel),
  );
  add(
    'salesChannelId',
    oneOf((document) => document.salesChannel),
  );
  add(
    'f_affiliateId',
    oneOf((document) => String(document.affiliateId)),
  );
  add('f_paymentNames', (value) => (document) => paymentNames(document).includes(value));
  add('f_sellerNames', (value) => (document) => sellers(document).some(({ name }) => name === value));
  add('f_hasInputInvoice', (value) => (document) => (value === 'true') === hasInput(document));
  add('q', (value) => (document) => textOf(document).includes(value.toLowerCase()));
  add('searchField', (value) => (document) => document.items.some(({ id }) => id === value));
  const incomplete = query.get('incompleteOrders') === 'true';
  tests.push(({ isCompleted }) => isCompleted !== incomplete);
  return tests;
}

/** The index has its own word for one status. */
const statusSpellings: Record<string, string> = {
  'waiting-for-sellers-confirmation': 'waiting-for-authorization',
};

const oneOf =
  (read: (document: OrderDocument) => string | null, spellings: Record<string, string> = {}) =>
  (value: string): Test => {
    const wanted = value.split(',').map((one) => spellings[one.trim()] ?? one.trim());
    return (document) => wanted.includes(read(document) ?? '');
  };

/** `creationDate:[2026-11-01T00:00:00.000Z TO 2026-11-02T23:59:59.999Z]`, both ends included. */
const within =
  (read: (document: OrderDocument) => string | null) =>
  (value: string): Test => {
    const [, from = '', to = ''] = /^\w+:\[(\S+) TO (\S+)\]$/.exec(value) ?? [];
    const [start, end] = [
      from === '*' ? -Infinity : Date.parse(from),
      to === '*' ? Infinity : Date.parse(to),
    ];
    if (Number.isNaN(start) || Number.isNaN(end))
      omsRefuse(400, 'OMS012', `The date range ${value} is not valid`);
    return (document) => {
      const at = Date.parse(read(document) ?? '');
      return at >= start && at <= end;
    };
  };

const paymentNames = ({ paymentData }: OrderDocument): string =>
  paymentData.transactions
    .flatMap(({ payments }) => payments.map(({ paymentSystemName }) => String(paymentSystemName)))
    .join(', ');
const sellers = (document: OrderDocument): { name: string }[] =>
  (document.sellers ?? []) as { name: string }[];
const hasInput = ({ packageAttachment }: OrderDocument): boolean =>
  packageAttachment.packages.some(({ type }) => type === 'Input');

function textOf(document: OrderDocument): string {
  const { email, document: id, firstName, lastName } = document.clientProfileData;
  const client = [email, id, `${String(firstName)} ${String(lastName)}`].map(String);
  return [document.orderId, document.sequence, document.marketplaceOrderId, ...client]
    .join('\n')
    .toLowerCase();
}

const orders: Record<string, (document: OrderDocument) => string | number> = {
  creationDate: ({ creationDate }) => creationDate,
  orderId: ({ orderId }) => orderId,
  totalValue: ({ value }) => value,
  status: ({ status }) => status ?? '',
  clientName: ({ clientProfileData }) => String(clientProfileData.firstName),
  authorizedDate: ({ authorizedDate }) => authorizedDate ?? '',
};

function sorted(found: OrderDocument[], orderBy: string | null): OrderDocument[] {
  const [field = '', direction = 'desc'] = (orderBy || 'creationDate,desc').split(',');
  const read = orders[field] ?? orders.creationDate;
  if (!read) return found;
  const sign = direction === 'asc' ? 1 : -1;
  return [...found].sort((a, b) => sign * compare(read(a), read(b)) || sign * compare(a.orderId, b.orderId));
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

function rowOf(document: OrderDocument): object {
  const { firstName, lastName } = document.clientProfileData;
  const arrival = document.shippingData.logisticsInfo[0]?.shippingEstimateDate ?? null;
  return {
    orderId: document.orderId,
    creationDate: document.creationDate,
    clientName: `${String(firstName)} ${String(lastName)}`,
    items: null,
    totalValue: document.value,
    paymentNames: paymentNames(document),
    status: document.status,
    statusDescription: document.statusDescription,
    marketPlaceOrderId: document.marketplaceOrderId || null,
    sequence: document.sequence,
    salesChannel: document.salesChannel,
    affiliateId: document.affiliateId,
    origin: document.origin,
    workflowInErrorState: false,
    workflowInRetry: false,
    lastMessageUnread: null,
    ShippingEstimatedDate: arrival,
    ShippingEstimatedDateMax: arrival,
    ShippingEstimatedDateMin: arrival,
    orderIsComplete: document.isCompleted,
    listId: null,
    listType: null,
    authorizedDate: document.authorizedDate,
    callCenterOperatorName: null,
    totalItems: document.items.reduce((sum, { quantity }) => sum + quantity, 0),
    currencyCode: 'BRL',
    hostname: document.hostname,
  };
}

function statsOf(found: OrderDocument[]): object {
  const values = found.map(({ value }) => value);
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    totalValue: {
      Count: values.length,
      Max: values.reduce((most, value) => Math.max(most, value), 0),
      Mean: values.length === 0 ? 0 : sum / values.length,
      Min: values.reduce((least, value) => Math.min(least, value), values[0] ?? 0),
      Sum: sum,
      Facets: {},
    },
  };
}
