// Rows that are written together ($batch), each with its own outcome, against a service of either version.
import { compilePlan, runPage } from '@eclusa/engine';
import { emptyFlow, type Json, type Row } from '@eclusa/flow';
import odata from '../output/odata.node';
import { hostOf } from '../vtex/store.testing';
import { startOdata, type OdataOptions, type TestService } from './service.testing';

let service: TestService;
const start = async (options: OdataOptions) => void (service = await startOdata(options));
afterEach(() => service.close());

async function run(config: Record<string, Json>, rows: Row[], dryRun = false) {
  const flow = emptyFlow('test');
  flow.slots = { erp: { kind: 'http', name: 'ERP' } };
  const own = { connection: 'erp', entity: 'Orders', batch: 20, ...config };
  flow.nodes = { node: { type: odata.id, version: 1, config: own } };
  const plan = compilePlan(flow, new Map([[odata.id, odata]]), { parameters: {} });
  const page = {
    entry: 'node',
    at: { node: 'node', port: 'in', side: 'input' as const },
    rows: rows.map((value, index) => ({ row: index + 1, value })),
  };
  const outcome = await runPage(plan, page, {
    host: hostOf({ erp: { id: 'erp', kind: 'http', values: { baseUrl: service.url } } }),
    effects: { load: async () => [], write: async () => undefined },
    signal: new AbortController().signal,
    dryRun,
    sampleSize: 100,
  });
  const out = outcome.samples.find((one) => one.side === 'out' && one.port === 'out')?.rows ?? [];
  return { rows: out, failed: outcome.failed, requests: outcome.requests };
}

const mapping = [
  { target: 'Number', expression: 'number' },
  { target: 'Total', expression: 'total' },
];
const withKey = [{ target: 'ID', expression: 'id' }, ...mapping];
const orders = (count: number, bad: readonly number[] = []): Row[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ id: n + 1, number: bad.includes(n + 1) ? 'bad' : `Ação ${n + 1}`, total: n + 0.5 },
  }));
const batches = () => service.requests.filter(({ url }) => url.endsWith('/$batch'));
const alone = () => service.requests.filter(({ url }) => /Orders/.test(url));

const services: [string, OdataOptions][] = [
  ['2 (multipart)', { version: 2, csrf: true }],
  ['4 (JSON)', { version: 4 }],
  ['4 (multipart only)', { version: 4, noJson: true }],
];

describe.each(services)('rows written together to OData %s', (_name, options) => {
  it('go in few requests, and each keeps what the service gave for it', async () => {
    await start(options);
    const { rows, failed } = await run({ operation: 'create', mapping, saveAs: 'erp' }, orders(50));
    expect(failed).toEqual([]);
    expect(service.orders.size).toBe(50);
    expect(rows.map(({ number, erp }) => (erp as Row)['Number'] === number)).toEqual(Array(50).fill(true));
    expect(alone()).toEqual([]);
    expect(batches().length).toBeLessThan(10);
  });

  it('fail alone, with the reason of the service', async () => {
    await start(options);
    const { rows, failed } = await run({ operation: 'create', mapping }, orders(30, [3, 17]));
    expect(rows).toHaveLength(28);
    expect(failed.map(({ row, error }) => [row, error.code, error.values['reason']])).toEqual([
      [3, 'nodes.odata-refused', 'The customer is blocked'],
      [17, 'nodes.odata-refused', 'The customer is blocked'],
    ]);
    expect(service.orders.size).toBe(28);
  });

  it('are changed where they are there, created where they are not, and deleted', async () => {
    await start(options);
    for (const id of [1, 2, 3]) service.orders.set(id, { ID: id, Number: 'old', Total: 1, Note: 'stays' });
    expect((await run({ operation: 'upsert', mapping: withKey }, orders(10))).failed).toEqual([]);
    expect(service.orders.get(2)).toMatchObject({ Number: 'Ação 2', Total: 1.5, Note: 'stays' });
    expect(service.orders.get(9)).toMatchObject({ Number: 'Ação 9' });
    const key = [{ target: 'ID', expression: 'id' }];
    expect((await run({ operation: 'delete', mapping: key }, orders(10))).failed).toEqual([]);
    expect(service.orders.size).toBe(0);
    expect(alone()).toEqual([]);
  });

  it('are found by what they are known by when the answer to all of them was lost', async () => {
    await start(options);
    service.loseNextAnswer = true;
    const config = { operation: 'create', mapping, lookup: "Number eq '{number}'" };
    const { failed } = await run(config, orders(5));
    expect(failed).toEqual([]);
    const numbers = [...service.orders.values()].map(({ Number: number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toHaveLength(5);
  });

  it('are shown one by one in a dry run, which sends none', async () => {
    await start(options);
    const { requests } = await run({ operation: 'create', mapping }, orders(2), true);
    expect(requests.map(({ request }) => request.body)).toMatchObject([
      { Number: 'Ação 1' },
      { Number: 'Ação 2' },
    ]);
    expect([service.orders.size, batches().length]).toEqual([0, 0]);
  });
});

test('a service that stops at the first failure is asked again for the rows behind it', async () => {
  await start({ version: 4, stops: true });
  const { rows, failed } = await run({ operation: 'create', mapping }, orders(12, [4]));
  expect([rows.length, failed.length, service.orders.size]).toEqual([11, 1, 11]);
});

test('a request that the service refuses as a whole fails its rows with the reason', async () => {
  await start({ version: 4 });
  const config = { operation: 'create', mapping, entity: 'Nothing' };
  await expect(run(config, orders(2))).rejects.toMatchObject({ code: 'nodes.odata-set-unknown' });
});
