import { RemoteError } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { KeyRefusals } from './key-refusals';
import priceSet from '../vtex-prices/price-set.node';
import { hostOf, mapping, runNode, storeConnection } from './store.testing';

const answered = (status: number) =>
  new RemoteError('vtex.some', {
    retryable: status >= 500,
    values: { status },
    request: { method: 'GET', url: 'https://loja/1', headers: {} },
    response: { status, headers: {}, body: null },
  });

function refusedTimes(times: number, status = 403): KeyRefusals {
  const refusals = new KeyRefusals();
  for (let call = 0; call < times; call++) refusals.failed('GET /a', answered(status), 0);
  return refusals;
}

test('a request that was refused again and again is not sent, except now and then', () => {
  const refusals = refusedTimes(20);
  expect(() => refusals.check('GET /a', 100)).toThrow('vtex.some');
  expect(() => refusals.check('GET /b', 100)).not.toThrow();
  expect(() => refusals.check('GET /a', 6_000)).not.toThrow();
  expect(() => refusals.check('GET /a', 6_001)).toThrow('vtex.some');
  refusals.succeeded('GET /a');
  expect(() => refusals.check('GET /a', 6_002)).not.toThrow();
});

test('few refusals, other failures, and refusals after a success are no reason to stop asking', () => {
  const worked = new KeyRefusals();
  worked.failed('GET /a', answered(404), 0);
  for (let call = 0; call < 50; call++) worked.failed('GET /a', answered(403), 0);
  for (const refusals of [refusedTimes(19), refusedTimes(50, 500), worked]) {
    expect(() => refusals.check('GET /a', 1)).not.toThrow();
  }
});

describe('with a wrong token', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ limits: 'off' });
  });
  afterAll(() => sandbox.close());

  test('a thousand rows fail with the same reason and the store is asked a few times', async () => {
    const rows = Array.from({ length: 1_000 }, (_, n) => ({ sku: n + 1, price: 10 }));
    const host = hostOf({ store: storeConnection(sandbox, { appToken: 'wrong' }) });
    const lines = mapping({ itemId: 'sku', basePrice: 'price' });
    const { failed } = await runNode(sandbox, priceSet, { mapping: lines }, rows, { host });
    expect(failed).toHaveLength(1_000);
    expect(new Set(failed.map(({ error }) => error.code))).toEqual(new Set(['vtex.unauthorized']));
    expect(failed.at(-1)?.error.values).toMatchObject({ account: sandbox.account, status: 401 });
    // The last one was not sent, so it must not show a request.
    expect(failed.at(-1)?.error.request).toBeUndefined();
    const { total } = (await (await fetch(`${sandbox.url}/_sandbox/requests`)).json()) as { total: number };
    expect(total).toBeLessThan(100);
  });
});
