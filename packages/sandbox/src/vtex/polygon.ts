// Logistics: polygons, areas that freight tables may name instead of postal codes.
import { objectBody, requiredText } from '../http/fields';
import { json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Store } from '../store/store';
import { pageOf } from './paged';

export function polygonRoutes(store: Store): Route[] {
  const base = '/api/logistics/pvt/configuration/geoshape';
  const one = `${base}/{polygonName}`;
  const { polygons } = store.logistics;
  const find = (call: Call) =>
    polygons.get(call.params.polygonName ?? '') ?? refuse(404, 'Polygon not found.');
  return [
    { request: `GET ${base}`, handler: (call) => json(pageOf([...polygons.keys()], call, 'perPage')) },
    { request: `PUT ${base}`, handler: (call) => put(store, call) },
    { request: `GET ${one}`, handler: (call) => json(find(call)) },
    { request: `DELETE ${one}`, handler: (call) => json(polygons.delete(find(call).name)) },
  ];
}

/** Each ring is a list of [longitude, latitude] that ends where it starts. */
function put(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const name = requiredText(body, 'name');
  const { coordinates } = objectBody(body.geoShape);
  const rings = Array.isArray(coordinates) ? (coordinates as unknown[]) : [];
  if (rings.length === 0 || !rings.every(isRing)) return refuse(400, 'The polygon is not closed.');
  store.logistics.polygons.set(name, { name, isActive: true, geoShape: { coordinates, type: 'polygon' } });
  return json(name);
}

function isRing(ring: unknown): boolean {
  if (!Array.isArray(ring) || ring.length < 4) return false;
  return JSON.stringify(ring[0]) === JSON.stringify(ring.at(-1));
}
