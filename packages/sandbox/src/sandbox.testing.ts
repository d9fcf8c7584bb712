// Test helpers: a client with the sandbox's key over real HTTP, a clock that is moved by hand, and a product in one line.
import type { Sandbox } from './sandbox';

export interface Answer {
  status: number;
  text: string;
  headers: Headers;
  /** Parsed JSON; throws when the answer is not JSON. */
  json<T = Record<string, unknown>>(): T;
}

export type Client = (request: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** `client('PUT /pricing/prices/1', { basePrice: 10 })`; extra headers replace the key's. */
export function clientOf(sandbox: Pick<Sandbox, 'url' | 'appKey' | 'appToken'>): Client {
  return async (request, body, headers) => {
    const [method = 'GET', path = '/'] = request.split(' ');
    const response = await fetch(sandbox.url + path, {
      method,
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      headers: headers ?? {
        'content-type': 'application/json',
        'x-vtex-api-appkey': sandbox.appKey,
        'x-vtex-api-apptoken': sandbox.appToken,
      },
      redirect: 'manual',
    });
    const text = await response.text();
    return { status: response.status, text, headers: response.headers, json: <T>() => JSON.parse(text) as T };
  };
}

/** A clock in milliseconds that only moves when told. */
export function handClock(start = Date.UTC(2026, 10, 23)): {
  now: () => number;
  advance(seconds: number): void;
} {
  let at = start;
  return {
    now: () => at,
    advance: (seconds) => {
      at += seconds * 1000;
    },
  };
}

/** Creates an active product with category and brand; answers its id. */
export async function newProduct(call: Client, refId: string, more: object = {}): Promise<number> {
  const body = {
    Name: `Produto ${refId}`,
    CategoryPath: 'Casa/Mesa',
    BrandName: 'Ipê',
    RefId: refId,
    IsActive: true,
  };
  const answer = await call('POST /api/catalog/pvt/product', { ...body, ...more });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json<{ Id: number }>().Id;
}

export const skuBody = (productId: number, refId: string) => ({
  ProductId: productId,
  Name: `Sku ${refId}`,
  RefId: refId,
  PackagedHeight: 10,
  PackagedLength: 20,
  PackagedWidth: 30,
  PackagedWeightKg: 1250,
});

/** Creates a product and its SKU; answers the SKU's id. */
export async function newSku(call: Client, refId: string, more: object = {}): Promise<number> {
  const productId = await newProduct(call, refId);
  const answer = await call('POST /api/catalog/pvt/stockkeepingunit', {
    ...skuBody(productId, refId),
    ...more,
  });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json<{ Id: number }>().Id;
}
