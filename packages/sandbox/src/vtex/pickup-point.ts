// Logistics: pickup points. PUT replaces; an id with spaces is refused.
import { objectBody, requiredText } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Store } from '../store/store';
import { pageOf } from './paged';

export function pickupPointRoutes(store: Store): Route[] {
  const base = '/api/logistics/pvt/configuration/pickuppoints';
  const one = `${base}/{pickupPointId}`;
  const { pickupPoints } = store.logistics;
  const find = (call: Call) =>
    pickupPoints.get(call.params.pickupPointId ?? '') ?? refuse(404, 'Pickup point not found.');
  return [
    { request: `GET ${base}`, handler: () => json([...pickupPoints.values()]) },
    { request: `GET ${base}/_search`, handler: (call) => search(store, call) },
    { request: `GET ${one}`, handler: (call) => json(find(call)) },
    { request: `PUT ${one}`, handler: (call) => put(store, call) },
    {
      request: `DELETE ${one}`,
      handler: (call) => {
        pickupPoints.delete(String(find(call).id));
        return empty(204);
      },
    },
  ];
}

function search(store: Store, call: Call): Reply {
  const keyword = call.query.get('keyword')?.toLowerCase() ?? '';
  const found = [...store.logistics.pickupPoints.values()].filter((point) =>
    JSON.stringify(point).toLowerCase().includes(keyword),
  );
  return json(pageOf(found, call, 'pageSize'));
}

function put(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const id = requiredText(body, 'id');
  if (/\s/.test(id) || id !== call.params.pickupPointId)
    refuse(400, 'The id of a pickup point has no spaces.');
  const point = {
    description: null,
    instructions: null,
    formatted_address: null,
    businessHours: [],
    tagsLabel: [],
    isThirdPartyPickup: false,
    ...body,
    id,
    name: requiredText(body, 'name'),
    address: objectBody(body.address ?? refuse(400, 'Field address is required')),
    isActive: body.isActive === true,
    distance: null,
    seller: null,
    _sort: null,
    pickupHolidays: [],
    accountOwnerName: null,
    accountOwnerId: null,
    parentAccountName: null,
    originalId: null,
  };
  store.logistics.pickupPoints.set(id, point);
  return json(point);
}
