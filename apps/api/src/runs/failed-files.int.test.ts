// Failed rows that a person mends: in the list, or in a spreadsheet and back.
import { startApi, type Browser, type TestApi } from '../api.testing';
import { publishedFlow } from '../flows/flows.testing';

let api: TestApi;
let ana: Browser;
let flowId: string;

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
  ({ flowId } = await publishedFlow(ana));
});
afterAll(() => api.close());

interface Result {
  rows: number;
  changed: number;
  faults: { line: number; code: string; text: { pt: string } }[];
  run: { id: string } | null;
  code: string;
}

const table = () => api.database.getRepository('run_failed_row');

async function failedRun(inputs: unknown[], target = 'basePrice'): Promise<{ id: string; ids: string[] }> {
  const { id } = (await ana.post<{ id: string }>(`/flows/${flowId}/runs`, {})).body;
  const run = await api.database.getRepository('run').findOneByOrFail({ id });
  const field = { en: 'Base price', es: 'Precio base', pt: 'Preço base' };
  const rows = inputs.map((input, n) => ({
    ...{ workspaceId: run.workspaceId, runId: id, node: 'price', port: 'in', entry: 'erp', rowNumber: n + 1 },
    ...{
      input,
      error: { kind: 'user', code: 'nodes.value-not-a-number', values: { field, target, value: `v${n}` } },
    },
  }));
  const made = await table().insert(rows as never);
  return { id, ids: made.identifiers.map((one) => String(one.id)) };
}

const upload = (id: string, csv: string, query = '') =>
  ana.send<Result>('POST', `/runs/${id}/failed-rows/csv${query}`, { body: csv });
const download = async (id: string) => (await ana.get(`/runs/${id}/failed-rows/csv?locale=pt`)).text;
const stored = (id: string | undefined) => table().findOneByOrFail({ id });

test('a row is sent as it was changed, and what failed stays beside it', async () => {
  const { id, ids } = await failedRun([
    { codigo: 'A', preco: 'x' },
    { codigo: 'B', preco: 'y' },
  ]);
  const edits = [{ failedRowId: ids[0], row: { codigo: 'A', preco: '9,90' } }];
  const sent = await ana.post<{ id: string }>(`/runs/${id}/replay`, { all: true, edits });
  expect(sent.status).toBe(202);
  expect(await stored(ids[0])).toMatchObject({
    ...{ state: 'replayed', replayRunId: sent.body.id },
    ...{ input: { codigo: 'A', preco: 'x' }, edited: { codigo: 'A', preco: '9,90' } },
  });
  expect(await stored(ids[1])).toMatchObject({ state: 'replayed', edited: null });
});

test('rows that are changed need no other choice, and a change of a row that is gone sends nothing', async () => {
  const { id, ids } = await failedRun([{ codigo: 'A' }, { codigo: 'B' }]);
  const edit = (n: number) => ({ failedRowId: ids[n], row: { codigo: 'C' } });
  expect((await ana.post(`/runs/${id}/replay`, { edits: [edit(0)] })).status).toBe(202);
  expect(await stored(ids[1])).toMatchObject({ state: 'open' });
  const late = await ana.post<Result>(`/runs/${id}/replay`, { all: true, edits: [edit(0)] });
  expect([late.status, late.body.code]).toEqual([409, 'api.edit-not-open']);
  expect(await stored(ids[1])).toMatchObject({ state: 'open' });
});

test('causes are told apart by field, without what differs from row to row', async () => {
  const { id } = await failedRun([{ codigo: 'A' }, { codigo: 'B' }]);
  type Causes = { items: { field: string; rows: number; text: { en: string } }[] };
  const { items } = (await ana.get<Causes>(`/runs/${id}/failed-rows/causes`)).body;
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ field: 'basePrice', rows: 2 });
  expect(items[0]?.text.en).toMatch(/^"Base price" needs a number, but got "…"/);
  const listed = await ana.get<{ items: unknown[] }>(`/runs/${id}/failed-rows?field=basePrice`);
  expect(listed.body.items).toHaveLength(2);
  expect(
    (await ana.post(`/runs/${id}/replay`, { field: 'other', code: 'nodes.value-not-a-number' })).status,
  ).toBe(409);
});

test('rows go out as CSV that no spreadsheet runs, and come back with their kinds', async () => {
  const row = { codigo: '=1+1', preco: 10.5, ativo: true, itens: [{ a: 1 }], vazio: null, txt: '007' };
  const { id, ids } = await failedRun([row, { codigo: '+cmd', extra: 'é' }]);
  const csv = await download(id);
  expect(csv).toContain(`${ids[0]};1;price;`);
  expect(csv).toContain('precisa de um número');
  expect(csv).toContain(";'=1+1;10.5;");
  const same = await upload(id, csv, '?check=true');
  expect(same.body).toMatchObject({ rows: 2, changed: 0, faults: [], run: null });
  const next = csv.replace(';10.5;', ';"12,75";').replace("'=1+1", 'SKU-1');
  const sent = await upload(id, next, '?newest=true');
  expect(sent.body).toMatchObject({ rows: 2, changed: 1, faults: [] });
  expect((await stored(ids[0])).edited).toEqual({ ...row, codigo: 'SKU-1', preco: 12.75 });
  expect(await stored(ids[1])).toMatchObject({ edited: null, replayRunId: sent.body.run?.id });
});

test('a file with lines that do not fit sends nothing and says of each line what to do', async () => {
  const { id, ids } = await failedRun([{ n: 1 }, { n: 2, o: { a: 1 } }, { n: 3 }]);
  const other = await failedRun([{ n: 9 }]);
  await ana.post(`/runs/${id}/replay`, { failedRowIds: [ids[2]] });
  const cells = [ids[0], ids[0], other.ids[0], ids[2], 'x', ''].map((one) => `${one};1;`);
  const lines = [...cells, `${ids[1]};2;[1`];
  const sent = await upload(id, ['eclusa_id;n;o', ...lines].join('\n'));
  expect(sent.body.run).toBeNull();
  expect(sent.body.faults.map(({ line, code }) => `${line} ${code}`)).toEqual([
    '3 api.failed-line-twice',
    '4 api.failed-line-unknown',
    '5 api.failed-line-sent',
    '6 api.failed-line-unknown',
    '7 api.failed-line-without-id',
    '8 api.failed-line-json',
  ]);
  expect(await stored(ids[0])).toMatchObject({ state: 'open' });
  expect((await upload(id, 'codigo;n\nA;1')).body.code).toBe('api.failed-file-without-ids');
  expect((await upload(id, 'eclusa_id;n')).body.code).toBe('api.failed-file-empty');
});

test('rows that are not in the file stay where they are, and a column that is missing leaves its member alone', async () => {
  const { id, ids } = await failedRun([
    { n: 1, m: 'a' },
    { n: 2, m: 'b' },
  ]);
  const sent = await upload(id, `n;eclusa_id\n5;${ids[0]}\n`);
  expect(sent.body).toMatchObject({ rows: 1, changed: 1 });
  expect((await stored(ids[0])).edited).toEqual({ n: 5, m: 'a' });
  expect(await stored(ids[1])).toMatchObject({ state: 'open' });
});

test('of another workspace nothing goes out, and nothing comes in', async () => {
  const { id, ids } = await failedRun([{ secret: 'anas' }]);
  const eve = await api.person('Eve');
  const out = await eve.get<Result>(`/runs/${id}/failed-rows/csv`);
  expect([out.status, out.body.code]).toEqual([404, 'api.run-not-found']);
  const file = { body: `eclusa_id\n${ids[0]}` };
  expect((await eve.send('POST', `/runs/${id}/failed-rows/csv`, file)).status).toBe(404);
  const eves = await publishedFlow(eve);
  const run = (await eve.post<{ id: string }>(`/flows/${eves.flowId}/runs`, {})).body;
  const into = await eve.send<Result>('POST', `/runs/${run.id}/failed-rows/csv`, file);
  expect(into.body.faults[0]?.code).toBe('api.failed-line-unknown');
  expect(await stored(ids[0])).toMatchObject({ state: 'open' });
});
