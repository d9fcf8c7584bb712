// Tables of codes over HTTP: pairs, files, and rows that go on when their code is filled in.
import { Audit, FlowVersion, Run, RunFailedRow } from '@eclusa/db';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { pricesFlow } from '../flows/flows.testing';

interface Saved {
  pairs: number;
  runs: { id: string; state: string; trigger: string; replayOf: string; totals: { waiting: number } }[];
}
interface List {
  items: Record<string, unknown>[];
  nextCursor?: string;
}
interface Problem {
  code: string;
  values: Record<string, unknown>;
}

let api: TestApi;
let ana: Browser;
let storeId: string;
let flowId: string;
let connectionId: string;

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
  const made = async (path: string, body: unknown) => (await ana.post<{ id: string }>(path, body)).body.id;
  const vtex = { kind: 'vtex', name: 'V', settings: { account: 'a', appKey: 'k' } };
  connectionId = await made('/connections', { ...vtex, secrets: { appToken: 't' } });
  const erp = { kind: 'http', name: 'E', settings: { baseUrl: 'https://erp.example', auth: 'none' } };
  const erpId = await made('/connections', erp);
  flowId = await made('/flows', { name: 'F', document: pricesFlow() });
  await ana.put(`/flows/${flowId}/binding`, { slots: { erp: erpId, store: connectionId }, parameters: {} });
  await ana.post(`/flows/${flowId}/publish`, { revision: 1 });
});
afterAll(() => api.close());
beforeEach(async () => {
  storeId = (await ana.post<{ id: string }>('/stores', { name: 'S', account: 'a', connectionId })).body.id;
});

const put = (pairs: unknown, table = 'skus', store: string | null = storeId) =>
  ana.put<Saved & Problem>(`/codes/tables/${encodeURIComponent(table)}/pairs`, { storeId: store, pairs });
const list = (query = '', table = 'skus') =>
  ana.get<List>(`/codes/tables/${encodeURIComponent(table)}/pairs?storeId=${storeId}${query}`);
const missing = async (query = '') => (await ana.get<List>(`/codes/missing?storeId=${storeId}${query}`)).body;
const upload = (body: string, query = '') =>
  ana.send<Saved & Problem>('POST', `/codes/tables/skus/csv?storeId=${storeId}${query}`, {
    body,
    headers: { 'content-type': 'application/octet-stream' },
  });

/** A completed run of the store with a row for each code, waiting for it. */
async function waiting(...codes: string[]): Promise<string> {
  const version = await api.database.getRepository(FlowVersion).findOneByOrFail({ flowId });
  const { workspaceId, id: versionId, number: versionNumber } = version;
  const counts = { readRows: codes.length, waitingRows: codes.length };
  const { id: runId } = await api.database.getRepository(Run).save({
    ...{ workspaceId, flowId, versionId, versionNumber, storeId, state: 'completed' as const, ...counts },
  });
  await api.database.getRepository('run_failed_row').insert(
    codes.map((code, at) => ({
      ...{ workspaceId, runId, node: 'price', port: 'in', entry: 'erp', rowNumber: at + 1, input: { code } },
      error: { kind: 'user', code: 'engine.code-unknown', values: {} },
      ...{ state: 'waiting', missingTable: 'skus', missingBy: 'key', missingCode: code },
    })),
  );
  return runId;
}

const rowsOf = (runId: string) =>
  api.database.getRepository(RunFailedRow).find({ where: { runId }, order: { id: 'ASC' } });

test('pairs are saved, found by a part of either code, listed page by page, replaced and removed', async () => {
  const pairs = ['a-1', 'b-2', 'c-3'].map((key, at) => ({ key, value: `${at + 31}` }));
  expect((await put(pairs)).body).toEqual({ pairs: 3, runs: [] });
  const first = (await list('&limit=2')).body;
  expect(first.items).toMatchObject(pairs.slice(0, 2));
  const second = (await list(`&limit=2&cursor=${first.nextCursor}`)).body;
  expect(second).toMatchObject({ items: [pairs[2]] });
  expect(second.nextCursor).toBeUndefined();
  expect((await list('&search=B-')).body.items).toMatchObject([pairs[1]]);
  expect((await list('&search=33')).body.items).toMatchObject([pairs[2]]);
  expect((await list('&search=%25')).body.items).toEqual([]);
  await put([{ key: 'a-1', value: '99' }]);
  await ana.delete(`/codes/tables/skus/pairs?storeId=${storeId}&key=b-2`);
  expect((await list()).body.items).toMatchObject([{ key: 'a-1', value: '99' }, pairs[2]]);
});

test('a store has its own tables, and so have flows without a store', async () => {
  await put([{ key: '1', value: 'one' }], 'payment terms/days');
  await put([{ key: '1', value: 'other' }], 'skus', null);
  const tables = (await ana.get<List>(`/codes?storeId=${storeId}`)).body;
  expect(tables).toEqual({ items: [{ name: 'payment terms/days', pairs: 1, waitingRows: 0 }] });
  expect((await list('', 'payment terms/days')).body.items).toMatchObject([{ key: '1', value: 'one' }]);
  expect((await list()).body.items).toEqual([]);
});

test('codes are kept without blanks around them, and what is no code is refused', async () => {
  await put([{ key: ' 1 ', value: '\tone' }]);
  expect((await list()).body.items).toMatchObject([{ key: '1', value: 'one' }]);
  for (const pairs of [[{ key: ' ', value: '1' }], [{ key: '1', value: 'x'.repeat(201) }], [{ key: '1' }]]) {
    expect((await put(pairs)).body.code).toBe('api.request-invalid');
  }
  expect((await put([])).body.code).toBe('api.codes-none');
  const many = Array.from({ length: 1_001 }, (_, at) => ({ key: String(at), value: '1' }));
  expect((await put(many)).status).toBe(400);
});

test('missing codes are listed with their rows, and filled in they let them go on once, in one run', async () => {
  const runId = await waiting('A', 'A', 'B');
  expect((await missing()).items).toMatchObject([
    { table: 'skus', by: 'key', code: 'A', rows: 2, since: expect.any(String) },
    { table: 'skus', by: 'key', code: 'B', rows: 1 },
  ]);
  expect((await missing('&limit=1')).items).toHaveLength(1);
  const { nextCursor } = await missing('&limit=1');
  expect((await missing(`&limit=1&cursor=${nextCursor}`)).items).toMatchObject([{ code: 'B' }]);
  expect((await missing('&table=brands')).items).toEqual([]);
  const tables = (await ana.get<List>(`/codes?storeId=${storeId}`)).body;
  expect(tables.items).toEqual([{ name: 'skus', pairs: 0, waitingRows: 3 }]);

  const answers = await Promise.all([put([{ key: 'A', value: '31' }]), put([{ key: 'A', value: '31' }])]);
  const runs = answers.flatMap(({ body }) => body.runs);
  expect(runs).toMatchObject([{ state: 'queued', trigger: 'replay', replayOf: runId }]);
  expect((await rowsOf(runId)).map((row) => [row.state, row.replayRunId])).toEqual([
    ['replayed', runs[0]?.id],
    ['replayed', runs[0]?.id],
    ['waiting', null],
  ]);
  const next = await api.database.getRepository(Run).findOneByOrFail({ id: runs[0]?.id });
  expect(next.slots).toMatchObject({ store: connectionId });
  const log = await api.database.getRepository(Audit).findBy({ action: 'codes.save', subject: 'skus' });
  expect(log.map(({ details }) => details)).toContainEqual(
    expect.objectContaining({ storeId, count: 1, runs: [runs[0]?.id] }),
  );
});

test('a run tells how many of its rows waited, and how many still do, and does not list them as failed', async () => {
  const runId = await waiting('A', 'B');
  type Detail = { totals: { waiting: number; failed: number; unfinished: number }; stillWaiting: number };
  const detail = async () => (await ana.get<Detail>(`/runs/${runId}`)).body;
  expect(await detail()).toMatchObject({ totals: { waiting: 2, failed: 0, unfinished: 0 }, stillWaiting: 2 });
  await put([{ key: 'A', value: '1' }]);
  expect(await detail()).toMatchObject({ totals: { waiting: 2 }, stillWaiting: 1 });
  expect((await ana.get<List>(`/runs/${runId}/failed-rows`)).body.items).toEqual([]);
  expect((await ana.post<Problem>(`/runs/${runId}/replay`, { all: true })).body.code).toBe(
    'api.nothing-to-replay',
  );
});

test('rows that are given up are failed rows that can be replayed', async () => {
  const runId = await waiting('A', 'B');
  const body = { storeId, table: 'skus', by: 'key', codes: ['A'] };
  expect((await ana.post('/codes/missing/give-up', body)).body).toEqual({ rows: 1 });
  expect((await ana.post('/codes/missing/give-up', body)).body).toEqual({ rows: 0 });
  const failed = (await ana.get<List>(`/runs/${runId}/failed-rows`)).body.items;
  expect(failed).toMatchObject([{ node: 'price', state: 'open', input: { code: 'A' } }]);
  expect((await ana.get(`/runs/${runId}`)).body).toMatchObject({ totals: { waiting: 1, failed: 1 } });
  expect((await put([{ key: 'A', value: '1' }])).body.runs).toEqual([]);
  expect(await api.database.getRepository(Audit).countBy({ action: 'codes.give-up' })).toBe(1);
});

test('a CSV is stored whole, lets rows go on, and comes out as it went in', async () => {
  await waiting('A;1');
  const text = 'código;id\r\n"A;1";31\r\n\'-B;32\r\nC;33\r\n';
  const answer = await upload(text);
  expect(answer.body).toMatchObject({ pairs: 3, runs: [{ state: 'queued' }] });
  expect((await list()).body.items.map(({ key, value }) => [key, value])).toEqual(
    expect.arrayContaining([
      ['A;1', '31'],
      ['-B', '32'],
      ['C', '33'],
    ]),
  );
  const file = await ana.get(`/codes/tables/skus/csv?storeId=${storeId}`);
  expect(file.headers.get('content-type')).toContain('text/csv');
  expect(file.headers.get('content-disposition')).toContain('filename="skus.csv"');
  expect(file.text.split('\r\n').sort()).toEqual(['', "'-B;32", '"A;1";31', 'C;33', 'key;value'].sort());
  const again = await upload(file.text);
  expect(again.body.pairs).toBe(3);
  expect((await list()).body.items).toHaveLength(3);
  expect((await upload('D;34\n', '&header=false')).body.pairs).toBe(1);
});

test('of a CSV with a faulty line nothing is stored, and the answer names the line', async () => {
  const answer = await upload('key,value\n1,one\n2,\n3,three\n');
  expect([answer.status, answer.body.code, answer.body.values.line]).toEqual([422, 'api.codes-line', 3]);
  expect((await list()).body.items).toEqual([]);
  expect((await upload('just a text\n', '&header=false')).body.code).toBe('api.codes-line');
  expect((await upload('')).body.code).toBe('api.codes-none');
});

test('a CSV beyond the bound is refused before it is held', async () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `${at};v\n`).join('');
  const answer = await upload(lines(100_001), '&header=false');
  expect([answer.status, answer.body.code]).toEqual([413, 'api.codes-file-too-large']);
  expect((await list()).body.items).toEqual([]);
});

test('a store that is removed takes its codes along, and rows that waited for one are failed rows', async () => {
  const runId = await waiting('A');
  await put([{ key: 'B', value: '1' }]);
  expect((await ana.delete(`/stores/${storeId}`)).status).toBe(204);
  const left = await api.database.query('SELECT 1 FROM cross_reference WHERE store_id = $1', [storeId]);
  expect(left).toEqual([]);
  expect((await rowsOf(runId)).map(({ state }) => state)).toEqual(['open']);
});
