// Addresses of flows: made when a flow is published, answered after what was told is stored, and known to nobody else.
import { StoreEvent, type Run } from '@eclusa/db';
import { emptyFlow, type FlowDocument } from '@eclusa/flow';
import { startApi, type Browser, type TestApi } from '../api.testing';

let api: TestApi;
let ana: Browser;

beforeAll(async () => {
  api = await startApi();
  ana = await api.person();
});
afterAll(() => api.close());

interface Shown {
  id: string;
  address: string | null;
  events: number;
  eventAt: string | null;
}

const box = (type: string, config = {}) => ({ type, version: 1, config });

function flow(type: string, config = {}): FlowDocument {
  const made = emptyFlow('events');
  made.nodes = { a: box(type, config), b: box('transform.filter', { condition: 'true' }) };
  made.edges = [{ from: { node: 'a', port: 'out' }, to: { node: 'b', port: 'in' } }];
  return made;
}

async function publish(document: FlowDocument): Promise<{ flowId: string; trigger: Shown }> {
  const { body } = await ana.post<{ id: string; revision: number }>('/flows', { name: 'events', document });
  if (document.slots.store) {
    const vtex = {
      kind: 'vtex',
      name: 'V',
      settings: { account: 'a', appKey: 'k' },
      secrets: { appToken: 't' },
    };
    const store = (await ana.post<{ id: string }>('/connections', vtex)).body.id;
    await ana.put(`/flows/${body.id}/binding`, { slots: { store }, parameters: {} });
  }
  const published = await ana.post(`/flows/${body.id}/publish`, { revision: body.revision });
  expect(published.status).toBe(201);
  return { flowId: body.id, trigger: (await triggersOf(body.id))[0] as Shown };
}

async function triggersOf(flowId: string): Promise<Shown[]> {
  return (await ana.get<{ items: Shown[] }>(`/flows/${flowId}/triggers`)).body.items;
}

/** A call as another system makes it: no cookie, no header of ours. */
async function call(
  { address }: Shown,
  body: unknown,
  path = '',
): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(api.url + new URL(address ?? '').pathname + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json().catch(() => null) };
}

const runsOf = async (flowId: string) =>
  (await ana.get<{ items: Run[] }>(`/runs?flowId=${flowId}`)).body.items;
const stored = (flowId: string) => api.database.getRepository(StoreEvent).countBy({ flowId });

const change = {
  ...{ IdSku: '15', An: 'lojademo', IdAffiliate: 'ERP', DateModified: '2026-11-23T12:00:00.1234567Z' },
  ...{ IsActive: true, PriceModified: true, StockModified: false, HasStockKeepingUnitModified: false },
};

test('a call is stored with the run it starts, and repeats start nothing', async () => {
  const { flowId, trigger } = await publish(flow('vtex.catalogue-changes'));
  expect(trigger.address).toMatch(/\/hooks\/[\w-]{43}$/);
  for (let times = 0; times < 3; times++) {
    expect(await call(trigger, change, times === 1 ? '/api/notification/' : '')).toEqual({
      status: 200,
      body: { events: 1 },
    });
  }
  const runs = await runsOf(flowId);
  expect(runs).toMatchObject([{ trigger: 'event', state: 'queued' }]);
  const [page] = await api.database.query<{ rows: unknown }[]>(
    'SELECT rows FROM run_page WHERE run_id = $1',
    [runs[0]?.id],
  );
  expect(page?.rows).toMatchObject([{ row: 1, value: { skuId: '15', priceChanged: true, removed: false } }]);
  expect(await triggersOf(flowId)).toMatchObject([{ events: 1, eventAt: expect.any(String) as string }]);
});

test('calls that come together are stored together, each once', async () => {
  const { flowId, trigger } = await publish(flow('vtex.catalogue-changes'));
  const bodies = Array.from({ length: 60 }, (_, index) => ({ ...change, IdSku: String(index % 20) }));
  const answers = await Promise.all(bodies.map((body) => call(trigger, body)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await stored(flowId)).toBe(20);
  const [sum] = await api.database.query<{ rows: number }[]>(
    'SELECT sum(read_rows)::int AS rows FROM run WHERE flow_id = $1',
    [flowId],
  );
  expect(sum?.rows).toBe(20);
});

test('what is of no interest is answered and kept nowhere', async () => {
  const { flowId, trigger } = await publish(flow('vtex.catalogue-changes', { price: false }));
  expect(await call(trigger, change)).toEqual({ status: 200, body: { events: 0 } });
  expect([await stored(flowId), await runsOf(flowId)]).toEqual([0, []]);
});

test('a body that is broken, too large or not understood is answered and kept nowhere', async () => {
  const { flowId, trigger } = await publish(flow('vtex.catalogue-changes'));
  const codeOf = async (body: unknown) => {
    const answer = await call(trigger, body);
    return [answer.status, (answer.body as { code?: string } | null)?.code];
  };
  expect(await codeOf('{"IdSku":')).toEqual([400, 'api.json-broken']);
  expect(await codeOf('')).toEqual([400, 'api.json-broken']);
  expect(await codeOf({ hello: 'you' })).toEqual([400, 'api.hook-not-understood']);
  expect(await codeOf({ IdSku: 'a\0b' })).toEqual([400, 'api.text-unstorable']);
  expect(await codeOf('['.repeat(200))).toEqual([400, 'api.json-too-deep']);
  expect(await codeOf({ IdSku: '1', more: 'x'.repeat(300_000) })).toEqual([413, 'api.hook-too-large']);
  expect([await stored(flowId), await runsOf(flowId)]).toEqual([0, []]);
});

test('an address nobody has is 404, as is one that was replaced, or whose box is gone', async () => {
  const { flowId, trigger } = await publish(flow('vtex.master-data-trigger'));
  const unknown = { ...trigger, address: `${api.url}/hooks/${'x'.repeat(43)}` };
  expect((await call(unknown, change)).status).toBe(404);
  const { body: renewed } = await ana.post<Shown>(`/flows/${flowId}/triggers/${trigger.id}/rotate`);
  expect((await call(trigger, { id: '1' })).status).toBe(404);
  expect((await call(renewed, { id: '1' })).status).toBe(200);
  const { body } = await ana.get<{ revision: number; draft: FlowDocument }>(`/flows/${flowId}`);
  const document = { ...body.draft, nodes: { ...body.draft.nodes, a: box('source.call') } };
  const saved = await ana.put<{ revision: number }>(`/flows/${flowId}`, {
    revision: body.revision,
    document,
  });
  expect((await ana.post(`/flows/${flowId}/publish`, { revision: saved.body.revision })).status).toBe(201);
  expect(await triggersOf(flowId)).toEqual([]);
  expect((await call(renewed, { id: '2' })).status).toBe(404);
});

test('without a date every call of Master Data counts, with one a repeat does not', async () => {
  const { flowId, trigger } = await publish(flow('vtex.master-data-trigger'));
  for (let times = 0; times < 2; times++) {
    await call(trigger, { id: '1' });
    await call(trigger, { id: '1', updatedIn: '2026-11-23T12:00:00Z' });
  }
  expect(await stored(flowId)).toBe(3);
});

test('the secret of an address stands in no table, and a stranger sees no trigger', async () => {
  const { flowId, trigger } = await publish(flow('vtex.catalogue-changes'));
  const secret = trigger.address?.split('/').at(-1) ?? '';
  const rows = await api.database.query('SELECT * FROM flow_trigger WHERE flow_id = $1', [flowId]);
  expect(JSON.stringify(rows)).not.toContain(secret);
  const stranger = await api.person('Bia');
  expect((await stranger.get(`/flows/${flowId}/triggers`)).status).toBe(404);
  expect((await stranger.post(`/flows/${flowId}/triggers/${trigger.id}/rotate`)).status).toBe(404);
});

test('the ping by which VTEX tries an address is answered and starts nothing', async () => {
  const document = flow('vtex.order-events-hook', { connection: 'store' });
  document.slots = { store: { kind: 'vtex', name: 'Store' } };
  const { flowId, trigger } = await publish(document);
  expect(await call(trigger, { hookConfig: 'ping' })).toEqual({ status: 200, body: { events: 0 } });
  const told = { Domain: 'Fulfillment', OrderId: 'v1-01', State: 'ready-for-handling' };
  const dates = { LastChange: '2026-11-23T11:00:00Z', CurrentChange: '2026-11-23T12:00:00.0000000Z' };
  for (let times = 0; times < 2; times++) await call(trigger, { ...told, ...dates });
  expect(await stored(flowId)).toBe(1);
});
