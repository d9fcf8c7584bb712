import { randomUUID } from 'node:crypto';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { pricesFlow, publishedFlow } from '../flows/flows.testing';

let api: TestApi;
let ana: Browser;
let flowId: string;

interface RunView {
  id: string;
  trigger: string;
  version: number;
  replayOf: string | null;
  readFrom: object | null;
  inDoubt: number;
}
interface Refused {
  code: string;
  detail: string;
}

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
  ({ flowId } = await publishedFlow(ana));
});
afterAll(() => api.close());

const start = async (of = flowId) => (await ana.post<RunView>(`/flows/${of}/runs`, {})).body;
/** By name: the types of their JSON columns are deeper than the compiler follows. */
const runs = () => api.database.getRepository('run');
const failedTable = () => api.database.getRepository('run_failed_row');

async function failedRows(runId: string, count: number, node = 'price', code = 'vtex.sku-missing') {
  const run = await runs().findOneByOrFail({ id: runId });
  const rows = Array.from({ length: count }, (_, n) => ({
    ...{ workspaceId: run.workspaceId, runId, node, port: 'in', entry: 'erp', rowNumber: n + 1 },
    input: { codigo: `SKU-${n}` },
    error: { kind: 'user' as const, code, values: { node } },
  }));
  await failedTable().insert(rows);
}
type FailedRows = { items: { id: string; node: string; state: string }[]; nextCursor?: string };

test('failed rows are replayed once: some, those of one box, then the rest', async () => {
  const { id } = await start();
  await failedRows(id, 4);
  await failedRows(id, 2, 'active');
  const { items } = (await ana.get<FailedRows>(`/runs/${id}/failed-rows`)).body;
  const chosen = items.slice(0, 2).map((row) => row.id);
  const replay = (body: object) => ana.post<RunView & Refused>(`/runs/${id}/replay`, body);
  const first = await replay({ failedRowIds: chosen });
  expect(first.status).toBe(202);
  expect(first.body).toMatchObject({ trigger: 'replay', replayOf: id, version: 1 });
  const marked = await failedTable().findBy({ replayRunId: first.body.id });
  expect(marked.map((row) => String(row.id)).sort()).toEqual([...chosen].sort());
  expect((await replay({ failedRowIds: chosen })).body.code).toBe('api.nothing-to-replay');
  const ofBox = await replay({ node: 'active' });
  const count = (replayRunId: string) => failedTable().countBy({ replayRunId });
  expect(await count(ofBox.body.id)).toBe(2);
  const rest = await replay({ all: true, version: 'newest' });
  expect(await count(rest.body.id)).toBe(2);
  expect((await replay({ all: true })).status).toBe(409);
  expect((await replay({})).body.code).toBe('api.replay-what');
  expect(await runs().countBy({ replayOf: id })).toBe(3);
});

test('of two replays at the same moment each row goes to one', async () => {
  const { id } = await start();
  await failedRows(id, 20);
  const both = await Promise.all([1, 2].map(() => ana.post<RunView>(`/runs/${id}/replay`, { all: true })));
  expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
  expect(await runs().countBy({ replayOf: id })).toBe(1);
});

test('rows of a box that the newest version lacks are not replayed through it', async () => {
  const { id } = await start();
  await failedRows(id, 1, 'gone');
  const refused = await ana.post<Refused>(`/runs/${id}/replay`, { all: true, version: 'newest' });
  expect([refused.status, refused.body.code]).toEqual([422, 'api.replay-node-missing']);
  const open = await failedTable().countBy({ runId: id, state: 'open' });
  expect(open).toBe(1);
});

test('failed rows are listed by box and page by page, each with its sentence', async () => {
  const { id } = await start();
  await failedRows(id, 5);
  await failedRows(id, 1, 'active');
  const first = (await ana.get<FailedRows>(`/runs/${id}/failed-rows?node=price&limit=3`)).body;
  const next = await ana.get<FailedRows>(
    `/runs/${id}/failed-rows?node=price&limit=3&cursor=${first.nextCursor}`,
  );
  expect([first.items.length, next.body.items.length, next.body.nextCursor]).toEqual([3, 2, undefined]);
  expect(first.items[0]).toMatchObject({
    error: { text: { en: expect.any(String), pt: expect.any(String) } },
  });
});

test('failed rows are replayed by their cause, and the causes are counted', async () => {
  const { id } = await start();
  await failedRows(id, 3);
  await failedRows(id, 2, 'price', 'vtex.refused');
  await failedRows(id, 1, 'active', 'vtex.refused');
  type Causes = { items: { node: string; code: string; rows: number; open: number; text: object }[] };
  const causes = async () =>
    (await ana.get<Causes>(`/runs/${id}/failed-rows/causes`)).body.items.map(
      ({ node, code, rows, open }) => `${node} ${code} ${open}/${rows}`,
    );
  expect(await causes()).toEqual([
    'price vtex.sku-missing 3/3',
    'price vtex.refused 2/2',
    'active vtex.refused 1/1',
  ]);
  const listed = await ana.get<FailedRows>(`/runs/${id}/failed-rows?code=vtex.refused`);
  expect(listed.body.items).toHaveLength(3);
  const replay = (body: object) => ana.post<RunView>(`/runs/${id}/replay`, body);
  const both = await replay({ node: 'price', code: 'vtex.refused' });
  expect(await failedTable().countBy({ replayRunId: both.body.id })).toBe(2);
  expect(await causes()).toContain('price vtex.refused 0/2');
  const byCode = await replay({ code: 'vtex.refused' });
  expect(await failedTable().countBy({ replayRunId: byCode.body.id })).toBe(1);
});

const doubt = 'engine.in-doubt';

test('rows in doubt are sent again by nobody who did not look at them', async () => {
  const { id } = await start();
  await failedRows(id, 2, 'price', doubt);
  await failedRows(id, 1);
  const [inDoubt] = (await ana.get<FailedRows>(`/runs/${id}/failed-rows?inDoubt=true`)).body.items;
  const others = (await ana.get<FailedRows>(`/runs/${id}/failed-rows?inDoubt=false`)).body.items;
  expect(others).toHaveLength(1);
  expect((await ana.get<RunView>(`/runs/${id}`)).body.inDoubt).toBe(2);
  const replay = (body: object) => ana.post<RunView & Refused>(`/runs/${id}/replay`, body);
  const all = await replay({ all: true });
  expect(await failedTable().countBy({ replayRunId: all.body.id })).toBe(1);
  for (const body of [{ failedRowIds: [inDoubt?.id] }, { node: 'price' }, { code: doubt }, { all: true }]) {
    expect((await replay(body)).body.code).toBe('api.nothing-to-replay');
  }
  expect((await ana.get<RunView>(`/runs/${id}`)).body.inDoubt).toBe(2);
});

test('rows in doubt are settled once: as done, with the answer nobody saw, or by sending them again', async () => {
  const { id } = await start();
  await failedRows(id, 3, 'price', doubt);
  const { items } = (await ana.get<FailedRows>(`/runs/${id}/failed-rows?inDoubt=true`)).body;
  const [first = '', second = ''] = items.map((row) => row.id);
  const settle = (body: object) => ana.post<RunView & Refused>(`/runs/${id}/in-doubt`, body);
  const answers = [{ failedRowId: first, values: { price: { id: 7 } } }];
  const done = await settle({ outcome: 'happened', failedRowIds: [first, second], answers });
  expect(done.status).toBe(202);
  expect(done.body).toMatchObject({ trigger: 'replay', replayOf: id });
  const rows = await failedTable().find({ where: { replayRunId: done.body.id }, order: { id: 'ASC' } });
  expect(rows.map((row) => [row.state, row.given])).toEqual([
    ['happened', { price: { id: 7 } }],
    ['happened', null],
  ]);
  expect((await settle({ outcome: 'again', failedRowIds: [first] })).body.code).toBe('api.nothing-in-doubt');
  const again = await settle({ outcome: 'again', all: true });
  const [last] = await failedTable().findBy({ replayRunId: again.body.id });
  expect(last).toMatchObject({ state: 'replayed', given: null });
  expect((await settle({ outcome: 'maybe', all: true })).status).toBe(400);
  const audit = await api.database.getRepository('audit').findBy({ action: 'run.settle', subject: id });
  expect(audit.map((one) => one.details.outcome).sort()).toEqual(['again', 'happened']);
});

test('of two people who settle the same rows differently at the same moment one is told that it is done', async () => {
  const { id } = await start();
  await failedRows(id, 20, 'price', doubt);
  const both = await Promise.all(
    ['happened', 'again'].map((outcome) => ana.post(`/runs/${id}/in-doubt`, { outcome, all: true })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
  expect(await runs().countBy({ replayOf: id })).toBe(1);
  expect(await failedTable().countBy({ runId: id, state: 'open' })).toBe(0);
});

async function pages(runId: string, count: number) {
  const { workspaceId } = await runs().findOneByOrFail({ id: runId });
  const page = { workspaceId, runId, entry: 'erp', at: {}, rowCount: 100, state: 'done' as const };
  const all = Array.from({ length: count }, (_, seq) => ({
    ...{ ...page, seq, rowsBefore: seq * 100, cursorBefore: seq === 0 ? null : { page: seq + 1 } },
  }));
  await api.database.getRepository('run_page').insert(all);
}

type Pages = {
  items: { number: number; canReadAgain: boolean }[];
  nextCursor?: string;
  refused: string | null;
};

test('the source is read again from a page on, in a new run that knows where it began', async () => {
  const { id } = await start();
  await pages(id, 5);
  const list = async (query = '') => (await ana.get<Pages>(`/runs/${id}/pages${query}`)).body;
  const rerun = (body: object) => ana.post<RunView & Refused>(`/runs/${id}/rerun`, body);
  expect((await list()).refused).toBe('open');
  expect((await rerun({ page: 3 })).body.code).toBe('api.rerun-open');
  await runs().update({ id }, { state: 'completed' });
  const shown = await list('?limit=3');
  expect(shown.refused).toBeNull();
  expect(shown.items.map((page) => [page.number, page.canReadAgain])).toEqual(
    [1, 2, 3].map((n) => [n, true]),
  );
  const rest = await list(`?limit=3&cursor=${shown.nextCursor}`);
  expect([rest.items.map((page) => page.number), rest.nextCursor]).toEqual([[4, 5], undefined]);
  const made = await rerun({ page: 3 });
  expect(made.status).toBe(202);
  expect(made.body).toMatchObject({ trigger: 'rerun', readFrom: { runId: id, page: 3 }, replayOf: null });
  const row = await runs().findOneByOrFail({ id: made.body.id });
  expect(row.readFrom).toEqual({ runId: id, page: 3, entry: 'erp', cursor: { page: 3 }, rows: 200 });
  expect((await rerun({ page: 6 })).body.code).toBe('api.page-not-found');
  expect((await rerun({ page: 0 })).status).toBe(400);
});

test('a flow is read again from a page only where that means the same rows and all of what needs them', async () => {
  const code = async (change: (document: ReturnType<typeof pricesFlow>) => void, body: object = {}) => {
    const flow = await publishedFlow(ana);
    const { id } = await start(flow.flowId);
    await pages(id, 2);
    await runs().update({ id }, { state: 'completed' });
    const document = pricesFlow();
    change(document);
    await ana.put(`/flows/${flow.flowId}`, { revision: 1, document });
    await ana.post(`/flows/${flow.flowId}/publish`, { revision: 2 });
    return (await ana.post<Refused>(`/runs/${id}/rerun`, { page: 2, version: 'newest', ...body })).body.code;
  };
  const moved = (document: ReturnType<typeof pricesFlow>) => {
    (document.nodes.erp as { config: object }).config = { ...document.nodes.erp?.config, path: '/other' };
  };
  expect(await code(moved)).toBe('api.rerun-source-changed');
  expect(await code(moved, { version: 1 })).toBeUndefined();
  const mended = (document: ReturnType<typeof pricesFlow>) => {
    (document.nodes.active as { config: object }).config = { condition: 'true' };
  };
  expect(await code(mended)).toBeUndefined();
  const { id } = await start();
  await pages(id, 1);
  await runs().update({ id }, { state: 'completed', replayOf: id });
  expect((await ana.post<Refused>(`/runs/${id}/rerun`, { page: 1 })).body.code).toBe('api.rerun-replay');
  expect((await ana.post(`/runs/${randomUUID()}/rerun`, { page: 1 })).status).toBe(404);
});
