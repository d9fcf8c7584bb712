// Calls that bring their rows: accepted when they are stored, many in one commit.
import { CALL_QUEUE, queueOptions } from '@eclusa/queue';
import Bull from 'bull';
import { randomUUID } from 'node:crypto';
import { Browser, startApi, type TestApi } from '../api.testing';
import { pricesFlow } from '../flows/flows.testing';

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
const edge = (from: string, to: string) => ({
  from: { node: from, port: 'out' },
  to: { node: to, port: 'in' },
});

/** A published flow of these boxes in a line. */
async function published(...boxes: object[]): Promise<string> {
  const ids = boxes.map((_, index) => `box${index}`);
  const document = {
    ...pricesFlow(),
    ...{ slots: {}, parameters: {} },
    nodes: Object.fromEntries(boxes.map((box, index) => [ids[index], box])),
    edges: ids.slice(1).map((id, index) => edge(ids[index] ?? '', id)),
  };
  const made = await ana.post<{ id: string }>('/flows', { name: 'Called', document });
  expect(made).toMatchObject({ status: 201 });
  const { id } = made.body;
  expect((await ana.post(`/flows/${id}/publish`, { revision: 1 })).status).toBe(201);
  return id;
}

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
