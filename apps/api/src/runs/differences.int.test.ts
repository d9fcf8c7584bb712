import { Run, RunPage, RunRequest } from '@eclusa/db';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { pricesFlow } from '../flows/flows.testing';

let api: TestApi;
let ana: Browser;
let flowId: string;

beforeAll(async () => {
  api = await startApi({ ECLUSA_ALLOW_PRIVATE_HOSTS: '' });
  ana = await api.person('Ana');
  const made = async (path: string, body: unknown) => (await ana.post<{ id: string }>(path, body)).body.id;
  const vtex = { kind: 'vtex', name: 'VTEX', settings: { account: 'a', appKey: 'key' } };
  const store = await made('/connections', { ...vtex, secrets: { appToken: 'token' } });
  const http = { kind: 'http', name: 'ERP', settings: { baseUrl: 'https://erp.example', auth: 'none' } };
  const erp = await made('/connections', http);
  flowId = await made('/flows', { name: 'Prices', document: pricesFlow() });
  await ana.put(`/flows/${flowId}/binding`, { storeId: null, slots: { erp, store }, parameters: {} });
  await ana.post(`/flows/${flowId}/publish`, { revision: 1 });
});
afterAll(() => api.close());

/** A dry run that has come to its end, as the worker would leave it. */
async function dryRun(more: object = {}): Promise<string> {
  const { id } = (await ana.post<{ id: string }>(`/flows/${flowId}/runs`, { dryRun: true })).body;
  const runs = api.database.getRepository(Run);
  const { workspaceId } = await runs.findOneByOrFail({ id });
  await runs.update({ id }, { state: 'completed', ...more });
  const page = { workspaceId, runId: id, entry: 'erp', seq: 0, rowCount: 1, rows: [{ row: 1, value: {} }] };
  const at = { node: 'erp', port: 'out', side: 'output' };
  await api.database.getRepository(RunPage).insert({ ...page, at, state: 'done' } as never);
  const own = { workspaceId, runId: id, entry: 'erp', node: 'price' };
  const members = [
    { name: 'basePrice', before: 10, after: 12 },
    { name: 'note', after: '=1+1' },
  ];
  const request = {
    method: 'PUT',
    url: 'https://x/pricing/prices/1',
    difference: { kind: 'update' as const, members },
  };
  await api.database
    .getRepository(RunRequest)
    .insert([
      { ...own, rowNumber: 1, kind: 'update', request } as never,
      { ...own, rowNumber: 2, kind: 'same', request: null },
    ]);
  return id;
}

test('differences are counted and listed by kind, those without a request too', async () => {
  const id = await dryRun();
  const counts = { create: 0, update: 1, same: 1, delete: 0, other: 0 };
  expect((await ana.get(`/runs/${id}/differences/counts`)).body).toEqual(counts);
  const same = await ana.get<{ items: object[] }>(`/runs/${id}/differences?kind=same`);
  expect(same.body.items).toEqual([{ node: 'price', row: 2, kind: 'same', members: [], request: null }]);
  const update = await ana.get<{ items: object[] }>(`/runs/${id}/differences?kind=update`);
  expect(update.body.items).toMatchObject([
    { row: 1, members: [{ before: 10, after: 12 }, { after: '=1+1' }] },
  ]);
  const requests = await ana.get<{ items: object[] }>(`/runs/${id}/requests`);
  expect(requests.body.items).toHaveLength(1);
});

test('as CSV each member that changes has its line, and no cell is a formula', async () => {
  const { text } = await ana.get(`/runs/${await dryRun()}/differences/csv`);
  const lines = text.trim().split('\r\n');
  expect(lines[0]).toBe('row,node,kind,member,before,after,request');
  expect(lines[1]).toBe('1,price,update,basePrice,10,12,PUT https://x/pricing/prices/1');
  expect(lines[2]).not.toContain(',=1+1');
  expect(lines).toHaveLength(4);
});

test('a dry run that is done is applied by a run of the same version', async () => {
  const id = await dryRun();
  const applied = await ana.post<Record<string, unknown>>(`/runs/${id}/apply`);
  expect(applied.status).toBe(202);
  expect(applied.body).toMatchObject({ applies: id, dryRun: false, trigger: 'apply', version: 1 });
});

test('what is no finished dry run with its rows is not applied', async () => {
  const code = async (id: string) => (await ana.post<{ code: string }>(`/runs/${id}/apply`)).body.code;
  expect(await code(await dryRun({ dryRun: false }))).toBe('api.apply-no-dry-run');
  expect(await code(await dryRun({ state: 'running' }))).toBe('api.apply-not-done');
  const old = await dryRun();
  await api.database.getRepository(RunPage).delete({ runId: old });
  expect(await code(old)).toBe('api.apply-no-rows');
});
