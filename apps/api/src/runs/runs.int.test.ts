import type { Run } from '@eclusa/db';
import { queueOptions, RUN_QUEUE } from '@eclusa/queue';
import Bull from 'bull';
import { randomUUID } from 'node:crypto';
import { Browser, startApi, type TestApi } from '../api.testing';
import { pricesFlow, publishedFlow } from '../flows/flows.testing';

const prefix = `test-${randomUUID()}`;
const redisUrl = process.env.ECLUSA_TEST_REDIS_URL ?? '';
let api: TestApi;
let ana: Browser;
let flowId: string;
let storeId: string;

interface RunView {
  id: string;
  state: string;
  version: number;
  storeName: string;
  trigger: string;
  dryRun: boolean;
  replayOf: string | null;
  waitsFor?: string | null;
  totals: Record<string, number>;
}
interface Refused {
  code: string;
  detail: string;
}

beforeAll(async () => {
  api = await startApi({ ECLUSA_QUEUE_PREFIX: prefix });
  ana = await api.person('Ana');
  ({ flowId, storeId } = await publishedFlow(ana));
});
afterAll(() => api.close());

const start = async (body: object = {}) => (await ana.post<RunView>(`/flows/${flowId}/runs`, body)).body;
/** By name: the types of their JSON columns are deeper than the compiler follows. */
const runs = () => api.database.getRepository('run');

test('a run is accepted once it is stored, with what it is bound to, and the queue is told', async () => {
  const accepted = await ana.post<RunView>(`/flows/${flowId}/runs`, { storeId, dryRun: true });
  expect(accepted.status).toBe(202);
  expect(accepted.body).toMatchObject({ state: 'queued', version: 1, storeName: 'Loja', dryRun: true });
  const row = await runs().findOneByOrFail({ id: accepted.body.id });
  expect(Object.keys(row.slots).sort()).toEqual(['erp', 'store']);
  const queue = new Bull(RUN_QUEUE, queueOptions(redisUrl, prefix));
  const job = await queue.getJob(`start:${row.id}`);
  expect(job?.data).toEqual({ kind: 'start', runId: row.id });
  await queue.close();
});

test('runs of a flow that remembers what it sent take turns per store, those of others and dry runs do not', async () => {
  const document = pricesFlow();
  document.nodes.delta = { type: 'transform.changed', version: 1, config: { key: 'codigo' } };
  document.edges[1] = { from: { node: 'active', port: 'out' }, to: { node: 'delta', port: 'in' } };
  document.edges.push({ from: { node: 'delta', port: 'out' }, to: { node: 'price', port: 'in' } });
  const flow = await publishedFlow(ana, document);
  const keyOf = async (of: string, body: object) => {
    const { body: run } = await ana.post<RunView>(`/flows/${of}/runs`, body);
    return (await runs().findOneByOrFail({ id: run.id })).memoryKey;
  };
  const key = await keyOf(flow.flowId, { storeId: flow.storeId });
  expect(key).toContain(flow.storeId);
  expect(await keyOf(flow.flowId, { storeId: flow.storeId })).toBe(key);
  expect(await keyOf(flow.flowId, { storeId: flow.storeId, dryRun: true })).toBeNull();
  expect(await keyOf(flowId, { storeId })).toBeNull();
});

// No worker takes runs here: what is accepted stays open.
describe('while a run of its key goes on, a new one', () => {
  const of = (concurrencyKey: string, overlap?: string) =>
    start({ concurrencyKey, ...(overlap && { overlap }) });
  const seen = async (id: string) => (await ana.get<RunView>(`/runs/${id}`)).body;

  test('waits, and says for which', async () => {
    const [first, second] = [await of('wait'), await of('wait')];
    await runs().update({ id: first.id }, { state: 'running' });
    expect(await seen(second.id)).toMatchObject({ state: 'queued', waitsFor: first.id, overlapRunId: null });
    await runs().update({ id: first.id }, { state: 'completed' });
    expect(await seen(second.id)).toMatchObject({ waitsFor: null });
  });

  test('is stored as skipped, for people to see', async () => {
    const first = await of('skip', 'skip');
    expect(await of('skip', 'skip')).toMatchObject({ state: 'skipped', overlapRunId: first.id });
    const [listed] = (await ana.get<{ items: RunView[] }>('/runs?state=skipped')).body.items;
    expect(listed).toMatchObject({ overlapRunId: first.id, finishedAt: expect.any(String) });
    expect(await of('another', 'skip')).toMatchObject({ state: 'queued', overlapRunId: null });
  });

  test('takes the place of those that go on', async () => {
    const [going, waiting] = [await of('cancel'), await of('cancel')];
    await runs().update({ id: going.id }, { state: 'running' });
    const fresh = await of('cancel', 'cancel');
    expect(fresh).toMatchObject({ state: 'queued', overlapRunId: going.id });
    for (const { id } of [going, waiting]) expect(await seen(id)).toMatchObject({ state: 'cancelling' });
    expect((await seen(fresh.id)).waitsFor).toBe(going.id);
  });

  test('is let through by exactly one of two that come at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const both = await Promise.all([1, 2, 3].map(() => of(`race ${round}`, 'skip')));
      expect(both.map(({ state }) => state).sort()).toEqual(['queued', 'skipped', 'skipped']);
    }
  });

  test('is no concern of a dry run, nor of another workspace', async () => {
    await of('apart', 'skip');
    const dry = await start({ concurrencyKey: 'apart', overlap: 'skip', dryRun: true });
    expect(dry).toMatchObject({ state: 'queued', concurrencyKey: null });
    const bia = await api.person('Bia');
    const theirs = await publishedFlow(bia);
    const body = { concurrencyKey: 'apart', overlap: 'skip' };
    expect((await bia.post<RunView>(`/flows/${theirs.flowId}/runs`, body)).body.state).toBe('queued');
  });
});

test('a flow says itself what becomes of a run while another goes on, for each store apart', async () => {
  const flow = await publishedFlow(ana, { ...pricesFlow(), settings: { overlap: 'skip' } });
  const go = async () => (await ana.post<RunView>(`/flows/${flow.flowId}/runs`, {})).body;
  const first = await go();
  expect(first).toMatchObject({ state: 'queued', concurrencyKey: `flow ${flow.flowId} ${flow.storeId}` });
  expect(await go()).toMatchObject({ state: 'skipped', overlapRunId: first.id });
});

test('with Redis away a run is accepted all the same, and its row is there', async () => {
  const without = await startApi({ REDIS_URL: 'redis://127.0.0.1:1' });
  try {
    const browser = await without.person();
    const flow = await publishedFlow(browser);
    const accepted = await browser.post<RunView>(`/flows/${flow.flowId}/runs`, {});
    expect(accepted.status).toBe(202);
    const row = await without.database.getRepository('run').findOneBy({ id: accepted.body.id });
    expect(row?.state).toBe('queued');
    const ready = await browser.get<{ checks: object }>('/readyz');
    expect(ready.status).toBe(503);
    expect(ready.body.checks).toEqual({ postgres: 'ok', redis: 'away' });
  } finally {
    await without.close();
  }
});

test('a flow that is not published, or not bound, or lacks a value does not run', async () => {
  const create = async (document: ReturnType<typeof pricesFlow>) =>
    (await ana.post<{ id: string }>('/flows', { name: document.name, document })).body.id;
  const refusal = async (id: string, body: object = {}) =>
    (await ana.post<Refused>(`/flows/${id}/runs`, body)).body;
  const draft = await create(pricesFlow('Draft'));
  expect((await refusal(draft)).code).toBe('api.flow-not-published');
  const settings = { baseUrl: 'https://erp.example', auth: 'none' };
  const erp = await ana.post<{ id: string }>('/connections', { kind: 'http', name: 'Once', settings });
  const bind = (slots: object) => ana.put(`/flows/${draft}/binding`, { slots, parameters: {} });
  await bind({ erp: erp.body.id });
  await ana.post(`/flows/${draft}/publish`, { revision: 1 });
  await bind({});
  const unbound = await refusal(draft);
  expect(unbound.code).toBe('api.slot-unbound');
  expect(unbound.detail).toContain('ERP');
  expect((await refusal(draft, { version: 7 })).code).toBe('api.version-not-found');
  expect((await refusal(flowId, { parameters: { nothing: 1 } })).code).toBe('api.binding-invalid');
});

test('cancelling asks a run to stop; a finished one stays as it is', async () => {
  const { id } = await start();
  expect((await ana.post<RunView>(`/runs/${id}/cancel`)).body.state).toBe('cancelling');
  expect((await ana.post<RunView>(`/runs/${id}/cancel`)).body.state).toBe('cancelling');
  await runs().update({ id }, { state: 'completed', finishedAt: new Date() });
  expect((await ana.post<RunView>(`/runs/${id}/cancel`)).body.state).toBe('completed');
});

test('runs that a run has started are listed with it and say so, and those a box waits for stop with it', async () => {
  const parent = await start({ storeId });
  const children = await Promise.all(['call', 'call', 'flow'].map(() => start({ storeId })));
  for (const [index, { id }] of children.entries()) {
    const trigger = index < 2 ? 'call' : 'flow';
    await runs().update({ id }, { trigger, afterRunId: parent.id, callers: index < 2 ? [parent.id] : [] });
  }
  const started = async () =>
    (
      await ana.get<{ items: (RunView & { afterRunId: string })[] }>(`/runs?startedBy=${parent.id}`)
    ).body.items.map(({ trigger, state, afterRunId }) => [trigger, state, afterRunId === parent.id]);
  expect(await started()).toEqual(
    expect.arrayContaining([...Array(2).fill(['call', 'queued', true]), ['flow', 'queued', true]]),
  );
  await ana.post(`/runs/${parent.id}/cancel`);
  const states = (await started()).map(([trigger, state]) => `${String(trigger)} ${String(state)}`).sort();
  expect(states).toEqual(['call cancelling', 'call cancelling', 'flow queued']);
});

test('a run that failed or was stopped goes on when asked to, any other is refused with a sentence', async () => {
  const { id } = await start();
  const resume = () => ana.post<RunView & Refused>(`/runs/${id}/resume`);
  const refused = await resume();
  expect([refused.status, refused.body.code]).toEqual([409, 'api.run-not-stopped']);
  expect(refused.body.detail).toContain('failed or was stopped');
  const error = { kind: 'user', code: 'nodes.broken-json', values: {}, node: 'erp' };
  for (const state of ['failed', 'cancelled']) {
    await runs().update({ id }, { state, error, finishedAt: new Date(), readRows: 300 });
    const resumed = await resume();
    expect(resumed.status).toBe(202);
    expect(resumed.body).toMatchObject({ state: 'queued', error: null, finishedAt: null });
    expect(resumed.body.totals.read).toBe(300);
  }
  await runs().update({ id }, { state: 'completed' });
  expect((await resume()).status).toBe(409);
  expect((await ana.post(`/runs/${randomUUID()}/resume`)).status).toBe(404);
  expect(await runs().findOneByOrFail({ id })).toMatchObject({ state: 'completed' });
});

test('what a run waits for is shown while it does, and not of a run that has ended', async () => {
  const { id } = await start();
  type Waiting = { waiting: object | null };
  const waiting = async () => (await ana.get<Waiting>(`/runs/${id}`)).body.waiting;
  const since = new Date(Date.now() - 60_000).toISOString();
  const wait = (ms: number) => ({
    node: 'price',
    status: 503,
    since,
    until: new Date(Date.now() + ms).toISOString(),
  });
  expect(await waiting()).toBeNull();
  await runs().update({ id }, { state: 'running', waiting: wait(60_000) });
  expect(await waiting()).toEqual({ node: 'price', service: null, status: 503, since, nextTry: null });
  await runs().update({ id }, { waiting: wait(-1) });
  expect(await waiting()).toBeNull();
  await runs().update({ id }, { state: 'completed', waiting: wait(60_000) });
  expect(await waiting()).toBeNull();
});

test('numbers of pages under way are shown on top of the committed ones, and only while the run goes on', async () => {
  const { id } = await start();
  const { workspaceId } = await runs().findOneByOrFail({ id });
  await runs().update({ id }, { state: 'running', readRows: 300, written: 90, failed: 10 });
  const count = (node: string, rows: number) => ({ node, side: 'out' as const, port: 'out', rows });
  await api.database.getRepository('run_count').insert({ ...count('erp', 100), runId: id, workspaceId });
  const pages = api.database.getRepository('run_page');
  const page = { ...{ workspaceId, runId: id, entry: 'erp', rowCount: 100 }, at: {}, rows: [] };
  const progress = (rows: number) => ({ rows, counts: [count('erp', 100), count('price', rows)] });
  await pages.insert([
    { ...page, seq: 0, state: 'done', progress: progress(1_000) },
    { ...page, seq: 1, state: 'running', progress: progress(40) },
    { ...page, seq: 2, state: 'running', progress: progress(2) },
    { ...page, seq: 3, state: 'queued' },
  ]);
  type Live = RunView & { counts: object[]; settledRows: number };
  const live = (await ana.get<Live>(`/runs/${id}`)).body;
  expect(live.counts).toEqual([count('erp', 300), count('price', 42)]);
  expect(live.settledRows).toBe(142);
  await runs().update({ id }, { state: 'cancelled' });
  const ended = (await ana.get<Live>(`/runs/${id}`)).body;
  expect([ended.counts, ended.settledRows]).toEqual([[count('erp', 100)], 100]);
});

test('a flow tells its newest run, so that whoever opens it sees what is going on', async () => {
  const { id } = await start({ storeId });
  const flow = await ana.get<{ lastRun?: RunView }>(`/flows/${flowId}`);
  expect(flow.body.lastRun).toMatchObject({ id, state: 'queued' });
});

test('runs are listed newest first, by flow and state', async () => {
  const { id } = await start();
  await runs().update({ id }, { state: 'failed' });
  type List = { items: RunView[]; nextCursor?: string };
  const failed = await ana.get<List>(`/runs?flowId=${flowId}&state=failed`);
  expect(failed.body.items.map((run) => run.id)).toEqual([id]);
  const seen: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const path: string = `/runs?limit=3${cursor && `&cursor=${cursor}`}`;
    const { body } = await ana.get<List>(path);
    seen.push(...body.items.map((run) => run.id));
    cursor = body.nextCursor;
  }
  const [{ workspaceId }] = (await runs().findBy({ id })) as [Run];
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(await runs().countBy({ workspaceId }));
  expect(seen[0]).toBe(id);
});

/** Reads the event stream until it ends; answers its events. */
async function* eventsOf(path: string, signal?: AbortSignal) {
  const response = await fetch(`${api.url}/api/v1${path}`, {
    headers: { cookie: ana.cookie },
    ...(signal && { signal }),
  });
  expect(response.headers.get('content-type')).toMatch('text/event-stream');
  let text = '';
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(piece).toString();
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [event, data] = ['event: ', 'data: '].map((start) =>
        text
          .slice(0, end)
          .split('\n')
          .find((line) => line.startsWith(start))
          ?.slice(start.length),
      );
      text = text.slice(end + 2);
      if (event) yield { event, data: JSON.parse(data ?? '{}') as RunView & { counts: object[] } };
    }
  }
}

test('watchers see the run move and hear its end', async () => {
  const { id } = await start();
  const run = await runs().findOneByOrFail({ id });
  const sawNoCount = new Set<string>();
  const watch = async (watcher: string) => {
    const seen: string[] = [];
    for await (const { event, data } of eventsOf(`/runs/${id}/events`)) {
      seen.push(event === 'end' ? 'end' : `${data.state} ${data.totals.read} ${data.counts.length}`);
      if (seen.length === 1) await runs().update({ id }, { state: 'running', readRows: 10 });
      if (data.state === 'running' && data.counts.length === 0) sawNoCount.add(watcher);
      // Not before: one of them may be told late.
      if (sawNoCount.size === 2 && data.state === 'running' && data.counts.length === 0) {
        const count = { runId: id, node: 'erp', side: 'out' as const, port: 'out', rows: 10 };
        await api.database
          .getRepository('run_count')
          .upsert({ ...count, workspaceId: run.workspaceId }, ['runId', 'node', 'side', 'port']);
      }
      if (data.counts?.length === 1) await runs().update({ id }, { state: 'completed' });
    }
    return seen;
  };
  const [first, second] = await Promise.all([watch('first'), watch('second')]);
  for (const seen of [first, second]) {
    expect(seen.at(-1)).toBe('end');
    expect(seen.at(-2)).toBe('completed 10 1');
    expect(seen).toContain('running 10 0');
  }
});

test('a watcher that leaves is forgotten, and a finished run ends at once', async () => {
  const { id } = await start();
  const leaving = new AbortController();
  const events = eventsOf(`/runs/${id}/events`, leaving.signal);
  expect((await events.next()).value).toMatchObject({ event: 'progress' });
  leaving.abort();
  await expect(events.next()).rejects.toThrow();
  await runs().update({ id }, { state: 'cancelled' });
  const seen: string[] = [];
  for await (const { event } of eventsOf(`/runs/${id}/events`)) seen.push(event);
  expect(seen).toEqual(['progress', 'end']);
});

test('the picture of a run has its entries and the document that ran', async () => {
  const { id } = await start();
  const { workspaceId } = await runs().findOneByOrFail({ id });
  await api.database
    .getRepository('run_entry')
    .insert({ runId: id, workspaceId, node: 'erp', state: 'reading', rows: 3 });
  const { body } = await ana.get<RunView & { entries: object[]; document: object }>(`/runs/${id}`);
  expect(body.entries).toMatchObject([{ node: 'erp', state: 'reading', rows: 3, error: null }]);
  expect(body.document).toEqual(pricesFlow());
});
