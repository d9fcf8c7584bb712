// Logistics: shipping policies, once called carriers, and the days they do not deliver. PUT replaces the whole policy.
import { objectBody, requiredText, type JsonObject } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import { newPolicy } from '../store/logistics';
import type { Store } from '../store/store';
import { pageOf } from './paged';

export function shippingPolicyRoutes(store: Store): Route[] {
  const base = '/api/logistics/pvt/shipping-policies';
  const one = `${base}/{id}`;
  const carrier = '/api/logistics/pvt/configuration/carriers/{carrierId}';
  const { policies } = store.logistics;
  return [
    { request: `GET ${base}`, handler: (call) => json(pageOf([...policies.values()], call, 'perPage')) },
    { request: `POST ${base}`, handler: (call) => create(store, call) },
    { request: `GET ${one}`, handler: (call) => json(find(store, call.params.id)) },
    { request: `PUT ${one}`, handler: (call) => replace(store, call) },
    { request: `DELETE ${one}`, handler: (call) => remove(store, call) },
    { request: `GET ${carrier}/getdayofweekblocked`, handler: (call) => json([...days(store, call)]) },
    { request: `POST ${carrier}/adddayofweekblocked`, handler: (call) => block(store, call, 'add') },
    { request: `POST ${carrier}/removedayofweekblocked`, handler: (call) => block(store, call, 'delete') },
  ];
}

function find(store: Store, id: string | undefined): JsonObject {
  return store.logistics.policies.get(id ?? '') ?? refuse(404, 'Shipping policy not found.');
}

function create(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const id = requiredText(body, 'id');
  if (store.logistics.policies.has(id)) {
    store.creates.refused('shipping-policy', id);
    return refuse(409, `Shipping policy ${id} already exists.`);
  }
  checked(body);
  store.logistics.policies.set(id, newPolicy(id, body));
  store.creates.created('shipping-policy', id);
  return empty();
}

/** What the body leaves out goes back to what it is when nobody gave it. */
function replace(store: Store, call: Call): Reply {
  const { id } = find(store, call.params.id) as { id: string };
  const body = objectBody(call.body);
  checked(body);
  const { deliveryOnWeekends, ...rest } = body;
  const weekend = deliveryOnWeekends === true;
  store.logistics.policies.set(
    id,
    newPolicy(id, {
      weekendAndHolidays: { saturday: weekend, sunday: weekend, holiday: weekend },
      ...rest,
    }),
  );
  return empty();
}

function checked(body: JsonObject): void {
  requiredText(body, 'name');
  requiredText(body, 'shippingMethod');
  objectBody(body.maxDimension ?? refuse(400, 'Field maxDimension is required'));
}

function remove(store: Store, call: Call): Reply {
  const { id } = find(store, call.params.id) as { id: string };
  store.logistics.policies.delete(id);
  store.logistics.freights.delete(id);
  return empty();
}

function days(store: Store, call: Call): Set<string> {
  const { id } = find(store, call.params.carrierId) as { id: string };
  const known = store.logistics.blockedDays.get(id) ?? new Set<string>();
  store.logistics.blockedDays.set(id, known);
  return known;
}

/** The body is a date alone, as a JSON text. */
function block(store: Store, call: Call, change: 'add' | 'delete'): Reply {
  const day = typeof call.body === 'string' ? call.body : refuse(400, 'The body must be a date.');
  if (Number.isNaN(Date.parse(day))) refuse(400, 'The body must be a date.');
  days(store, call)[change](day);
  return json(true);
}
