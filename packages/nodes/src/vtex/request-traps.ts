// What VTEX takes badly whoever sends it. In the body of a request that a person wrote, mended where that loses nothing and
// refused where it would do harm. Boxes of their own need none of this.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import { asObject } from './remote';

interface Trap {
  request: RegExp;
  /** The body as it may be sent; throws UserError. */
  mend(body: Json): Json;
}

const traps: readonly Trap[] = [
  // The catalogue answers 400 with an empty body to a space at the end, and makes another brand of a name that has one.
  { request: /^(POST|PUT|PATCH) \/api\/catalog(_system)?\//, mend: (body) => withoutIdZero(trimmed(body)) },
  {
    request: /^POST \/api\/catalog\/pvt\/stockkeepingunit$/,
    mend: (body) => refuseWhen(asObject(body)?.['IsActive'] === true, 'vtex.sku-born-active', body),
  },
  {
    // A code that stands twice in the list is answered 500; the answer is by code, so once is enough.
    request: /^POST \/api\/catalog_system\/pub\/sku\/stockkeepingunitidsbyrefids$/,
    mend: (body) => (Array.isArray(body) ? [...new Set(body)] : body),
  },
  {
    request: /^PUT \/pricing\/prices\/[^/]+$/,
    mend: (body) =>
      refuseWhen(hasAll(body, ['basePrice', 'costPrice', 'markup']), 'vtex.price-three-values', body),
  },
  {
    // What this PUT is not sent becomes 0.
    request: /^PUT \/api\/logistics\/pvt\/inventory\/skus\/[^/]+\/warehouses\/[^/]+$/,
    mend: (body) => refuseWhen(!hasAll(body, ['quantity', 'leadTime']), 'vtex.stock-put-incomplete', body),
  },
  {
    // A settlement of 0 wedges the order for good.
    request: /^POST \/api\/pvt\/transactions\/[^/]+\/settlement-request$/,
    mend: (body) =>
      refuseWhen(Number(asObject(body)?.['value'] ?? 0) === 0, 'vtex.payment-zero', body, { value: 0 }),
  },
];

/** The body without what VTEX is known to trip over. Throws UserError for what would do harm. `path` may hold values. */
export function safeBody(method: string, path: string, body: Json | undefined): Json | undefined {
  if (body === undefined) return undefined;
  return traps
    .filter(({ request }) => request.test(`${method} ${path}`))
    .reduce((mended, { mend }) => mend(mended), body);
}

/** What is there with `body` on top of it; `body` itself where nothing, or no object, is there. */
export function over(held: JsonObject | null, body: Json | undefined): Json | undefined {
  const wanted = asObject(body);
  return held && wanted ? { ...held, ...wanted } : body;
}

function trimmed(value: Json): Json {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, trimmed(one)]));
}

// VTEX keeps an id of 0 as it is, and nothing can be done with such a thing any more.
function withoutIdZero(body: Json): Json {
  return refuseWhen(asObject(body)?.['Id'] === 0, 'vtex.id-zero', body);
}

function hasAll(body: Json, names: readonly string[]): boolean {
  const given = asObject(body) ?? {};
  return names.every((name) => given[name] !== undefined && given[name] !== null);
}

function refuseWhen(isWrong: boolean, code: string, body: Json, values: JsonObject = {}): Json {
  if (isWrong) throw new UserError(code, { values });
  return body;
}
