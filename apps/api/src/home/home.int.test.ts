// The first page: each thing that needs somebody is there once it happens, gone when it is dealt with, and of no other workspace.
import { addRowLog } from '@eclusa/db';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { publishedFlow } from '../flows/flows.testing';

let api: TestApi;
let ana: Browser;
let flowId: string;
let storeId: string;

interface Home {
  flows: number;
  everRan: number;
  failing: { runId: string; state: string; failed: number }[];
  away: { service: string; name: string }[];
  inDoubt: { rows: number }[];
  missing: { table: string; codes: number; rows: number; storeId: string | null }[];
  late: { why: string; runId: string | null }[];
  paused: { what: string }[];
  ran: { runs: number; written: number; failedRuns: number };
}

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
  ({ flowId, storeId } = await publishedFlow(ana));
});
afterAll(() => api.close());

const home = async (who = ana) => (await who.get<Home>('/home')).body;
const start = async () => (await ana.post<{ id: string }>(`/flows/${flowId}/runs`, {})).body.id;
const set = (id: string, values: object) => api.database.getRepository('run').update({ id }, values);
async function failedRow(runId: string, more: object = {}) {
  const run = await api.database.getRepository('run').findOneByOrFail({ id: runId });
  const row = { runId, node: 'price', port: 'in', entry: 'erp', rowNumber: 1, input: { a: 1 } };
  const error = { kind: 'user', code: 'vtex.bad', values: {} };
  const made = { ...row, workspaceId: run.workspaceId, error, ...more };
  await api.database.getRepository('run_failed_row').insert(made as never);
}

test('a flow is red while its newest run has failed rows that nobody has sent again', async () => {
  const id = await start();
  await set(id, { state: 'completed', written: 5, failed: 1 });
  await failedRow(id);
  expect((await home()).failing).toEqual([
    expect.objectContaining({ runId: id, state: 'completed', failed: 1 }),
  ]);
  const again = await ana.post<{ id: string }>(`/runs/${id}/replay`, { all: true });
  await set(again.body.id, { state: 'completed' });
  expect((await home()).failing).toEqual([]);
  const stopped = await start();
  await set(stopped, { state: 'failed' });
  expect((await home()).failing).toEqual([expect.objectContaining({ runId: stopped, state: 'failed' })]);
  await set(stopped, { state: 'completed' });
});

test('rows in doubt, codes that are missing, and a store that is away are told', async () => {
  const id = await start();
  await set(id, { state: 'completed', failed: 1 });
  const doubt = { kind: 'user', code: 'engine.in-doubt', values: {} };
  await failedRow(id, { error: doubt });
  const waits = { state: 'waiting', missingTable: 'Brands', missingBy: 'key', missingHash: 'h' };
  await failedRow(id, { ...waits, missingCode: 'a' });
  await failedRow(id, { ...waits, missingCode: 'b' });
  const busy = await start();
  const until = new Date(Date.now() + 60_000).toISOString();
  const waiting = {
    node: null,
    service: 'vtex:loja:pricing',
    status: 503,
    since: until,
    nextTry: null,
    until,
  };
  await set(busy, { state: 'running', waiting });
  const told = await home();
  expect(told.inDoubt).toEqual([expect.objectContaining({ rows: 1 })]);
  expect(told.missing).toEqual([expect.objectContaining({ table: 'Brands', codes: 2, rows: 2, storeId })]);
  expect(told.away).toEqual([expect.objectContaining({ service: 'vtex:loja:pricing', name: 'Loja' })]);
  await set(busy, { state: 'completed', waiting: null });
  expect((await home()).away).toEqual([]);
});

test('a schedule nobody fired, one that was left out, and what is paused are late', async () => {
  const body = { cron: '0 6 * * *', timezone: 'UTC', missed: 'once', overlap: 'skip', enabled: true };
  const schedule = (await ana.post<{ id: string }>(`/flows/${flowId}/schedules`, body)).body.id;
  const schedules = api.database.getRepository('schedule');
  await schedules.update({ id: schedule }, { nextAt: new Date(Date.now() - 600_000) });
  expect((await home()).late.map(({ why }) => why)).toEqual(['overdue']);
  const at = new Date(Date.now() - 3_600_000);
  at.setMilliseconds(0);
  await schedules.update({ id: schedule }, { nextAt: new Date(Date.now() + 600_000), lastAt: at });
  const left = await start();
  await set(left, { state: 'skipped', scheduleId: schedule, scheduledFor: at });
  expect((await home()).late).toEqual([expect.objectContaining({ why: 'skipped', runId: left })]);
  await ana.post(`/flows/${flowId}/pause`);
  expect((await home()).paused).toEqual([expect.objectContaining({ what: 'flow' })]);
  await ana.post(`/flows/${flowId}/resume`);
});

test('what ran is counted, and another workspace sees none of it', async () => {
  const { ran, flows, everRan } = await home();
  expect([flows, everRan, ran.runs > 3, ran.written]).toEqual([1, 1, true, 5]);
  expect(await home(await api.person('Eve'))).toMatchObject({
    ...{ flows: 0, everRan: 0, failing: [], away: [], inDoubt: [], missing: [], late: [], paused: [] },
    ran: { runs: 0, written: 0 },
  });
});

test('runs are narrowed by store, time and key, and counted over time', async () => {
  const old = await start();
  await set(old, { createdAt: new Date(Date.now() - 3 * 86_400_000), state: 'failed' });
  const run = await api.database.getRepository('run').findOneByOrFail({ id: old });
  await addRowLog(api.database, [
    { workspaceId: run.workspaceId, runId: old, entry: 'erp', lines: [{ keys: ['SKU-9'] }] },
  ]);
  type List = { items: { id: string }[] };
  const list = async (query: string, who = ana) =>
    (await who.get<List>(`/runs?${query}`)).body.items.map(({ id }) => id);
  expect(await list('key=sku-9')).toEqual([old]);
  expect(await list('key=sku-9', await api.person('Eve'))).toEqual([]);
  const before = new Date(Date.now() - 2 * 86_400_000).toISOString();
  expect(await list(`until=${before}&storeId=${storeId}`)).toEqual([old]);
  expect(await list(`since=${before}`)).not.toContain(old);
  await set(old, { dryRun: true });
  expect(await list(`until=${before}&dryRun=true`)).toEqual([old]);
  expect(await list(`until=${before}&dryRun=false`)).toEqual([]);
  await set(old, { dryRun: false });
  expect((await ana.get<{ code: string }>('/runs?since=yesterday')).status).toBe(400);
  type History = { items: { failed: number; written: number; failedRows: number }[] };
  const now = Date.now() + 1_000;
  const [since, until] = [now - 5 * 86_400_000, now].map((at) => new Date(at).toISOString());
  const { items } = (await ana.get<History>(`/runs/history?step=day&since=${since}&until=${until}`)).body;
  expect(items).toHaveLength(5);
  expect(items.map(({ failed }) => failed).slice(0, 4)).toEqual([0, 1, 0, 0]);
  expect(items.at(-1)).toMatchObject({ written: 5, failedRows: 2 });
});
