// Logistics: docks. POST creates or replaces, and what it leaves out is gone; ids are case-sensitive.
import { objectBody, optionalNumber, optionalText, requiredText, type JsonObject } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Dock } from '../store/logistics';
import type { Store } from '../store/store';

export function dockRoutes(store: Store): Route[] {
  const base = '/api/logistics/pvt/configuration/docks';
  const one = `${base}/{dockId}`;
  const { docks } = store.logistics;
  return [
    { request: `GET ${base}`, handler: () => json([...docks.values()].map(shown)) },
    { request: `POST ${base}`, handler: (call) => upsert(store, call) },
    { request: `GET ${one}`, handler: (call) => json(shown(find(store, call))) },
    { request: `DELETE ${one}`, handler: (call) => json(docks.delete(find(store, call).id)) },
    { request: `POST ${one}/activation`, handler: (call) => setActive(store, call, true) },
    { request: `POST ${one}/deactivation`, handler: (call) => setActive(store, call, false) },
  ];
}

function find(store: Store, call: Call): Dock {
  return store.logistics.docks.get(call.params.dockId ?? '') ?? refuse(404, 'Dock not found.');
}

function setActive(store: Store, call: Call, isActive: boolean): Reply {
  find(store, call).isActive = isActive;
  return empty(204);
}

function upsert(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const id = requiredText(body, 'id');
  store.logistics.docks.set(id, {
    id,
    name: requiredText(body, 'name'),
    priority: optionalNumber(body, 'priority') ?? 0,
    dockTimeFake: duration(body, 'dockTimeFake'),
    timeFakeOverhead: duration(body, 'timeFakeOverhead'),
    salesChannels: texts(body, 'salesChannels'),
    salesChannel: optionalText(body, 'salesChannel'),
    freightTableIds: texts(body, 'freightTableIds'),
    wmsEndPoint: optionalText(body, 'wmsEndPoint'),
    address: body.address === undefined || body.address === null ? null : objectBody(body.address),
    isActive: body.isActive !== false,
  });
  return json(true);
}

/** `d.hh:mm:ss`; nothing when it is left out. */
export function duration(body: JsonObject, name: string): string {
  const value = optionalText(body, name) ?? '00:00:00';
  return /^(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d+)?$/.test(value)
    ? value
    : refuse(400, `Field ${name} must have the form d.hh:mm:ss`);
}

/** A list of texts; none when it is left out. */
export function texts(body: JsonObject, name: string): string[] {
  const value = body[name] ?? [];
  if (!Array.isArray(value)) return refuse(400, `Field ${name} must be a list`);
  return value.map((one) => (typeof one === 'string' ? one : refuse(400, `Field ${name} must hold texts`)));
}

function shown(dock: Dock): object {
  return {
    pickupStoreInfo: { isPickupStore: false, storeId: null, friendlyName: null, address: null },
    pickupInStoreInfo: { isActice: false, additionalInfo: null },
    location: null,
    shippingRatesProviders: [],
    deliveryAgreementsIds: [],
    ...dock,
  };
}
