// Every request of VTEX's published reference as data, and which of them lead nowhere any more.
import { catalogOperations } from './operations/catalog';
import { ordersAndPeopleOperations } from './operations/orders-and-people';
import { sellingOperations } from './operations/selling';
import type { Method } from './client';
import type { Surface } from './surface';

/** One request as VTEX's reference has it. */
export interface Operation {
  /** VTEX's own division of its reference, such as `catalog`. */
  module: string;
  method: Method;
  /** With places such as `{skuId}`; for VTEX Tracking it begins with `/receiver/`. */
  path: string;
  /** The host, where the path alone does not tell it. */
  surface?: Surface;
  /** Query parameters VTEX asks for. */
  query: readonly string[];
  /** Top-level members of the body VTEX asks for; null when it asks for no body. */
  body: readonly string[] | null;
  /** The body is a list of objects with these members. */
  isList: boolean;
  /** A guess by method and path; a POST that only looks counts as `read`. */
  effect: 'read' | 'idempotent' | 'create';
}

/** All of them, in the order of VTEX's modules. */
export function readOperations(): Operation[] {
  const modules = { ...catalogOperations, ...sellingOperations, ...ordersAndPeopleOperations };
  return Object.entries(modules).flatMap(([module, lines]) =>
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => readLine(module, line)),
  );
}

// `create POST /path ?query,names {body,members} @surface`; the members of a list stand in square brackets.
function readLine(module: string, line: string): Operation {
  const [effect, method, path, ...rest] = line.split(' ');
  const part = (mark: string) => rest.find((one) => one.startsWith(mark));
  const names = (text = '') => text.split(',').filter((name) => name !== '');
  const body = part('{') ?? part('[');
  const surface = part('@')?.slice(1);
  return {
    module,
    method: method as Method,
    path: path as string,
    query: names(part('?')?.slice(1)),
    body: body === undefined ? null : names(body.slice(1, -1)),
    isList: body?.startsWith('[') ?? false,
    effect: effect as Operation['effect'],
    ...(isSurface(surface) && { surface }),
  };
}

function isSurface(name: string | undefined): name is Surface {
  return name !== undefined && name !== 'tracking';
}

/** Why a request is not worth sending, and what takes its place. */
export interface DeadRoute {
  /** `vtex.route-dead`: switched off or about to be. `vtex.other-login`: it does not know the store's key. */
  code: 'vtex.route-dead' | 'vtex.other-login';
  /** The request to make instead, as VTEX's reference prints it; empty when there is none. */
  successor: string;
}

const dead: readonly { request: RegExp; successor: string }[] = [
  // 410 since 2025-07-01.
  {
    request: /^\w+ (\/api\/pricing\/pvt)?\/price-sheet(\/|$)/,
    successor: 'PUT /pricing/prices/{itemId}',
  },
  // Off since 2026-03-01.
  {
    request: /^POST \/api\/oms\/pvt\/orders\/[^/]+\/changes$/,
    successor: 'PATCH /api/order-system/orders/{changeOrderId}/changes',
  },
  {
    request: /^\w+ \/api\/pricing-hub\//,
    successor: 'PATCH /pricing/prices/{itemId}/fixed',
  },
  // Gone from VTEX's reference in February 2024.
  {
    request: /^\w+ \/_v\/custom-prices\//,
    successor: 'POST /pricing/prices/{itemId}/fixed/{priceTableId}',
  },
  // Since 2026-01-31 card data is taken at VTEX's vault only.
  {
    request: /^POST \/api\/(payments\/)?pvt\/transactions\/[^/]+\/payments$/,
    successor: 'POST /api/payments/transactions/{transactionId}/payments',
  },
];

/** Whether this request leads nowhere; `path` may hold places or values. */
export function deadRoute(method: string, path: string): DeadRoute | undefined {
  if (path.startsWith('/receiver/')) return { code: 'vtex.other-login', successor: '' };
  const found = dead.find(({ request }) => request.test(`${method} ${path}`));
  return found && { code: 'vtex.route-dead', successor: found.successor };
}

/** Requests that change nothing although they are a POST, as patterns of their paths. */
let readingPosts: readonly RegExp[] | undefined;

/** True when the request changes nothing at VTEX: a GET, or one of the POSTs that only look. `path` may hold values. */
export function readsOnly(method: string, path: string): boolean {
  if (method !== 'POST') return method === 'GET';
  readingPosts ??= readOperations()
    .filter((one) => one.method === 'POST' && one.effect === 'read')
    .map((one) => new RegExp(`^${one.path.replace(/\{[^}]+\}/g, '[^/]+')}$`, 'i'));
  return readingPosts.some((pattern) => pattern.test(path));
}
