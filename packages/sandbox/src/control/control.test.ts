import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, handClock, newSku, skuBody, type Client } from '../sandbox.testing';

const brand = '/api/catalog/pvt/brand';
const brandList = '/api/catalog_system/pvt/brand/list';

describe('faults on demand', () => {
  const clock = handClock();
  let sandbox: Sandbox;
  let call: Client;

  beforeEach(async () => {
    sandbox = await startSandbox({ clock: clock.now });
    call = clientOf(sandbox);
  });
  afterEach(() => sandbox.close());

  const statuses = async (times: number): Promise<number[]> => {
    const seen: number[] = [];
    for (let n = 0; n < times; n += 1) seen.push((await call(`GET ${brandList}`)).status);
    return seen;
  };

  it('makes every nth request of a route fail, so many times', async () => {
    await call('PUT /_sandbox/faults', {
      route: 'GET */brand/list',
      kind: 'every-nth-503',
      nth: 3,
      count: 2,
    });
    expect(await statuses(10)).toEqual([200, 200, 503, 200, 200, 503, 200, 200, 200, 200]);
    expect((await call('GET /api/vlm/account')).status).toBe(200);
    expect((await call('GET /_sandbox/faults')).json()).toMatchObject({
      faults: [{ seen: 6, hits: 2, over: true }],
    });
  });

  it('answers 429 with the Retry-After asked for', async () => {
    await call('PUT /_sandbox/faults', { kind: '429', retryAfter: 7, count: 1, after: 1 });
    expect(await statuses(1)).toEqual([200]);
    const stopped = await call(`GET ${brandList}`);
    expect([stopped.status, stopped.headers.get('retry-after')]).toEqual([429, '7']);
  });

  it('does the work and never answers on a timeout, and does no work on timeout-before', async () => {
    await call('PUT /_sandbox/faults', [
      { route: `POST ${brand}`, kind: 'timeout', count: 1 },
      { route: `POST ${brand}`, kind: 'timeout-before', count: 1 },
    ]);
    expect(await cutOff(sandbox, 'Feita')).toBe('no answer');
    expect(await cutOff(sandbox, 'Perdida')).toBe('no answer');
    expect([...sandbox.state.brands.values()].map((one) => one.Name)).toEqual(['Feita']);
    expect(sandbox.journal.counters()[`POST ${brand}`]).toEqual({ timeout: 1 });
  });

  it('cuts the connection before or after the work', async () => {
    await call('PUT /_sandbox/faults', [
      { route: `POST ${brand}`, kind: 'drop', count: 1 },
      { route: `POST ${brand}`, kind: 'drop-after', count: 1 },
    ]);
    await expect(call(`POST ${brand}`, { Name: 'Antes' })).rejects.toThrow('fetch failed');
    await expect(call(`POST ${brand}`, { Name: 'Depois' })).rejects.toThrow('fetch failed');
    expect([...sandbox.state.brands.values()].map((one) => one.Name)).toEqual(['Depois']);
  });

  it('answers half a JSON', async () => {
    await call('PUT /_sandbox/faults', { kind: 'broken-json', count: 1 });
    const answer = await call('GET /api/vlm/account');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    expect(() => answer.json()).toThrow(/JSON/);
  });

  it('is down for as long as asked', async () => {
    await call('PUT /_sandbox/faults', { kind: 'down', seconds: 60 });
    expect(await statuses(2)).toEqual([503, 503]);
    clock.advance(60);
    expect(await statuses(1)).toEqual([200]);
  });

  it('delays an answer', async () => {
    await call('PUT /_sandbox/faults', { kind: 'latency', delayMs: 30, count: 1 });
    await call(`GET ${brandList}`);
    expect(sandbox.journal.recent()[0]).toMatchObject({ status: 200, fault: 'latency' });
  });

  it('replaces by PUT, adds by POST, clears by DELETE, and refuses what it does not know', async () => {
    await call('PUT /_sandbox/faults', { kind: '500' });
    await call('POST /_sandbox/faults', { kind: '503' });
    expect(sandbox.faults.list().map((rule) => rule.kind)).toEqual(['500', '503']);
    const wrong = await call('PUT /_sandbox/faults', { kind: 'nada' });
    expect([wrong.status, wrong.json().error]).toEqual([
      400,
      expect.stringContaining('Unknown fault kind "nada"'),
    ]);
    expect((await call('PUT /_sandbox/faults', { kind: '500', nth: 'x' })).status).toBe(400);
    expect((await call('PUT /_sandbox/faults', 'kaputt')).status).toBe(400);
    expect((await call('DELETE /_sandbox/faults')).status).toBe(204);
    expect(await statuses(1)).toEqual([200]);
  });

  it('refuses changes that a page of another origin asks for', async () => {
    const answer = await call('POST /_sandbox/reset', undefined, { origin: 'http://evil.example' });
    expect(answer.status).toBe(403);
    expect((await call('POST /_sandbox/reset', undefined, { origin: sandbox.url })).status).toBe(204);
  });
});

describe('what can be looked at', () => {
  let sandbox: Sandbox;
  let call: Client;

  beforeAll(async () => {
    sandbox = await startSandbox({ limits: 'off' });
    call = clientOf(sandbox);
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  it('shows the whole state with names instead of ids', async () => {
    const sku = await newSku(call, 'R1', { Ean: '7891000000373' });
    await call(`PUT /pricing/prices/${sku}`, { basePrice: 10.5 });
    await call(`PUT /api/logistics/pvt/inventory/skus/${sku}/warehouses/1_1`, { quantity: 3 });
    const state = (await call('GET /_sandbox/state')).json();
    expect(state).toMatchObject({
      account: 'lojademo',
      counts: { categories: 2, brands: 1, products: 1, skus: 1, activeSkus: 0, prices: 1, stock: 1 },
      categories: [{ path: 'Casa' }, { path: 'Casa/Mesa' }],
      brands: [{ name: 'Ipê', isActive: true }],
      products: [
        {
          refId: 'R1',
          category: 'Casa/Mesa',
          brand: 'Ipê',
          skus: [
            {
              refId: 'R1',
              eans: ['7891000000373'],
              weight: 1250,
              price: { basePrice: 10.5 },
              stock: [{ warehouseId: '1_1', quantity: 3, unlimited: false }],
            },
          ],
        },
      ],
    });
    expect(state.products).toEqual(sandbox.products());
    expect((await call('GET /_sandbox/counts')).json()).toEqual(state.counts);
  });

  it('streams a large state as one whole JSON', async () => {
    for (let n = 1; n <= 400; n += 1) await newSku(call, `R${n}`, { Name: 'x'.repeat(200) });
    const state = (await call('GET /_sandbox/state')).json<{ products: { refId: string }[] }>();
    expect(state.products.map((product) => product.refId)).toEqual(
      Array.from({ length: 400 }, (_, index) => `R${index + 1}`),
    );
  });

  it('is empty again after a reset, with the first ids', async () => {
    await newSku(call, 'R1');
    await call('PUT /_sandbox/faults', { kind: '500' });
    await call('POST /_sandbox/reset');
    expect((await call('GET /_sandbox/state')).json()).toMatchObject({
      counts: { products: 0, skus: 0 },
      warehouses: [{ id: '1_1' }],
      products: [],
    });
    expect((await call('GET /_sandbox/requests')).json()).toMatchObject({ total: 0, requests: [] });
    expect(await newSku(call, 'R1')).toBe(1);
  });

  it('keeps the last 200 requests, newest first, and counts all of them by route and status', async () => {
    for (let n = 0; n < 205; n += 1) await call(`GET ${brand}/${n}`);
    const seen = (await call('GET /_sandbox/requests')).json<{
      total: number;
      requests: { url: string }[];
      counters: object;
    }>();
    expect([seen.total, seen.requests.length, seen.requests[0]?.url]).toEqual([205, 200, `${brand}/204`]);
    expect(seen.counters).toEqual({ [`GET ${brand}/{brandId}`]: { 404: 205 } });
  });

  it('never shows a key or a token', async () => {
    await call('POST /api/vtexid/apptoken/login', { appkey: sandbox.appKey, apptoken: sandbox.appToken });
    await call(`GET ${brandList}?token=geheim&page=1`);
    const { text } = await call('GET /_sandbox/requests');
    expect(text).not.toMatch(/geheim|SANDBOX|sandbox-token/);
    expect(text).toContain('page=1');
  });

  it('counts creates per key: doubled ones and refused ones', async () => {
    await newSku(call, 'R1');
    await call('POST /api/catalog/pvt/stockkeepingunit', skuBody(1, 'R1'));
    await call(`POST ${brand}`, { Name: 'Ipê' });
    const creates = (await call('GET /_sandbox/creates')).json();
    expect(creates).toMatchObject({
      totals: {
        product: { keys: 1, created: 1, refused: 0 },
        sku: { keys: 1, created: 1, refused: 1 },
        brand: { keys: 1, created: 2, refused: 0 },
      },
      doubled: [{ kind: 'brand', key: 'Ipê', created: 2 }],
    });
  });

  it('answers 404 with a hint below /_sandbox/', async () => {
    const answer = await call('GET /_sandbox/nada');
    expect([answer.status, answer.json().error]).toEqual([404, expect.stringContaining('README')]);
  });
});

describe('starting and stopping', () => {
  it('says what to do when the port is in use', async () => {
    const first = await startSandbox();
    await expect(startSandbox({ port: first.port })).rejects.toThrow(
      `Port ${first.port} for the sandbox store is in use. Stop the process that has it, or set ECLUSA_SANDBOX_PORT to a free port.`,
    );
    await first.close();
  });
});

/** Posts a brand, waits until the sandbox has noted the request, then gives up. */
async function cutOff(sandbox: Sandbox, name: string): Promise<string> {
  const before = sandbox.journal.total;
  const stop = new AbortController();
  const answer = fetch(`${sandbox.url}${brand}`, {
    method: 'POST',
    body: JSON.stringify({ Name: name }),
    headers: { 'x-vtex-api-appkey': sandbox.appKey, 'x-vtex-api-apptoken': sandbox.appToken },
    signal: stop.signal,
  }).then(
    () => 'answered',
    () => 'no answer',
  );
  while (sandbox.journal.total === before) await new Promise((resolve) => setTimeout(resolve, 5));
  stop.abort();
  return answer;
}
