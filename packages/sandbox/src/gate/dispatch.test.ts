import { request as rawRequest } from 'node:http';
import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, handClock, newSku, type Client } from '../sandbox.testing';

const brandList = '/api/catalog_system/pvt/brand/list';

describe('the way in', () => {
  const clock = handClock();
  let sandbox: Sandbox;
  let call: Client;

  beforeAll(async () => {
    sandbox = await startSandbox({ clock: clock.now });
    call = clientOf(sandbox);
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  it('answers 401 without both headers or with wrong ones, in the shape of the family', async () => {
    const key = { 'x-vtex-api-appkey': sandbox.appKey };
    for (const headers of [{}, key, { ...key, 'x-vtex-api-apptoken': 'wrong' }]) {
      expect((await call(`GET ${brandList}`, undefined, headers)).status).toBe(401);
    }
    expect((await call(`GET ${brandList}`, undefined, {})).json()).toEqual({
      Message: 'Unauthorized access',
    });
    expect((await call('GET /pricing/prices/1', undefined, {})).json()).toEqual({
      error: { code: '1', message: 'Unauthorized access', exception: null },
    });
  });

  it('lets anybody into public routes', async () => {
    expect((await call('GET /api/catalog_system/pub/category/tree/1', undefined, {})).status).toBe(200);
  });

  it('answers 403 when the key lacks the role', async () => {
    await call('PUT /_sandbox/roles', { roles: ['catalog', 'prices.read'] });
    const sku = await newSku(call, 'R1');
    expect((await call(`PUT /pricing/prices/${sku}`, { basePrice: 1 })).status).toBe(403);
    expect((await call(`GET /pricing/prices/${sku}`)).status).toBe(404);
    expect((await call(`PUT /api/logistics/pvt/inventory/skus/${sku}/warehouses/1_1`, {})).status).toBe(403);
  });

  it('trades the key for a login token that works as header and as cookie until it expires', async () => {
    const body = { appkey: sandbox.appKey, apptoken: sandbox.appToken };
    const answer = await call('POST /api/vtexid/apptoken/login', body, {});
    const { token, expires } = answer.json<{ token: string; expires: number }>();
    expect(answer.json()).toMatchObject({ authStatus: 'Success' });
    expect((await call(`GET ${brandList}`, undefined, { VtexIdclientAutCookie: token })).status).toBe(200);
    expect(
      (await call(`GET ${brandList}`, undefined, { cookie: `VtexIdclientAutCookie=${token}` })).status,
    ).toBe(200);
    clock.advance(expires - clock.now() / 1000);
    expect((await call(`GET ${brandList}`, undefined, { VtexIdclientAutCookie: token })).status).toBe(401);
    expect((await call('POST /api/vtexid/apptoken/login', { ...body, apptoken: 'x' }, {})).status).toBe(401);
  });

  it('takes the account from the host, the pricing path and ?an=, and knows only its own', async () => {
    expect((await call('GET /lojademo/pricing/tables')).status).toBe(200);
    expect((await call('GET /outra/pricing/tables')).status).toBe(404);
    expect((await call(`GET ${brandList}?an=lojademo`)).status).toBe(200);
    expect((await call(`GET ${brandList}?an=outra`)).text).toBe('Account outra not found');
    expect(await statusForHost(sandbox, 'lojademo.vtexcommercestable.com.br')).toBe(200);
    expect(await statusForHost(sandbox, 'outra.myvtex.com')).toBe(404);
  });

  it('answers the connection test', async () => {
    expect((await call('GET /api/vlm/account')).json()).toMatchObject({
      accountName: 'lojademo',
      isActive: true,
    });
    expect((await call('GET /api/catalog_system/pvt/saleschannel/list')).json<object[]>()).toMatchObject([
      { Id: 1 },
    ]);
  });

  it('answers unknown routes with 404, a known one with another method with 405', async () => {
    expect((await call('GET /api/catalog/pvt/nada')).json()).toEqual({ Message: 'Not Found' });
    expect((await call('GET /pricing/nada')).status).toBe(404);
    expect((await call('GET /api/logistics/pvt/nada')).status).toBe(404);
    expect((await call('GET /nada', undefined, {})).status).toBe(401);
    expect((await call(`PATCH ${brandList}`, {})).status).toBe(405);
  });

  it('answers 400 to a body that is not JSON, or not the kind of JSON the route wants', async () => {
    for (const body of ['{"Name":', '[]', '"x"', 'null']) {
      expect([body, (await call('POST /api/catalog/pvt/brand', body)).status]).toEqual([body, 400]);
    }
    expect((await call('POST /api/catalog/pvt/brand')).status).toBe(400);
    expect((await call('POST /api/catalog_system/pub/sku/stockkeepingunitidsbyrefids', {})).status).toBe(400);
    expect((await call('POST /api/catalog/pvt/brand', `"${'x'.repeat(6_000_000)}"`)).status).toBe(413);
  });

  it('reads paths without regard to case, as VTEX does', async () => {
    expect((await call('GET /API/Catalog_System/PVT/Brand/List')).status).toBe(200);
  });
});

describe('rate limits', () => {
  const clock = handClock();
  let sandbox: Sandbox;
  let call: Client;

  beforeEach(async () => {
    const limits = { pricingWrite: { perSecond: 2, burst: 4 }, catalogRoute: { perSecond: 1, burst: 3 } };
    sandbox = await startSandbox({ clock: clock.now, limits });
    call = clientOf(sandbox);
  });
  afterEach(() => sandbox.close());

  it('shows the burst of the route on every pricing answer', async () => {
    const sku = await newSku(call, 'R1');
    const answer = await call(`PUT /pricing/prices/${sku}`, { basePrice: 1 });
    expect([...answer.headers].filter(([name]) => name.startsWith('ratelimit'))).toEqual([
      ['ratelimit-limit', '4'],
      ['ratelimit-remaining', '3'],
      ['ratelimit-reset', '1'],
    ]);
    expect((await call(`GET /pricing/prices/${sku}`)).headers.get('ratelimit-limit')).toBe('50000');
    expect((await call(`DELETE /pricing/prices/${sku}`)).headers.get('ratelimit-limit')).toBe('300');
    expect((await call(`PUT /pricing/prices/99`, {})).headers.get('ratelimit-remaining')).toBe('2');
  });

  it('stops one route with 429 and Retry-After, does no work, and refills with time', async () => {
    const sku = await newSku(call, 'R1');
    const put = (basePrice: number) => call(`PUT /pricing/prices/${sku}`, { basePrice });
    for (let price = 1; price <= 4; price += 1) await put(price);
    const stopped = await put(5);
    expect([
      stopped.status,
      stopped.headers.get('retry-after'),
      stopped.headers.get('ratelimit-remaining'),
    ]).toEqual([429, '1', '0']);
    expect(sandbox.state.prices.get(sku)?.basePrice).toBe(4);
    expect((await call(`PATCH /pricing/prices/${sku}/fixed`, [])).status).toBe(200);
    clock.advance(1);
    expect([(await put(6)).status, (await put(7)).status, (await put(8)).status]).toEqual([200, 200, 429]);
  });

  it('counts catalog routes too, without the pricing headers', async () => {
    for (let n = 0; n < 3; n += 1) expect((await call(`GET ${brandList}`)).status).toBe(200);
    const stopped = await call(`GET ${brandList}`);
    expect([
      stopped.status,
      stopped.headers.get('retry-after'),
      stopped.headers.get('ratelimit-limit'),
    ]).toEqual([429, '1', null]);
    expect((await call('GET /api/vlm/account')).status).toBe(200);
  });

  it('can be changed and lifted while it runs', async () => {
    await call('PUT /_sandbox/limits', { catalogRoute: { perSecond: 1, burst: 1 } });
    expect((await call(`GET ${brandList}`)).status).toBe(200);
    expect((await call(`GET ${brandList}`)).status).toBe(429);
    expect((await call('PUT /_sandbox/limits', '"off"')).json()).toMatchObject({ catalogRoute: null });
    for (let n = 0; n < 5; n += 1) expect((await call(`GET ${brandList}`)).status).toBe(200);
    const wrong = await call('PUT /_sandbox/limits', { nada: null });
    expect([wrong.status, wrong.json().error]).toEqual([
      400,
      expect.stringContaining('Unknown limit "nada"'),
    ]);
  });

  it('has the published numbers by default', async () => {
    const plain = await startSandbox();
    const answer = await clientOf(plain)('GET /_sandbox/limits');
    expect(answer.json()).toMatchObject({
      pricingWrite: { perSecond: 33, burst: 500 },
      pricingDelete: { perSecond: 16, burst: 300 },
      catalogRoute: { perSecond: 250, burst: 15_000 },
      catalogAccount: { perSecond: 750, burst: 45_000 },
    });
    await plain.close();
  });
});

function statusForHost(sandbox: Sandbox, host: string): Promise<number | undefined> {
  const headers = { host, 'x-vtex-api-appkey': sandbox.appKey, 'x-vtex-api-apptoken': sandbox.appToken };
  return new Promise((resolve, reject) => {
    rawRequest({ port: sandbox.port, host: '127.0.0.1', path: brandList, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
