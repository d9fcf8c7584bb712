import { startSandbox, type Sandbox } from '../sandbox';

let sandbox: Sandbox;
let now = Date.parse('2026-11-23T12:00:00Z');

beforeEach(async () => {
  sandbox = await startSandbox({ limits: 'off', clock: () => now, priceFileMs: 1000 });
  await call('POST', '/api/catalog/pvt/product', {
    Name: 'Cafeteira',
    CategoryPath: 'Casa',
    BrandName: 'Aurora',
  });
  const size = { PackagedHeight: 1, PackagedLength: 1, PackagedWidth: 1, PackagedWeightKg: 1 };
  await call('POST', '/api/catalog/pvt/stockkeepingunit', { ProductId: 1, Name: 'A', RefId: 'A', ...size });
  await call('PATCH', '/pricing/prices/1/fixed', [{ tradePolicyId: 'gold', value: 9, minQuantity: 1 }]);
});

afterEach(() => sandbox.close());

async function call(method: string, path: string, body?: unknown) {
  const headers = { 'X-VTEX-API-AppKey': sandbox.appKey, 'X-VTEX-API-AppToken': sandbox.appToken };
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const response = await fetch(sandbox.url + path, init);
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}

const put = (url: string, text: string) =>
  fetch(url, { method: 'PUT', body: text, headers: { 'Content-Type': 'text/csv' } });

async function announced(kind: string, text: string) {
  const body = { contentType: 'text/csv', contentLengthBytes: Buffer.byteLength(text) };
  const answer = await call('POST', `/api/price-importer/pvt/import/${kind}`, body);
  return answer.body as { batchId: string; upload: { url: string } };
}

const statusOf = async (id: string) =>
  ((await call('GET', `/api/price-importer/pvt/batches/${id}`)).body as { status: string }).status;

describe('a file of prices', () => {
  const lines = 'SKU ID,Cost Price,Base Price,List Price,Child Account\n1,8,10,12,\n99,,10,,\n1,,abc,,\n';

  it('is worked on once it has arrived, and lists what it refused', async () => {
    const { batchId, upload } = await announced('base-prices', lines);
    expect(await statusOf(batchId)).toBe('AWAITING_UPLOAD');
    expect((await put(upload.url, lines)).status).toBe(200);
    expect(await statusOf(batchId)).toBe('VALIDATING');
    now += 1500;
    expect(await statusOf(batchId)).toBe('PROCESSING');
    now += 1500;
    expect(await statusOf(batchId)).toBe('COMPLETED_WITH_ERRORS');
    expect(sandbox.state.prices.get(1)).toMatchObject({ basePrice: 10, costPrice: 8, listPrice: 12 });
    expect(sandbox.state.prices.get(1)?.fixedPrices).toHaveLength(1);
    const { url } = (await call('GET', `/api/price-importer/pvt/batches/${batchId}/errors`)).body as {
      url: string;
    };
    expect(await (await fetch(url)).text()).toBe(
      'SKU ID,Cost Price,Base Price,List Price,Child Account,Error Code,Error Message\n' +
        '99,,10,,,SKU_NOT_FOUND,SKU 99 not found\n' +
        '1,,abc,,,INVALID_PRICE,A price is not a number from 0 on\n',
    );
  });

  it('wants a cost price, and an empty list price takes the one there is away', async () => {
    await call('PUT', '/pricing/prices/1', { basePrice: 10, listPrice: 12 });
    const titles = 'SKU ID,Cost Price,Base Price,List Price,Child Account';
    const text = `${titles}\n1,8,11,,\n1,,9,,\n1,8,9,,filial\n`;
    const { batchId, upload } = await announced('base-prices', text);
    await put(upload.url, text);
    now += 3000;
    expect(await statusOf(batchId)).toBe('COMPLETED_WITH_ERRORS');
    expect(sandbox.state.prices.get(1)).toMatchObject({ basePrice: 11, costPrice: 8, listPrice: null });
    const codes = [...sandbox.state.priceFiles.all.values()][0]?.errors.map(({ code }) => code);
    expect(codes).toEqual(['MISSING_PRICE', 'INVALID_ACCOUNT']);
  });

  it('sets fixed prices by table, quantity and period', async () => {
    const titles = 'SKU ID,Trade Policy,Price,List Price,Min Quantity,Date From,Date To,Child Account';
    const text = `${titles}\n1,gold,7.5,,1,,,\n1,b2b,6,,10,2026-11-27T00:00:00Z,2026-11-30T00:00:00Z,\n`;
    const { batchId, upload } = await announced('fixed-prices', text);
    await put(upload.url, text);
    now += 3000;
    expect(await statusOf(batchId)).toBe('COMPLETED');
    expect(sandbox.state.prices.get(1)?.fixedPrices).toMatchObject([
      { tradePolicyId: 'gold', value: 7.5 },
      { tradePolicyId: 'b2b', value: 6, minQuantity: 10, dateRange: { from: '2026-11-27T00:00:00Z' } },
    ]);
  });

  it('is refused whole when its titles are others', async () => {
    const text = 'sku,price\n1,10\n';
    const { batchId, upload } = await announced('base-prices', text);
    await put(upload.url, text);
    now += 3000;
    expect(await statusOf(batchId)).toBe('FAILED');
  });

  it('is too large, of another kind, or late', async () => {
    const import_ = '/api/price-importer/pvt/import/base-prices';
    const large = { contentType: 'text/csv', contentLengthBytes: 600 * 1024 * 1024 };
    expect((await call('POST', import_, large)).status).toBe(413);
    expect((await call('POST', import_, { ...large, contentType: 'text/plain' })).status).toBe(422);
    const { upload } = await announced('base-prices', lines);
    expect((await put(upload.url, `${lines}x`)).status).toBe(403);
    expect((await put(upload.url.replace(/.$/, '!'), lines)).status).toBe(403);
    now += 31 * 60_000;
    expect((await put(upload.url, lines)).status).toBe(403);
  });
});
