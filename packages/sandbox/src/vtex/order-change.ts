// Order changes, second version: accepted at once, applied later, looked up until they end. The first version is off.
import { json, type Call, type Reply, type Route } from '../http/wire';
import type { JsonObject } from '../http/fields';
import type { OrderChangeRequest, OrderEntry } from '../store/order-book';
import { applyChange, changedItems, type ChangeBody } from './order-change-apply';
import { bodyWith, omsRefuse } from './oms-error';
import { orderOf, receiptOf, type OrderDesk } from './order-desk';

const all = '/api/order-system/orders/{changeOrderId}/changes';
const one = `${all}/{changeRequestId}`;
const changeable = new Set(['handling', 'waiting-for-fulfillment', 'ready-for-invoicing']);

export function orderChangeRoutes(desk: OrderDesk): Route[] {
  desk.store.orders.onSettle((now) => applyDue(desk, now));
  return [
    { request: `PATCH ${all}`, handler: (call) => start(desk, call) },
    { request: `GET ${all}`, handler: (call) => list(desk, call) },
    { request: `GET ${one}`, handler: (call) => json(shown(findRequest(desk, call).request)) },
    { request: `POST ${all}/preview`, handler: (call) => preview(desk, call) },
    { request: `POST ${one}/retry`, handler: (call) => retry(desk, call) },
    { request: `POST ${one}/cancel`, handler: (call) => give(desk, call) },
    { request: 'POST /api/oms/pvt/orders/{orderId}/changes', handler: firstVersion },
  ];
}

const refused = (number: string, message: string, status = 409): never =>
  omsRefuse(status, `SalesOrderSystem${number}`, message);

function firstVersion(): Reply {
  return omsRefuse(410, 'OMS014', 'This version of order changes has been switched off');
}

function start(desk: OrderDesk, call: Call): Reply {
  const entry = orderOf(desk, call, 'changeOrderId');
  const body = bodyWith(call.body, ['reason']);
  check(desk, entry, body);
  const now = desk.clock();
  const number = entry.changes.length + 1;
  const request: OrderChangeRequest = {
    requestId: `change-${entry.document.orderId}-${number}`,
    workflowId: `workflow-${entry.document.orderId}-${number}`,
    status: 'processing',
    at: now,
    dueAt: now + desk.store.orders.times.change,
    body,
    errors: [],
  };
  entry.changes.push(request);
  desk.store.creates.created('order-change', `${entry.document.orderId}/${String(body.reason)}`);
  return json(shown(request), 202);
}

function check(desk: OrderDesk, entry: OrderEntry, body: ChangeBody): void {
  const { status, packageAttachment } = entry.document;
  if (entry.changes.some((request) => request.status === 'processing'))
    refused('014', 'There is a change in progress for this order');
  if (status === 'invoiced' || packageAttachment.packages.length > 0)
    refused('046', 'The order has been invoiced already');
  if (!changeable.has(status ?? ''))
    refused('010', `The order cannot be changed in the status ${String(status)}`);
  changedItems(desk.store, entry.document, body, (message) => refused('020', message, 400));
}

/** Every change whose time has come is applied, dated with that time. */
function applyDue({ store }: OrderDesk, now: number): void {
  for (const entry of store.orders.entries.values()) {
    const request = entry.changes.find(({ status }) => status === 'processing');
    if (request && request.dueAt <= now) finish(store, entry, request);
  }
}

function finish(store: OrderDesk['store'], entry: OrderEntry, request: OrderChangeRequest): void {
  if (!changeable.has(entry.document.status ?? '')) {
    request.status = 'failed';
    request.errors = ['The order has moved on'];
    return;
  }
  const receipt = receiptOf({ store, clock: () => request.dueAt }, entry);
  store.orders.edit(entry, request.dueAt, (document) => applyChange(store, document, request.body, receipt));
  request.status = 'done';
}

function findRequest(desk: OrderDesk, call: Call): { entry: OrderEntry; request: OrderChangeRequest } {
  const entry = orderOf(desk, call, 'changeOrderId');
  const request = entry.changes.find(({ requestId }) => requestId === call.params.changeRequestId);
  return { entry, request: request ?? refused('404', 'Change request not found', 404) };
}

function list(desk: OrderDesk, call: Call): Reply {
  const { changes } = orderOf(desk, call, 'changeOrderId');
  return json({ requests: changes.map(shown) });
}

function preview(desk: OrderDesk, call: Call): Reply {
  const entry = orderOf(desk, call, 'changeOrderId');
  const body = bodyWith(call.body, ['reason']);
  check(desk, entry, body);
  const copy = structuredClone(entry.document);
  applyChange(desk.store, copy, body, { date: '', orderId: copy.orderId, receipt: '' });
  return json({
    ...bodyShown(body),
    totalChangeValue: copy.value - entry.document.value,
    totals: copy.totals,
  });
}

function retry(desk: OrderDesk, call: Call): Reply {
  const { request } = findRequest(desk, call);
  if (request.status !== 'failed') refused('030', 'Only a failed change can be tried again');
  request.status = 'processing';
  request.dueAt = desk.clock() + desk.store.orders.times.change;
  return json(shown(request), 202);
}

function give(desk: OrderDesk, call: Call): Reply {
  const { request } = findRequest(desk, call);
  if (request.status === 'done') refused('031', 'The change has been applied already');
  request.status = 'canceled';
  return json(shown(request));
}

const bodyShown = (body: JsonObject): JsonObject => ({
  reason: body.reason,
  manualDiscountValue: body.manualDiscountValue ?? 0,
  manualIncrementValue: body.manualIncrementValue ?? 0,
  add: body.add ?? null,
  remove: body.remove ?? null,
  replace: body.replace ?? null,
});

// The reference tells the end by `inProgress`, the guide by `finished`.
function shown(request: OrderChangeRequest): JsonObject {
  const { requestId, workflowId, status, at, errors } = request;
  return {
    requestId,
    workflowId,
    status,
    inProgress: status === 'processing',
    finished: status !== 'processing',
    ...bodyShown(request.body),
    errors,
    date: new Date(at).toISOString(),
  };
}
