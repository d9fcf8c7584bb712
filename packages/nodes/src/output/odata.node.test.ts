import { compilePlan, runPage, type EffectRecord } from '@eclusa/engine';
import { emptyFlow, type Json, type Row } from '@eclusa/flow';
import { startOdata, type OdataOptions, type TestService } from '../odata/service.testing';
import { hostOf } from '../vtex/store.testing';
import odata from './odata.node';

let service: TestService;
const start = async (options: OdataOptions) => void (service = await startOdata(options));
afterEach(() => service.close());

async function run(config: Record<string, Json>, rows: Row[], dryRun = false) {
  const flow = emptyFlow('test');
  flow.slots = { erp: { kind: 'http', name: 'ERP' } };
  flow.nodes = {
    node: { type: odata.id, version: 1, config: { connection: 'erp', entity: 'Orders', ...config } },
  };
  const plan = compilePlan(flow, new Map([[odata.id, odata]]), { parameters: {} });
  const connection = { id: 'erp', kind: 'http', values: { baseUrl: service.url } };
  const written: EffectRecord[] = [];
  const page = {
    entry: 'node',
    at: { node: 'node', port: 'in', side: 'input' as const },
    rows: rows.map((value, index) => ({ row: index + 1, value })),
  };
  const outcome = await runPage(plan, page, {
    host: hostOf({ erp: connection }),
    effects: { load: async () => [], write: async (records) => void written.push(...records) },
    signal: new AbortController().signal,
    dryRun,
    sampleSize: 100,
  });
  const out = outcome.samples.find((one) => one.side === 'out' && one.port === 'out')?.rows ?? [];
  return { rows: out, failed: outcome.failed };
}

const mapping = [
  { target: 'Number', expression: 'number' },
  { target: 'Total', expression: 'total' },
  { target: 'Date', expression: 'date' },
];
const order = { number: '1-01', total: 129.9, date: '2026-11-23T10:00:00' };
const withKey = [{ target: 'ID', expression: 'id' }, ...mapping];
const calls = (method: string) => service.requests.filter((one) => one.method === method).length;

describe.each([2, 4] as const)('writing to a service of OData %s', (version) => {
  it('creates an entity with values as this version wants them, and keeps what the service gave', async () => {
    await start({ version });
    const { rows, failed } = await run({ operation: 'create', mapping, saveAs: 'erp' }, [order]);
    expect(failed).toEqual([]);
    const made = { ID: 1, Number: '1-01', Total: 129.9, Date: '2026-11-23T10:00:00' };
    expect(service.orders.get(1)).toEqual(made);
    expect(rows).toEqual([{ ...order, erp: made }]);
  });

  it('fetches the token against forged requests once, when the service asks for it', async () => {
    await start({ version, csrf: true });
    const { failed } = await run({ operation: 'create', mapping }, [order]);
    expect(failed).toEqual([]);
    expect(service.orders.size).toBe(1);
    expect(calls('POST')).toBe(2);
  });

  it('fails the row with the reason of the service, and writes the others', async () => {
    await start({ version });
    const { rows, failed } = await run({ operation: 'create', mapping }, [
      { ...order, number: 'bad' },
      order,
    ]);
    expect(rows).toHaveLength(1);
    expect(failed.map(({ error }) => [error.code, error.values['reason']])).toEqual([
      ['nodes.odata-refused', 'The customer is blocked'],
    ]);
  });

  it('finds what was created when its answer was lost, by a filter with the row’s own values', async () => {
    await start({ version });
    service.loseNextAnswer = true;
    const config = { operation: 'create', mapping, lookup: "Number eq '{number}'", saveAs: 'erp' };
    const { rows, failed } = await run(config, [{ ...order, number: "O'1" }]);
    expect(failed).toEqual([]);
    expect(rows[0]).toMatchObject({ erp: { ID: 1, Number: "O'1" } });
    expect(service.orders.size).toBe(1);
  });

  it('leaves a created row in doubt when there is nothing to find it by', async () => {
    await start({ version });
    service.loseNextAnswer = true;
    const { failed } = await run({ operation: 'create', mapping }, [order]);
    expect(failed.map(({ error }) => error.code)).toEqual(['engine.in-doubt']);
    expect(calls('POST')).toBe(1);
  });

  it('changes what is there and creates what is not, and leaves the fields it does not name', async () => {
    await start({ version });
    service.orders.set(7, { ID: 7, Number: 'old', Total: 1, Date: null, Note: 'stays' });
    const config = { operation: 'upsert', mapping: withKey };
    const { failed } = await run(config, [
      { ...order, id: 7 },
      { ...order, id: 8, number: '2' },
    ]);
    expect(failed).toEqual([]);
    expect(service.orders.get(7)).toMatchObject({ Number: '1-01', Total: 129.9, Note: 'stays' });
    expect(service.orders.get(8)).toMatchObject({ Number: '2' });
  });

  it('changes and deletes by the key, and does not mind what is deleted already', async () => {
    await start({ version });
    for (const id of [1, 2]) service.orders.set(id, { ID: id, Number: String(id), Total: 1, Date: null });
    await run({ operation: 'update', mapping: withKey }, [{ ...order, id: 1 }]);
    expect(service.orders.get(1)).toMatchObject({ Total: 129.9 });
    const missing = await run({ operation: 'update', mapping: withKey }, [{ ...order, id: 9 }]);
    expect(missing.failed.map(({ error }) => error.values['status'])).toEqual([404]);
    const key = [{ target: 'ID', expression: 'id' }];
    const { failed } = await run({ operation: 'delete', mapping: key }, [{ id: 2 }, { id: 2 }]);
    expect(failed).toEqual([]);
    expect([...service.orders.keys()]).toEqual([1]);
  });

  it('sends nothing in a dry run, and shows what it would send', async () => {
    await start({ version, csrf: true });
    service.orders.set(7, { ID: 7, Number: 'old', Total: 1, Date: null });
    await run({ operation: 'upsert', mapping: withKey }, [{ ...order, id: 7 }], true);
    expect(service.orders.get(7)).toMatchObject({ Number: 'old' });
    expect(service.requests.every(({ method }) => method === 'GET')).toBe(true);
  });
});

test('a change made by somebody else between the look and the write is no reason to fail', async () => {
  await start({ version: 4 });
  service.products.set(1, { ID: 1, Name: 'a', Price: 1 });
  const answer = service.requests.push.bind(service.requests);
  let touched = false;
  // Right after the look, before the write.
  service.requests.push = (...seen) => {
    if (!touched && seen.some(({ method }) => method === 'PATCH')) service.touch(1);
    touched ||= seen.some(({ method }) => method === 'PATCH');
    return answer(...seen);
  };
  const config = {
    entity: 'Products',
    operation: 'upsert',
    mapping: [
      { target: 'ID', expression: 'id' },
      { target: 'Price', expression: 'price' },
    ],
  };
  const { failed } = await run(config, [{ id: 1, price: 2 }]);
  expect(failed).toEqual([]);
  expect([service.products.get(1)?.['Price'], calls('PATCH')]).toEqual([2, 2]);
});

test('a field that the entity does not have is named before anything is sent', async () => {
  await start({ version: 4 });
  const wrong = run({ operation: 'create', mapping: [{ target: 'Nummer', expression: '1' }] }, [order]);
  const outcome = await wrong.then(
    ({ failed }) => failed[0]?.error.code,
    (error: unknown) => (error as { code: string }).code,
  );
  expect(outcome).toBe('nodes.odata-field-unknown');
  expect(calls('POST')).toBe(0);
});
