import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, type Client } from '../sandbox.testing';

const base = '/api/rnb/pvt';

describe('promotions', () => {
  let sandbox: Sandbox;
  let call: Client;

  beforeAll(async () => {
    sandbox = await startSandbox();
    call = clientOf(sandbox);
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const usual = {
    ...{ name: 'Natal', type: 'regular', beginDateUtc: '2026-12-01T00:00:00Z', isActive: true },
    ...{ origin: 'marketplace', percentualShippingDiscountValue: 0 },
  };
  const save = (more: object = {}) => call(`POST ${base}/calculatorconfiguration`, { ...usual, ...more });
  const idOf = async (more: object = {}) =>
    (await save(more)).json<{ idCalculatorConfiguration: string }>().idCalculatorConfiguration;

  it('wants id and name beside each other in every list of things, and says so as VTEX does', async () => {
    const refused = await save({ skus: [{ name: 'sem id' }] });
    expect(refused.status).toBe(400);
    expect(refused.json()).toMatchObject({
      error: { '': ['The `skus` object needs to have a valid `id` attribute.'] },
    });
    expect((await save({ brands: [{ id: '1' }] })).status).toBe(400);
    expect((await save({ beginDateUtc: null })).status).toBe(400);
  });

  it('is written as a whole: an update loses what it does not bring', async () => {
    const idCalculatorConfiguration = await idOf({ percentualDiscountValue: 10 });
    await save({ idCalculatorConfiguration });
    const held = await call(`GET ${base}/calculatorconfiguration/${idCalculatorConfiguration}`);
    expect(held.json()).not.toHaveProperty('percentualDiscountValue');
    expect((await save({ idCalculatorConfiguration: 'none' })).status).toBe(404);
  });

  it('may be active a hundred times', async () => {
    for (let n = 0; n < 100; n += 1) expect((await save({ name: `P${n}` })).status).toBe(200);
    expect((await save({ name: 'P100' })).status).toBe(400);
    expect((await save({ name: 'P100', isActive: false })).status).toBe(200);
    const list = (await call(`GET ${base}/benefits/calculatorconfiguration`)).json();
    expect(list).toMatchObject({ limitConfiguration: { activesCount: 100, limit: 100 } });
  });

  it('goes into the archive and out of it, and is never deleted', async () => {
    const id = await idOf();
    const names = async (list: string) =>
      (await call(`GET ${base}/${list}`)).json<{ items: { name: string }[] }>().items.map(({ name }) => name);
    expect((await call(`POST ${base}/archive/calculatorConfiguration/${id}`)).status).toBe(204);
    expect(await names('benefits/calculatorconfiguration')).toEqual([]);
    expect(await names('archive/benefits/calculatorConfiguration')).toEqual(['Natal']);
    expect(await names('archive/taxes/calculatorConfiguration')).toEqual([]);
    await call(`POST ${base}/unarchive/calculatorConfiguration/${id}`);
    expect(await names('benefits/calculatorconfiguration')).toEqual(['Natal']);
  });

  describe('of many SKUs', () => {
    const headers = (more: Record<string, string> = {}) => ({
      'content-type': 'text/csv',
      'x-vtex-api-appkey': sandbox.appKey,
      'x-vtex-api-apptoken': sandbox.appToken,
      'x-vtex-calculator-name': 'Lista',
      'x-vtex-start-date': '2026-11-27T03:00:00+00:00',
      'x-vtex-end-date': '2026-11-30T03:00:00+00:00',
      'x-vtex-accumulate-with-manual-prices': 'false',
      ...more,
    });
    const path = `${base}/import/calculatorConfiguration`;
    const list = (count: number) =>
      ['sku,effect', ...Array.from({ length: count }, (_, n) => `${n + 1},10.5`)].join('\r\n');
    const effects = () => [...sandbox.state.promotions.effects.values()].map((one) => one.size);

    it('takes a list of 400 and no more, and answers without the id', async () => {
      expect((await call(`POST ${path}`, list(401), headers())).status).toBe(400);
      const made = await call(`POST ${path}`, list(400), headers());
      expect([made.status, made.text, effects()]).toEqual([200, '', [400]]);
    });

    it('replaces the whole list on PUT', async () => {
      await call(`POST ${path}`, list(3), headers());
      const [id] = [...sandbox.state.promotions.all.keys()];
      expect((await call(`PUT ${path}/${id}`, list(1), headers())).status).toBe(202);
      expect(effects()).toEqual([1]);
      expect((await call(`PUT ${path}/none`, list(1), headers())).status).toBe(404);
    });

    it('refuses a file without its columns, percentages that are none, and missing headers', async () => {
      expect((await call(`POST ${path}`, 'sku;effect\n1;10', headers())).status).toBe(400);
      expect((await call(`POST ${path}`, 'sku,effect\n1,110', headers())).status).toBe(400);
      expect((await call(`POST ${path}`, list(1), headers({ 'x-vtex-end-date': '' }))).status).toBe(400);
    });
  });
});

describe('coupons', () => {
  let sandbox: Sandbox;
  let call: Client;

  beforeAll(async () => {
    sandbox = await startSandbox();
    call = clientOf(sandbox);
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const coupon = {
    ...{ utmSource: 'news', utmCampaign: 'natal', couponCode: 'CAFE' },
    ...{ maxItemsPerClient: 10, expirationIntervalPerUse: '00:00:00' },
  };

  it('is new under another code, and the same under its own in any capitals', async () => {
    const codes = ['CAFE', 'cafe', 'CHA'];
    const statuses = [];
    for (const couponCode of codes)
      statuses.push((await call(`POST ${base}/coupon`, { ...coupon, couponCode })).status);
    expect(statuses).toEqual([201, 200, 201]);
  });

  it('many at once get random ends, one keeps its code, and a call takes a thousand', async () => {
    const make = (quantity: number) =>
      call(`POST ${base}/multiple-coupons`, [{ quantity, couponConfiguration: coupon }]);
    expect((await make(1)).json()).toEqual(['CAFE']);
    const codes = (await make(1000)).json<string[]>();
    expect([new Set(codes).size, codes.every((code) => code.startsWith('CAFE-'))]).toEqual([1000, true]);
    expect((await make(1001)).status).toBe(400);
  });

  it('shows in the archive only while it is there', async () => {
    await call(`POST ${base}/coupon`, coupon);
    const archived = async () => (await call(`GET ${base}/archive/coupon/CAFE`)).status;
    expect(await archived()).toBe(404);
    await call(`POST ${base}/archive/coupon/CAFE`);
    expect(await archived()).toBe(200);
    await call(`POST ${base}/unarchive/coupon/CAFE`);
    expect(await archived()).toBe(404);
  });
});
