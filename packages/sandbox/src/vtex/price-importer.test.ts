import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, handClock, newSku, type Client } from '../sandbox.testing';

const base = 'SKU ID,Cost Price,Base Price,List Price,Child Account\n';
const fixed = 'SKU ID,Trade Policy,Price,List Price,Min Quantity,Date From,Date To,Child Account\n';

interface Started {
  batchId: string;
  status: string;
  upload: { url: string; expiresAt: string };
}

describe('prices by file', () => {
  const clock = handClock();
  let sandbox: Sandbox;
  let call: Client;
  let sku: number;

  beforeAll(async () => {
    sandbox = await startSandbox({ clock: clock.now, priceFileMs: 1000 });
    call = clientOf(sandbox);
  });
  beforeEach(async () => {
    sandbox.reset();
    sku = await newSku(call, 'R1');
  });
  afterAll(() => sandbox.close());

  const start = async (text: string, kind = 'base-prices'): Promise<Started> =>
    (
      await call(`POST /api/price-importer/pvt/import/${kind}`, {
        contentType: 'text/csv',
        contentLengthBytes: Buffer.byteLength(text),
      })
    ).json<Started>();
  const put = (url: string, body: string) =>
    fetch(url, { method: 'PUT', body, headers: { 'Content-Type': 'text/csv' } });
  const status = async (id: string) => (await call(`GET /api/price-importer/pvt/batches/${id}`)).json();
  const send = async (text: string, kind?: string): Promise<Started> => {
    const started = await start(text, kind);
    expect((await put(started.upload.url, text)).status).toBe(200);
    return started;
  };
  const errorsOf = async (id: string): Promise<string> => {
    const { url } = (await call(`GET /api/price-importer/pvt/batches/${id}/errors`)).json<{ url: string }>();
    return (await fetch(url)).text();
  };

  it('goes through its stages and sets what its lines say; an empty list price is gone, fixed prices stay', async () => {
    await call(`PUT /pricing/prices/${sku}`, {
      basePrice: 9,
      listPrice: 12,
      fixedPrices: [{ tradePolicyId: '1', value: 8, minQuantity: 1 }],
    });
    const { batchId, status: first } = await send(`${base}${sku},10,25.03,,\n`);
    const seen = [first];
    for (let stage = 0; stage < 5; stage += 1) {
      seen.push(String((await status(batchId)).status));
      clock.advance(1);
    }
    expect(seen).toEqual([
      'AWAITING_UPLOAD',
      'RECEIVED',
      'VALIDATING',
      'PROCESSING',
      'DOCUMENTING',
      'COMPLETED',
    ]);
    expect(sandbox.state.prices.get(sku)).toMatchObject({
      basePrice: 25.03,
      costPrice: 10,
      markup: 150.3,
      listPrice: null,
      fixedPrices: [{ value: 8 }],
    });
  });

  it('refuses single lines and lists them with a code and a reason, without their number', async () => {
    const { batchId } = await send(`${base}${sku},10,20,,\n999,1,2,,\n${sku},,5,,\n${sku},1,2,,filial\n`);
    clock.advance(5);
    expect(await status(batchId)).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', errorCount: 3 });
    expect(await errorsOf(batchId)).toBe(
      [
        'SKU ID,Cost Price,Base Price,List Price,Child Account,Error Code,Error Message',
        '999,1,2,,,SKU_NOT_FOUND,"SKU 999 not found"',
        `${sku},,5,,,REQUIRED_FIELD,"Cost Price is required"`,
        `${sku},1,2,,filial,INVALID_ACCOUNT,"There is no such child account"`,
        '',
      ].join('\n'),
    );
    expect(sandbox.state.prices.get(sku)).toMatchObject({ basePrice: 20 });
  });

  it('takes fixed prices by table, quantity and dates in UTC', async () => {
    const dates = '2026-11-22T00:00:00Z,2026-11-30T00:00:00Z';
    const { batchId } = await send(
      `${fixed}${sku},gold,15,17,,,,\n${sku},gold,9.9,,10,${dates},\n${sku},1,2,,,${dates.slice(0, 20)},,\n`,
      'fixed-prices',
    );
    clock.advance(5);
    expect(await status(batchId)).toMatchObject({ type: 'fixed', errorCount: 1 });
    expect(sandbox.state.prices.get(sku)?.fixedPrices).toMatchObject([
      { tradePolicyId: 'gold', value: 15, listPrice: 17, minQuantity: 1 },
      { tradePolicyId: 'gold', value: 9.9, minQuantity: 10, dateRange: { from: '2026-11-22T00:00:00Z' } },
    ]);
  });

  it('fails a file with another header as a whole', async () => {
    const { batchId } = await send(`sku,price\n${sku},1\n`);
    clock.advance(5);
    expect(await status(batchId)).toMatchObject({ status: 'FAILED' });
    expect(sandbox.state.prices.size).toBe(0);
  });

  it('gives an address that lives for half an hour and takes the announced bytes only', async () => {
    const text = `${base}${sku},1,2,,\n`;
    const { batchId, upload } = await start(text);
    expect((await put(upload.url.replace(/signature=\w/, 'signature=x'), text)).status).toBe(403);
    expect((await put(upload.url, `${text}${sku},3,4,,\n`)).status).toBe(403);
    clock.advance(31 * 60);
    expect((await put(upload.url, text)).status).toBe(403);
    expect((await status(batchId)).status).toBe('AWAITING_UPLOAD');
  });

  it('refuses what is too large, no CSV, of no kind it knows, and batches it does not have', async () => {
    const ask = (kind: string, body: object) => call(`POST /api/price-importer/pvt/import/${kind}`, body);
    const statuses = await Promise.all([
      ask('base-prices', { contentType: 'text/csv', contentLengthBytes: 500 * 1024 * 1024 + 1 }),
      ask('base-prices', { contentType: 'application/json', contentLengthBytes: 1 }),
      ask('base-prices', { contentType: 'text/csv' }),
      ask('list-prices', { contentType: 'text/csv', contentLengthBytes: 1 }),
      call('GET /api/price-importer/pvt/batches/none'),
    ]);
    expect(statuses.map((answer) => answer.status)).toEqual([413, 422, 422, 404, 404]);
  });
});

describe('price rules', () => {
  let sandbox: Sandbox;
  let call: Client;
  let sku: number;

  beforeAll(async () => {
    sandbox = await startSandbox();
    call = clientOf(sandbox);
  });
  beforeEach(async () => {
    sandbox.reset();
    sku = await newSku(call, 'R1');
    await call(`PUT /pricing/prices/${sku}`, { basePrice: 100 });
  });
  afterAll(() => sandbox.close());

  const everything = { categories: {}, brands: {}, markupRange: null, dateRange: null };
  const put = (rules: object[], table = 'b2b') => call(`PUT /pricing/pipeline/catalog/${table}`, { rules });
  const selling = async (table: string) =>
    (await call(`GET /pricing/prices/${sku}/computed/${table}`)).json().sellingPrice;

  it('a PUT answers 201 and replaces all rules of the table', async () => {
    expect((await put([{ id: 1, context: everything, percentualModifier: 15 }])).status).toBe(201);
    await put([{ id: 2, context: everything, percentualModifier: -10 }]);
    expect((await call('GET /pricing/pipeline/catalog/b2b')).json()).toMatchObject({
      tradePolicyId: 'b2b',
      rules: [{ id: 2, percentualModifier: -10 }],
    });
    expect((await call('GET /pricing/pipeline/catalog')).json<object[]>()).toHaveLength(2);
    expect((await call('GET /pricing/pipeline/catalog/none')).status).toBe(404);
  });

  it('the first fitting rule changes the base price of its table, and a fixed price wins over it', async () => {
    const brand = sandbox.state.products.get(1)?.BrandId;
    await put([
      { id: 1, context: { ...everything, brands: { '1': 'Outra' } }, percentualModifier: 50 },
      { id: 2, context: { ...everything, brands: { [String(brand)]: 'Ipê' } }, percentualModifier: -10 },
    ]);
    expect([await selling('b2b'), await selling('1')]).toEqual([90, 100]);
    await call(`PATCH /pricing/prices/${sku}/fixed`, [{ tradePolicyId: 'b2b', value: 70, minQuantity: 1 }]);
    expect(await selling('b2b')).toBe(70);
  });

  it('two rules of one id and rules without a context are refused', async () => {
    const rule = { id: 1, context: everything, percentualModifier: 1 };
    expect((await put([rule, rule])).status).toBe(400);
    expect((await put([{ id: 1, percentualModifier: 1 }])).status).toBe(400);
  });
});
