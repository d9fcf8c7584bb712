// Logistics: holidays, on which nobody delivers. The shape of the answers is ours: no document prints it.
import { objectBody, requiredText } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Store } from '../store/store';

export function holidayRoutes(store: Store): Route[] {
  const base = '/api/logistics/pvt/configuration/holidays';
  const one = `${base}/{holidayId}`;
  const { holidays } = store.logistics;
  const find = (call: Call) => holidays.get(call.params.holidayId ?? '') ?? refuse(404, 'Holiday not found.');
  return [
    { request: `GET ${base}`, handler: () => json([...holidays.values()]) },
    { request: `GET ${one}`, handler: (call) => json(find(call)) },
    { request: `PUT ${one}`, handler: (call) => put(store, call) },
    {
      request: `DELETE ${one}`,
      handler: (call) => {
        holidays.delete(String(find(call).id));
        return empty();
      },
    },
  ];
}

function put(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const id = call.params.holidayId ?? '';
  const startDate = requiredText(body, 'startDate');
  if (!/^\d{4}-\d{2}-\d{2}/.test(startDate) || Number.isNaN(Date.parse(startDate)))
    refuse(400, 'Field startDate must have the form YYYY-MM-DD');
  store.logistics.holidays.set(id, {
    id,
    name: requiredText(body, 'name'),
    startDate: `${startDate.slice(0, 10)}T00:00:00Z`,
  });
  return empty();
}
