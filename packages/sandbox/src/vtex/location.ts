// Fulfilment locations and what they can prepare, and the capacity of scheduled delivery. Nothing here takes capacity up.
import { objectBody, optionalNumber, optionalText, pathId, type JsonObject } from '../http/fields';
import { json, refuse, type Call, type Reply, type Route } from '../http/wire';
import { weekDays, type Location } from '../store/logistics';
import type { Store } from '../store/store';

const day = 86_400_000;

export function locationRoutes(store: Store, account: string, clock: () => number): Route[] {
  const base = '/api/fulfillment-locations';
  const { locations } = store.logistics;
  return [
    { request: `GET ${base}/location`, handler: (call) => list(store, account, call) },
    {
      request: `GET ${base}/capacity/by-parent-account-name`,
      handler: () => json([...locations.values()].map((one) => usageOf(one, account, clock()))),
    },
    {
      request: `GET ${base}/locations/{locationId}/capacities`,
      handler: (call) => json(nextDays(find(store, call), call, clock())),
    },
    {
      request: `PUT ${base}/locations/{locationId}/status`,
      handler: (call) => setStatus(store, account, call),
    },
    {
      request: `PUT ${base}/location/{locationId}/capacities/{code}`,
      handler: (call) => setCapacity(store, call),
    },
    {
      request: 'GET /api/logistics-capacity/resources/{resource}/time-frames',
      handler: (call) => timeFrames(store, call),
    },
  ];
}

function find(store: Store, call: Call): Location {
  return store.logistics.locations.get(call.params.locationId ?? '') ?? refuse(404, 'Location not found.');
}

/** Pages count from 0, thirty a page at most. */
function list(store: Store, account: string, call: Call): Reply {
  const number = (name: string): number => pathId(call.query.get(name) ?? undefined);
  const size = Math.min(number('pageSize') || 30, 30);
  const start = (number('page') || 0) * size;
  const wanted = call.query.get('status')?.split(',');
  const all = [...store.logistics.locations.values()].filter(
    ({ status }) => !wanted || wanted.includes(status),
  );
  const data = all.slice(start, start + size).map((one) => shown(one, account));
  return json({ hasNextPage: start + size < all.length, data });
}

function shown(location: Location, account: string): object {
  return {
    id: location.id,
    name: location.name,
    status: location.status,
    timeZone: 'America/Sao_Paulo',
    vtexAccountName: account,
    segmentationType: null,
    locationTasks: [{ id: 1, locationId: location.id, location: null, capacityRule: ruleOf(location) }],
  };
}

function ruleOf(location: Location): object {
  const { capacityType, capacityUnit, fullCapacityAction, dayCapacity } = location;
  const shifts = Object.entries(dayCapacity).map(([weekDay, capacityAmount], index) => ({
    id: index + 1,
    capacityAmount,
    capacityRuleId: 1,
    timeStart: '00:00:00',
    timeEnd: '23:59:59',
    weekDay,
  }));
  return { id: 1, capacityType, capacityUnit, fullCapacityAction, taskId: 1, capacityShifts: shifts };
}

function shiftOf(at: number): { startAt: string; endAt: string } {
  const start = Math.floor(at / day) * day;
  return { startAt: new Date(start).toISOString(), endAt: new Date(start + day - 1000).toISOString() };
}

function usageOf(location: Location, account: string, now: number): object {
  const availability = { amountUsagePercentage: 0, ...shiftOf(now) };
  return { locationId: location.id, accountName: account, accountId: account, availability };
}

function nextDays(location: Location, call: Call, now: number): object[] {
  const wanted = pathId(call.query.get('daysRequested') ?? undefined) || 3;
  return Array.from({ length: wanted }, (_, at) => {
    const weekDay = weekDays[new Date(now + at * day).getUTCDay()] ?? 'SUNDAY';
    const limit = location.dayCapacity[weekDay] ?? 0;
    return {
      amountPercentage: 0,
      capacityLimitAmount: limit,
      capacityUsageAmount: 0,
      ...shiftOf(now + at * day),
    };
  });
}

function setStatus(store: Store, account: string, call: Call): Reply {
  const location = find(store, call);
  const status = optionalText(objectBody(call.body), 'status');
  if (status !== 'ACTIVE' && status !== 'MANUALLY_PAUSED') {
    return refuse(400, 'Field status must be ACTIVE or MANUALLY_PAUSED');
  }
  location.status = status;
  return json(shown(location, account));
}

/** What is left out stays: unlike most of VTEX. */
function setCapacity(store: Store, call: Call): Reply {
  const location = find(store, call);
  if (call.params.code !== 'fulfill_orders') refuse(400, 'Unknown task.');
  const body = objectBody(call.body);
  location.capacityType = optionalText(body, 'capacityType') ?? location.capacityType;
  location.capacityUnit = optionalText(body, 'capacityUnit') ?? location.capacityUnit;
  location.fullCapacityAction = optionalText(body, 'fullCapacityAction') ?? location.fullCapacityAction;
  const days = objectBody(body.dayCapacity ?? {}) as JsonObject;
  for (const weekDay of weekDays) {
    location.dayCapacity[weekDay] = optionalNumber(days, weekDay) ?? location.dayCapacity[weekDay] ?? 0;
  }
  return json(ruleOf(location));
}

function timeFrames(store: Store, call: Call): Reply {
  const [, , policyId = ''] = (call.params.resource ?? '').split('@');
  if (!store.logistics.policies.has(policyId)) refuse(404, 'Resource not found.');
  if (!call.query.get('rangeStart') || !call.query.get('rangeEnd')) refuse(400, 'The range is required.');
  return json([]);
}
