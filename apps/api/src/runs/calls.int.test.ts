// Calls that bring their rows: accepted when they are stored, many in one commit.
import { CALL_QUEUE, queueOptions } from '@eclusa/queue';
import Bull from 'bull';
import { randomUUID } from 'node:crypto';
import { Browser, startApi, type TestApi } from '../api.testing';
import { publishedLine } from '../flows/flows.testing';

const prefix = `test-${randomUUID()}`;
let api: TestApi;
let ana: Browser;

interface RunView {
  id: string;
  state: string;
  version: number;
  trigger: string;
  expectedRows: number;
  totals: { read: number };
}
interface Refused {
  code: string;
  detail: string;
  fields: { path: string; code: string }[];
}

beforeAll(async () => {
  api = await startApi({ ECLUSA_QUEUE_PREFIX: prefix });
  ana = await api.person('Ana');
});
afterAll(() => api.close());

const source = { type: 'source.call', version: 1, config: {} };
const filter = { type: 'transform.filter', version: 1, config: { condition: 'true' } };
const published = (...boxes: object[]) => publishedLine(ana, ...boxes);

const call = (flow: string, body: object, browser = ana) =>
  browser.post<RunView & Refused>(`/flows/${flow}/runs`, body);
const table = (name: string) => api.database.getRepository(name);

test('a call is accepted with its rows, in one page, and the queue is told', async () => {
  const flow = await published(source, filter);
  const { status, body } = await call(flow, { rows: { codigo: 'SKU-1' } });
  expect(status).toBe(202);
  expect(body).toMatchObject({
    state: 'queued',
    trigger: 'api',
    version: 1,
    expectedRows: 1,
    totals: { read: 1 },
  });
  expect((await ana.get<RunView>(`/runs/${body.id}`)).body).toMatchObject({ id: body.id, expectedRows: 1 });
  const page = await table('run_page').findOneByOrFail({ runId: body.id });
  expect(page).toMatchObject({ entry: 'box0', rows: [{ row: 1, value: { codigo: 'SKU-1' } }], rowCount: 1 });
  const queue = new Bull(CALL_QUEUE, queueOptions(process.env.ECLUSA_TEST_REDIS_URL ?? '', prefix));
  const jobs = await queue.getWaiting();
  expect(jobs.flatMap(({ data }) => (data as { pageIds: number[] }).pageIds)).toContain(Number(page.id));
  await queue.close();
});

test('a hundred calls at once are a hundred runs, stored in fewer commits', async () => {
  const flow = await published(source, filter);
  await call(flow, { rows: { n: 0 } });
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => call(flow, { rows: { n } })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(100);
  const stored = await table('run').query<{ commits: number }[]>(
    'SELECT count(DISTINCT xmin::text)::int AS commits FROM run WHERE flow_id = $1',
    [flow],
  );
  expect(stored[0]?.commits).toBeLessThan(100);
});

test('a version that has just been published is the one that runs', async () => {
  const flow = await published(source, filter);
  expect((await call(flow, { rows: { n: 1 } })).body.version).toBe(1);
  const { body } = await ana.get<{ revision: number }>(`/flows/${flow}`);
  await ana.post(`/flows/${flow}/publish`, { revision: body.revision });
  expect((await call(flow, { rows: { n: 1 } })).body.version).toBe(2);
  expect((await call(flow, { rows: { n: 1 }, version: 1 })).body.version).toBe(1);
  await api.database.query(`UPDATE run SET state = 'completed' WHERE flow_id = $1`, [flow]);
  expect((await ana.delete(`/flows/${flow}`)).status).toBe(204);
  expect((await call(flow, { rows: { n: 1 } })).status).toBe(404);
});

test('more rows than a page holds, or a flow that waits for all of them, make an ordinary run', async () => {
  const flow = await published(source, filter);
  const many = await call(flow, { rows: Array.from({ length: 1_200 }, (_, n) => ({ n })) });
  expect([many.status, many.body.expectedRows]).toEqual([202, 1_200]);
  const pages = await table('run_page').find({ where: { runId: many.body.id }, order: { seq: 'ASC' } });
  expect(pages.map(({ rowCount }) => rowCount as number)).toEqual([500, 500, 200]);
  const sort = { type: 'transform.sort', version: 1, config: { keys: [{ expression: 'n' }] } };
  const sorted = await call(await published(source, sort), { rows: [{ n: 2 }, { n: 1 }] });
  expect(sorted.status).toBe(202);
  const stored = await table('run').findOneByOrFail({ id: sorted.body.id });
  expect([stored.short, stored.readRows]).toEqual([false, 2]);
});

test('what is no row is refused with its place, and nothing starts', async () => {
  const flow = await published(source, filter);
  const refused = await call(flow, { rows: [{ n: 1 }, 7, null] });
  expect([refused.status, refused.body.code]).toEqual([422, 'api.rows-invalid']);
  expect(refused.body.fields).toMatchObject([{ path: 'rows.1' }, { path: 'rows.2' }]);
  expect((await call(flow, { rows: [] })).body.code).toBe('api.rows-invalid');
  expect((await call(flow, { rows: 'a' })).body.code).toBe('api.rows-invalid');
  expect((await call(flow, {})).body.code).toBe('api.rows-missing');
  expect((await table('run').findBy({ flowId: flow })).length).toBe(0);
});

test('a flow that reads its rows itself takes none with the call', async () => {
  const csv = { type: 'source.csv', version: 1, config: { from: 'file', file: randomUUID() } };
  expect((await call(await published(csv, filter), { rows: { n: 1 } })).body.code).toBe('api.rows-unwanted');
});

test('a dry run of a call shows and sends nothing, and belongs to the caller’s workspace alone', async () => {
  const flow = await published(source, filter);
  const { body } = await call(flow, { rows: { n: 1 }, dryRun: true });
  expect(await table('run').findOneByOrFail({ id: body.id })).toMatchObject({ dryRun: true, short: false });
  const eva = await api.person('Eva');
  expect((await call(flow, { rows: { n: 1 } }, eva)).status).toBe(404);
});

describe('a call with a name of its own', () => {
  const named = (flow: string, name: string, body: object, browser = ana) =>
    browser.post<RunView & Refused>(`/flows/${flow}/runs`, body, { 'idempotency-key': name });

  test('that comes again finds the run it started, and starts nothing', async () => {
    const flow = await published(source, filter);
    const first = await named(flow, 'order-1', { rows: { n: 1 } });
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([202, null]);
    expect(first.headers.get('location')).toBe(`/api/v1/runs/${first.body.id}`);
    const again = await named(flow, 'order-1', { rows: { n: 1 } });
    expect([again.status, again.body.id]).toEqual([202, first.body.id]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await table('run').countBy({ flowId: flow })).toBe(1);
    const { rows, rowCount } = await table('run_page').findOneByOrFail({ runId: first.body.id });
    expect([rows, rowCount]).toEqual([[{ row: 1, value: { n: 1 } }], 1]);
  });

  test('finds its run also when the flow would take no call any more', async () => {
    const flow = await published(source, filter);
    const line = (name: string) =>
      ana.send<RunView & Refused>('POST', `/flows/${flow}/runs`, {
        body: '{"n":1}',
        headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': name },
      });
    const first = await named(flow, 'order-5', { rows: { n: 1 } });
    const streamed = await line('order-6');
    await api.database.query('UPDATE flow SET published_version = NULL WHERE id = $1', [flow]);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await named(flow, 'order-7', { rows: { n: 1 } })).body.code).toBe('api.flow-not-published');
    const again = await named(flow, 'order-5', { rows: { n: 1 } });
    expect([again.status, again.body.id]).toEqual([202, first.body.id]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await named(flow, 'order-5', { rows: { n: 2 } })).body.code).toBe('api.idempotency-conflict');
    const lineAgain = await line('order-6');
    expect([lineAgain.status, lineAgain.body.id]).toEqual([202, streamed.body.id]);
    expect((await line('order-5')).body.code).toBe('api.idempotency-conflict');
    expect(await table('run').countBy({ flowId: flow })).toBe(2);
  });

  test('is refused for another body or another flow, and started by another workspace all the same', async () => {
    const flow = await published(source, filter);
    const first = await named(flow, 'order-2', { rows: { n: 1 } });
    const other = await named(flow, 'order-2', { rows: { n: 2 } });
    expect([other.status, other.body.code]).toEqual([409, 'api.idempotency-conflict']);
    expect(other.body.detail).toContain(first.body.id);
    const elsewhere = await named(await published(source, filter), 'order-2', { rows: { n: 1 } });
    expect(elsewhere.status).toBe(409);
    const bia = await api.person('Bia');
    const hers = await named(await publishedLine(bia), 'order-2', { rows: { n: 1 } }, bia);
    expect([hers.status, hers.body.id === first.body.id]).toEqual([202, false]);
  });

  test('is one run when it comes twenty times at once, over two processes', async () => {
    const flow = await published(source, filter);
    const second = await startApi({}, api);
    const twin = Object.assign(new Browser(second.url), { cookie: ana.cookie });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => named(flow, 'order-3', { rows: { n: 7 } }, n % 2 ? ana : twin)),
    );
    await second.close();
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(202));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
    expect(await table('run').countBy({ flowId: flow })).toBe(1);
  });

  test('is one run also where runs take turns', async () => {
    const flow = await published(source, filter);
    const body = { rows: { n: 1 }, concurrencyKey: 'stock' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => named(flow, 'order-4', body)));
    expect(new Set(answers.map(({ status, body: run }) => `${status} ${run.id}`)).size).toBe(1);
    expect(await table('run').countBy({ flowId: flow })).toBe(1);
  });

  test.each(['', 'a b', 'x'.repeat(256)])('is refused when the name is "%s"', async (name) => {
    const { status, body } = await named(await published(source, filter), name, { rows: { n: 1 } });
    expect([status, body.code]).toEqual([400, 'api.idempotency-key-invalid']);
  });
});

test('a call says its tags, and runs are found by them', async () => {
  const flow = await published(source, filter);
  const { body } = await call(flow, { rows: { n: 1 }, tags: ['pdv-7', 'noite'] });
  expect(body).toMatchObject({ tags: ['pdv-7', 'noite'] });
  const { items } = (await ana.get<{ items: RunView[] }>('/runs?tag=noite')).body;
  expect(items.map(({ id }) => id)).toEqual([body.id]);
  expect((await ana.get<{ items: RunView[] }>('/runs?tag=dia')).body.items).toEqual([]);
});

test('a run can be put off, and not for ever', async () => {
  const flow = await published(source, filter);
  const runAt = new Date(Date.now() + 3_600_000).toISOString();
  const { body } = await call(flow, { rows: { n: 1 }, runAt, priority: 'high' });
  expect(body).toMatchObject({ state: 'queued', runAt });
  expect(await table('run').findOneByOrFail({ id: body.id })).toMatchObject({ short: false, priority: 0 });
  const far = await call(flow, { rows: { n: 1 }, runAt: '2099-01-01T00:00:00Z' });
  expect([far.status, far.body.code]).toEqual([422, 'api.run-at-too-far']);
  expect((await call(flow, { rows: { n: 1 }, runAt: 'tomorrow' })).status).toBe(400);
});
