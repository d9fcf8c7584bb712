import { startApi, type Browser, type TestApi } from '../api.testing';
import { publishedFlow } from '../flows/flows.testing';

let api: TestApi;
let ana: Browser;
let flowId: string;
let storeId: string;

interface Pause {
  what?: string;
  at: string;
  by: string | null;
}
interface Paused {
  paused: Pause | null;
}
interface RunView {
  id: string;
  state: string;
  paused: Pause[];
}

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
  ({ flowId, storeId } = await publishedFlow(ana));
});
afterAll(() => api.close());

const runs = () => api.database.getRepository('run');
const pause = (path: string) => ana.post<Paused>(`${path}/pause`);
const resume = (path: string) => ana.post<Paused>(`${path}/resume`);

test('a flow and a store are paused by somebody at some moment, once, and a run tells what holds it', async () => {
  const first = await pause(`/flows/${flowId}`);
  expect(first.status).toBe(200);
  expect(first.body.paused).toEqual({ at: expect.any(String), by: 'Ana' });
  expect((await pause(`/flows/${flowId}`)).body).toEqual(first.body);
  await pause(`/stores/${storeId}`);
  const accepted = await ana.post<RunView>(`/flows/${flowId}/runs`, { storeId });
  expect(accepted.status).toBe(202);
  expect(accepted.body).toMatchObject({ state: 'queued' });
  expect(accepted.body.paused.map((one) => [one.what, one.by])).toEqual([
    ['flow', 'Ana'],
    ['store', 'Ana'],
  ]);
  type List<T> = { items: T[] };
  expect((await ana.get<List<Paused>>('/flows')).body.items[0]?.paused).toEqual(first.body.paused);
  expect((await ana.get<List<Paused>>('/stores')).body.items[0]?.paused?.by).toBe('Ana');
  expect((await ana.get<Paused>(`/flows/${flowId}`)).body.paused).toEqual(first.body.paused);

  expect((await resume(`/flows/${flowId}`)).body.paused).toBeNull();
  expect((await resume(`/flows/${flowId}`)).status).toBe(200);
  const { id } = accepted.body;
  expect((await ana.get<RunView>(`/runs/${id}`)).body.paused).toHaveLength(1);
  await resume(`/stores/${storeId}`);
  await pause(`/flows/${flowId}`);
  await runs().update({ id }, { state: 'completed' });
  expect((await ana.get<RunView>(`/runs/${id}`)).body.paused).toEqual([]);
  await resume(`/flows/${flowId}`);
  const lines = await api.database.getRepository('audit').find({ order: { at: 'ASC' } });
  const actions = lines.map((one) => one.action).filter((action) => /pause|resume/.test(action));
  expect(actions).toEqual([
    ...['flow.pause', 'store.pause', 'flow.resume', 'store.resume', 'flow.pause', 'flow.resume'],
  ]);
});

test('what stood still is due at once after resuming, and no row has grown old meanwhile', async () => {
  const { body: run } = await ana.post<RunView>(`/flows/${flowId}/runs`, { storeId });
  const { workspaceId } = await runs().findOneByOrFail({ id: run.id });
  await runs().update({ id: run.id }, { state: 'running' });
  const pages = api.database.getRepository('run_page');
  const long = new Date(Date.now() - 3_600_000);
  const page = { workspaceId, runId: run.id, entry: 'erp', at: {}, rowCount: 1, createdAt: long };
  await pages.insert([
    { ...page, seq: 0, enqueuedAt: long },
    { ...page, seq: 1, state: 'done', enqueuedAt: long },
  ]);
  await pause(`/stores/${storeId}`);
  await resume(`/stores/${storeId}`);
  const [open, done] = await pages.find({ where: { runId: run.id }, order: { seq: 'ASC' } });
  expect(open?.enqueuedAt).toBeNull();
  expect(Date.now() - open?.createdAt.getTime()).toBeLessThan(600_000);
  expect(done?.createdAt).toEqual(long);
});
