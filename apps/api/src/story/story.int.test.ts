// What is told of one key: in order, page by page, by store, and to its own workspace only.
import { addRowLog } from '@eclusa/db';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { publishedFlow } from '../flows/flows.testing';

let api: TestApi;
let ana: Browser;
let runId: string;
let storeId: string;
let workspaceId: string;

interface Story {
  items: {
    row: number;
    end: string;
    leftAt: string | null;
    steps: { name: string | null; type: string }[];
  }[];
  nextCursor?: string;
  code: string;
}

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
  const flow = await publishedFlow(ana);
  storeId = flow.storeId;
  runId = (await ana.post<{ id: string }>(`/flows/${flow.flowId}/runs`, {})).body.id;
  ({ workspaceId } = (await api.database.getRepository('run').findOneByOrFail({ id: runId })) as never);
});
afterAll(() => api.close());

const line = (row: number, keys: string[], more: object = {}) => ({
  ...{ row, end: 'written', keys, value: { sku: keys[0] } as never },
  ...{ steps: [{ node: 'price', requests: [{ method: 'PUT', url: 'https://x/1', status: 200 }] }], ...more },
});
const log = (lines: object[]) =>
  addRowLog(api.database, [{ workspaceId, runId, entry: 'erp', lines: lines as never }]);
const story = (key: string, query = '', who = ana) =>
  who.get<Story>(`/story/${encodeURIComponent(key)}${query}`);
const rows = ({ items }: Story) => items.map(({ row }) => row);

test('all that happened to a key is told, the newest first and page by page', async () => {
  await log(
    Array.from({ length: 120 }, (_, n) => line(n + 1, n % 10 === 0 ? ['SKU-1', `r${n}`] : [`other${n}`])),
  );
  const first = (await story('sku-1 ', '?limit=5')).body;
  expect(rows(first)).toEqual([111, 101, 91, 81, 71]);
  const second = (await story('SKU-1', `?limit=7&cursor=${first.nextCursor}`)).body;
  expect(rows(second)).toEqual([61, 51, 41, 31, 21, 11, 1]);
  expect(second.nextCursor).toBeUndefined();
  expect(rows((await story('r110')).body)).toEqual([111]);
});

test('boxes are named as the flow names them, and a row that was left out says where', async () => {
  await log([line(1, ['box']), line(2, ['box'], { end: 'skipped', steps: [], leftAt: 'active' })]);
  const [left, written] = (await story('box')).body.items;
  expect(left).toMatchObject({ end: 'skipped', leftAt: 'active' });
  expect(written?.steps[0]).toMatchObject({ node: 'price', type: 'vtex.price-set', name: null });
});

test('a key with a slash or an odd sign is found', async () => {
  await log([line(7, ['1/2-ÀÇ%'])]);
  expect(rows((await story('1/2-àç%')).body)).toEqual([7]);
});

test('only what happened for one store is told when one is chosen', async () => {
  await log([line(1, ['by-store'])]);
  expect(rows((await story('by-store', `?storeId=${storeId}`)).body)).toEqual([1]);
  const settings = {
    kind: 'vtex',
    name: 'V2',
    settings: { account: 'b', appKey: 'key' },
    secrets: { appToken: 't' },
  };
  const connectionId = (await ana.post<{ id: string }>('/connections', settings)).body.id;
  const other = (await ana.post<{ id: string }>('/stores', { name: 'B', account: 'b', connectionId })).body
    .id;
  expect((await story('by-store', `?storeId=${other}`)).body.code).toBe('api.story-not-found');
});

test('a key of another workspace is not found, and neither is its store', async () => {
  await log([line(1, ['mine'])]);
  const eve = await api.person('Eve');
  expect((await story('mine', '', eve)).status).toBe(404);
  const answer = await story('mine', `?storeId=${storeId}`, eve);
  expect([answer.status, answer.body.code]).toEqual([404, 'api.store-not-found']);
});

test('what is older than the workspace keeps is not told', async () => {
  await log([line(1, ['old'])]);
  await api.database.query(`UPDATE row_log_key SET day = day - 5 WHERE hash IN (
    SELECT hash FROM row_log_key ORDER BY log_id DESC LIMIT 1)`);
  expect((await story('old')).status).toBe(200);
  const kept = { logDays: 3, runDays: 30, auditDays: 300 };
  expect((await ana.get('/retention')).body).toEqual({ logDays: 90, runDays: 365, auditDays: 730 });
  expect((await ana.put('/retention', kept)).body).toEqual(kept);
  expect((await ana.put('/retention', { ...kept, runDays: 0 })).status).toBe(400);
  expect((await story('old')).status).toBe(404);
});
