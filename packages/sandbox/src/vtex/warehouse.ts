// Logistics: warehouses. POST creates or replaces; ids are case-sensitive here.
import { objectBody, optionalNumber, requiredText } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Warehouse } from '../store/entities';
import type { Store } from '../store/store';
import { duration } from './dock';

export function warehouseRoutes(store: Store): Route[] {
  const base = '/api/logistics/pvt/configuration/warehouses';
  const one = `${base}/{warehouseId}`;
  return [
    { request: `GET ${base}`, handler: () => json([...store.warehouses.values()]) },
    { request: `POST ${base}`, handler: (call) => upsert(store, call) },
    { request: `GET ${one}`, handler: (call) => json(find(store, call)) },
    {
      request: `DELETE ${one}`,
      handler: (call) => {
        store.warehouses.delete(find(store, call).id);
        return empty();
      },
    },
    { request: `POST ${one}/activation`, handler: (call) => setActive(store, call, true) },
    { request: `POST ${one}/deactivation`, handler: (call) => setActive(store, call, false) },
  ];
}

function find(store: Store, call: Call): Warehouse {
  return store.warehouses.get(call.params.warehouseId ?? '') ?? refuse(404, 'Warehouse not found.');
}

function setActive(store: Store, call: Call, isActive: boolean): Reply {
  find(store, call).isActive = isActive;
  return empty();
}

function upsert(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const id = requiredText(body, 'id');
  const docks = Array.isArray(body.warehouseDocks)
    ? body.warehouseDocks
    : refuse(400, 'Field warehouseDocks is required');
  store.warehouses.set(id, {
    id,
    name: requiredText(body, 'name'),
    warehouseDocks: docks.map((dock) => {
      const fields = objectBody(dock);
      return {
        dockId: requiredText(fields, 'dockId'),
        time: duration(fields, 'time'),
        cost: Number(fields.cost ?? 0),
      };
    }),
    pickupPointIds: Array.isArray(body.pickupPointIds) ? body.pickupPointIds.map(String) : [],
    priority: optionalNumber(body, 'priority') ?? 0,
    isActive: body.isActive !== false,
  });
  return empty();
}
