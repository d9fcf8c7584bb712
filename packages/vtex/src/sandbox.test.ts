// The client against a store that answers over real HTTP: credentials, limits, faults. No other service is needed.
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { createVtexClient, type VtexClientOptions } from './client';
import { VtexError } from './error';
import type { BucketAnswer } from './limits';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: { pricingWrite: { perSecond: 1, burst: 3 } } });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

function connect(options: Partial<VtexClientOptions> = {}) {
  const seen: BucketAnswer[] = [];
  const { account, appKey, appToken, url } = sandbox;
  const client = createVtexClient({
    account,
    appKey,
    appToken,
    baseUrls: { main: url, pricing: `${url}/{account}` },
    fetch,
    limiter: { acquire: async () => undefined, observe: (_bucket, answer) => void seen.push(answer) },
    ...options,
  });
  return { client, seen };
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: VtexError) => error,
  );

const account = { method: 'GET', path: '/api/vlm/account' } as const;
const brand = { method: 'POST', path: '/api/catalog/pvt/brand', body: { Name: 'Aurora' } } as const;

test('the right key comes in, and each surface is found', async () => {
  const { client } = connect();
  await expect(client.request(account)).resolves.toMatchObject({ body: { accountName: 'lojademo' } });
  await expect(client.request({ method: 'GET', path: '/pricing/tables' })).resolves.toMatchObject({
    body: ['1'],
  });
});

test.each([{ appToken: 'wrong' }, { appKey: 'vtexappkey-other-X' }])(
  '%j is refused with 401',
  async (wrong) => {
    expect(await failure(connect(wrong).client.request(account))).toMatchObject({
      code: 'vtex.unauthorized',
      status: 401,
      retryable: false,
    });
  },
);

test('a used-up price limit answers 429, says how long to wait, and is told to the limiter', async () => {
  const { client, seen } = connect();
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1 } as never);
  const put = {
    method: 'PUT',
    path: '/pricing/prices/{itemId}',
    params: { itemId: 1 },
    body: { basePrice: 1 },
  } as const;
  const errors = await Promise.all(Array.from({ length: 5 }, () => failure(client.request(put))));
  const blocked = errors.find((error) => error?.code === 'vtex.rate-limited');
  expect(blocked).toMatchObject({ retryable: true, uncertain: false, retryAfterMs: expect.any(Number) });
  expect(seen.some(({ status, retryAfterMs }) => status === 429 && (retryAfterMs ?? 0) > 0)).toBe(true);
  expect(seen.every(({ remaining }) => remaining !== undefined)).toBe(true);
});

test('a 503 may be repeated and is certain not to have happened', async () => {
  sandbox.faults.replace([{ kind: '503', count: 1 }]);
  const { client } = connect();
  expect(await failure(client.request(brand))).toMatchObject({
    code: 'vtex.unavailable',
    retryable: true,
    uncertain: false,
  });
  expect(sandbox.state.brands.size).toBe(0);
});

test.each(['timeout', 'drop-after'] as const)('a %s after the work leaves a doubt', async (kind) => {
  sandbox.faults.replace([{ kind, count: 1 }]);
  const { client } = connect({ timeoutMs: 200 });
  expect(await failure(client.request(brand))).toMatchObject({ retryable: true, uncertain: true, status: 0 });
  expect(sandbox.state.brands.size).toBe(1);
});

test('an answer cut in half can be asked for again', async () => {
  sandbox.faults.replace([{ kind: 'broken-json', count: 1 }]);
  const { client } = connect();
  expect(await failure(client.request(account))).toMatchObject({ retryable: true });
  await expect(client.request(account)).resolves.toMatchObject({ status: 200 });
});

test('a lock of the stock is to be tried again', async () => {
  sandbox.faults.replace([{ kind: '423', count: 1 }]);
  const stock = {
    method: 'PATCH',
    path: '/api/logistics/pvt/inventory/skus/{skuId}/warehouses/{warehouseId}/quantity',
    params: { skuId: 1, warehouseId: '1_1' },
    body: { quantity: 1, unlimitedQuantity: false },
  } as const;
  expect(await failure(connect().client.request(stock))).toMatchObject({
    code: 'vtex.locked',
    retryable: true,
    uncertain: false,
  });
});

test('the store’s own words come back', async () => {
  const { client } = connect();
  const error = await failure(
    client.request({ method: 'GET', path: '/api/catalog/pvt/product/{id}', params: { id: 5 } }),
  );
  expect(error).toMatchObject({ code: 'vtex.not-found', values: { message: 'Product not found.' } });
});
