// The sandbox's own addresses below `/_sandbox/`: reset, state, requests, faults, limits, roles, and those of
// orders.ts. No VTEX route.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { once } from 'node:events';
import { readBody, send } from '../http/server';
import { empty, json, type Reply, type Route } from '../http/wire';
import { allRoles } from '../gate/family';
import { allResources } from '../gate/resources';
import type { Desk } from '../gate/dispatch';
import { noLimits, type Limits, type Rate } from '../gate/limits';
import { openApi } from './openapi';
import { countsOf, productSnapshots } from '../store/snapshot';
import type { Store } from '../store/store';
import { controlNotices } from './notices';
import { backToOrders, controlOrders, type Clock } from './orders';

export interface Control {
  store: Store;
  desk: Desk;
  /** Every VTEX route of the account. */
  routes: readonly Route[];
  clock: Clock;
  /** Limits that a reset goes back to. */
  limits: Limits;
  reset(): void;
}

/** Answers every path below `/_sandbox/`. A request from a page of another origin may not change anything. */
export async function control(
  parts: Control,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const action = `${request.method} ${url.pathname.slice('/_sandbox/'.length)}`;
  if (action === 'GET state') return state(parts.store, parts.desk.account, response);
  if (request.method !== 'GET' && isForeign(request))
    return send(response, json({ error: 'Foreign origin.' }, 403));
  try {
    send(response, await act(parts, action, request));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    send(response, json({ error: message }, 400));
  }
}

async function act(parts: Control, action: string, request: IncomingMessage): Promise<Reply> {
  const { store, desk } = parts;
  switch (action) {
    case 'POST reset':
      parts.reset();
      return empty(204);
    case 'GET openapi.json':
      return json(openApi(parts.routes));
    case 'GET counts':
      return json(countsOf(store));
    case 'GET requests':
      return json({
        total: desk.journal.total,
        counters: desk.journal.counters(),
        requests: desk.journal.recent(),
      });
    case 'GET creates':
      return json({
        totals: store.creates.totals(),
        doubled: store.creates.doubled(),
        keys: [...store.creates.all()],
      });
    case 'GET faults':
      return json({ faults: desk.faults.list() });
    case 'PUT faults':
    case 'POST faults':
      return setFaults(desk, action, request);
    case 'DELETE faults':
      desk.faults.clear();
      return empty(204);
    case 'GET limits':
      return json(desk.limiter.limits);
    case 'PUT limits':
      desk.limiter.reset(readLimits(desk.limiter.limits, await bodyOf(request)));
      return json(desk.limiter.limits);
    case 'PUT roles':
      setRoles(desk, await bodyOf(request));
      return json({ roles: [...desk.gate.roles], without: [...desk.gate.without] });
    default:
      return (await ordersReply(parts, action, request)) ?? unknownAddress;
  }
}

const unknownAddress = json({ error: 'No such sandbox address. See packages/sandbox/README.md.' }, 404);

async function ordersReply(
  { store, clock }: Control,
  action: string,
  request: IncomingMessage,
): Promise<Reply | undefined> {
  const body = request.method === 'GET' ? undefined : await bodyOf(request, {});
  const notices = controlNotices(store, clock.now(), action, body);
  if (notices) return notices;
  const reply = controlOrders(store, clock, action, body);
  return reply && reply.status < 300 && isForm(request) ? backToOrders : reply;
}

/** PUT sets the list, POST adds to it. A form post goes back to the page. */
async function setFaults(desk: Desk, action: string, request: IncomingMessage): Promise<Reply> {
  const given = await bodyOf(request);
  const rules = Array.isArray(given) ? given : [given];
  if (action.startsWith('PUT')) desk.faults.replace(rules);
  else if ((given as { clear?: string }).clear) desk.faults.clear();
  else desk.faults.add(rules);
  if (isForm(request)) return { status: 303, headers: { location: '/?view=faults' } };
  return json({ faults: desk.faults.list() });
}

const isForm = (request: IncomingMessage): boolean =>
  request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;

/** `otherwise` stands for a request without a body. */
async function bodyOf(request: IncomingMessage, otherwise?: unknown): Promise<unknown> {
  const raw = (await readBody(request))?.toString('utf8') ?? '';
  if (isForm(request)) return Object.fromEntries(new URLSearchParams(raw));
  if (raw === '' && otherwise !== undefined) return otherwise;
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    throw new Error('The body must be JSON.');
  }
}

function isForeign(request: IncomingMessage): boolean {
  const origin = request.headers.origin;
  return origin !== undefined && origin !== `http://${request.headers.host}`;
}

/** A part such as `{"pricingWrite": null}` changes that limit only; `"off"` lifts all. */
function readLimits(current: Limits, given: unknown): Limits {
  if (given === 'off') return noLimits;
  if (given === null || typeof given !== 'object') throw new Error('Limits are an object, or "off".');
  const limits = { ...current };
  for (const [name, rate] of Object.entries(given)) {
    if (!(name in noLimits))
      throw new Error(`Unknown limit "${name}". Known: ${Object.keys(noLimits).join(', ')}.`);
    limits[name as keyof Limits] = rate === null ? null : readRate(rate);
  }
  return limits;
}

function readRate(given: unknown): Rate {
  const { perSecond, burst } = given as Partial<Rate>;
  if (!(Number(perSecond) > 0) || !(Number(burst) > 0))
    throw new Error('A limit needs "perSecond" and "burst" above 0.');
  return { perSecond: Number(perSecond), burst: Number(burst) };
}

/** Whole families of calls by `roles`, single License Manager resources by `without`; what is not given stays. */
function setRoles(desk: Desk, given: unknown): void {
  const { roles, without } = given as { roles?: unknown; without?: unknown };
  if (!Array.isArray(roles) && !Array.isArray(without))
    throw new Error(
      `Give {"roles": [...]} with any of ${allRoles.join(', ')}, or {"without": [...]} with any of ${allResources.join(', ')}.`,
    );
  if (Array.isArray(roles)) desk.gate.roles = new Set(allRoles.filter((role) => roles.includes(role)));
  if (Array.isArray(without))
    desk.gate.without = new Set(allResources.filter((one) => without.includes(one)));
}

/** Streamed product by product: a store of any size needs the memory of one of them. */
async function state(store: Store, account: string, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  const warehouses = [...store.warehouses.values()].map(({ id, name }) => ({ id, name }));
  const brands = [...store.brands.values()].map(({ Id, Name, Active }) => ({
    id: Id,
    name: Name,
    isActive: Active,
  }));
  const categories = [...store.categories.values()].map(({ Id, IsActive }) => ({
    id: Id,
    path: store
      .categoryPath(Id)
      .map((category) => category.Name)
      .join('/'),
    isActive: IsActive,
  }));
  const head = JSON.stringify({ account, counts: countsOf(store), warehouses, brands, categories });
  response.write(`${head.slice(0, -1)},"products":[`);
  let chunk = '';
  let separator = '';
  for (const product of productSnapshots(store)) {
    chunk += separator + JSON.stringify(product);
    separator = ',\n';
    if (chunk.length < 64_000) continue;
    if (!response.write(chunk)) await once(response, 'drain');
    chunk = '';
  }
  response.end(`${chunk}]}`);
}
