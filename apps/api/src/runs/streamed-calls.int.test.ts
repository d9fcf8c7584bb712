// Runs whose rows come as a long body: stored whole or not at all, in bounded memory.
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { publishedFlow, publishedLine } from '../flows/flows.testing';

let api: TestApi;
let ana: Browser;
let flow: string;

interface RunView {
  id: string;
  state: string;
  tags: string[];
  storeId: string | null;
  trigger: string;
  expectedRows: number;
}
interface Refused {
  code: string;
  detail: string;
  values: { line?: number };
}

beforeAll(async () => {
  api = await startApi({ ECLUSA_MAX_CALL_BYTES: String(200 * 2 ** 20) });
  ana = await api.person('Ana');
  flow = await publishedLine(ana);
});
afterAll(() => api.close());

const ndjson = 'application/x-ndjson';
const send = (
  body: string | Uint8Array | Readable,
  type: string,
  more: Record<string, string> = {},
  query = '',
  to = flow,
) =>
  ana.send<RunView & Refused>('POST', `/flows/${to}/runs${query}`, {
    body: body instanceof Readable ? Readable.toWeb(body) : body,
    headers: { 'content-type': type, ...more },
    duplex: 'half',
  } as RequestInit);
const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const table = (name: string) => api.database.getRepository(name);
const runsOf = (flowId = flow) => table('run').countBy({ flowId });
async function rowsOf(runId: string): Promise<object[]> {
  const pages = await table('run_page').find({ where: { runId }, order: { seq: 'ASC' } });
  return pages.flatMap(({ rows }) => (rows as { value: object }[]).map(({ value }) => value));
}

test('lines of JSON become the rows of a run, in order, with the options of the address', async () => {
  const rows = Array.from({ length: 1_201 }, (_, n) => ({ n, name: 'maçã' }));
  const query = '?tags=pdv-7,noite&priority=high';
  const { status, body, headers } = await send(`\uFEFF${lines(rows)}\n\n`, ndjson, {}, query);
  expect(status).toBe(202);
  expect(headers.get('location')).toBe(`/api/v1/runs/${body.id}`);
  expect(body).toMatchObject({
    state: 'queued',
    trigger: 'api',
    expectedRows: 1_201,
    tags: ['pdv-7', 'noite'],
  });
  expect(await rowsOf(body.id)).toEqual(rows);
  const pages = await table('run_page').find({ where: { runId: body.id }, order: { seq: 'ASC' } });
  expect(pages.map(({ rowCount }) => rowCount as number)).toEqual([500, 500, 201]);
});

test.each([
  ['sku;nome\r\nA-1;"maçã; verde"\r\nA-2;pera\r\n', ''],
  ['sku|nome\nA-1|"maçã; verde"\nA-2|pera', '?delimiter=%7C'],
  ['sku,nome\nA-1,maçã; verde\nA-2,pera', ''],
])('a CSV is read by its header line: %j', async (text, query) => {
  const { status, body } = await send(text, 'text/csv; charset=utf-8', {}, query);
  expect(status).toBe(202);
  expect(await rowsOf(body.id)).toEqual([
    { sku: 'A-1', nome: 'maçã; verde' },
    { sku: 'A-2', nome: 'pera' },
  ]);
});

test('a bad line is refused with its number, and nothing is left', async () => {
  const before = await runsOf();
  const good = Array.from({ length: 2_000 }, (_, n) => JSON.stringify({ n })).join('\n');
  const cases: [string, string, string, number | undefined][] = [
    [`${good}\n{"n":`, ndjson, 'api.line-broken', 2_001],
    ['{"n":1}\n[1]', ndjson, 'api.line-not-object', 2],
    [`{"n":1}\n{"n":"${'x'.repeat(1024 * 1024)}"}`, ndjson, 'api.line-too-long', 2],
    [`{"n":"\\u0000"}`, ndjson, 'api.line-unstorable', 1],
    [`\n{"n":${'['.repeat(70)}${']'.repeat(70)}}`, ndjson, 'api.line-too-deep', 2],
    [
      JSON.stringify(Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [n, n]))),
      ndjson,
      'api.line-too-wide',
      1,
    ],
    ['a,b\n1,2\n1,2,3', 'text/csv', 'nodes.csv-columns', 3],
    ['a,b\n', 'text/csv', 'api.rows-none', undefined],
    ['', ndjson, 'api.rows-none', undefined],
  ];
  for (const [text, type, code, line] of cases) {
    const { status, body } = await send(text, type);
    expect([status, body.code, body.values.line]).toEqual([422, code, line]);
    if (line !== undefined) expect(body.detail).toContain(String(line));
  }
  expect(await runsOf()).toBe(before);
});

test('a packed body is unpacked, within bounds', async () => {
  const rows = Array.from({ length: 700 }, (_, n) => ({ n }));
  const packed = { 'content-encoding': 'gzip' };
  const { status, body } = await send(gzipSync(lines(rows)), ndjson, packed);
  expect(status).toBe(202);
  expect(await rowsOf(body.id)).toEqual(rows);
  const before = await runsOf();
  const bomb = gzipSync(`{"n":"${' '.repeat(900_000)}"}\n`.repeat(60));
  const refused = await send(bomb, ndjson, packed);
  expect([refused.status, refused.body.code]).toEqual([413, 'api.call-too-large']);
  const cut = await send(gzipSync(lines(rows)).subarray(0, 500), ndjson, packed);
  expect([cut.status, cut.body.code]).toEqual([422, 'api.gzip-broken']);
  const other = await send(lines(rows), ndjson, { 'content-encoding': 'br' });
  expect([other.status, other.body.code]).toEqual([415, 'api.encoding-unknown']);
  expect(await runsOf()).toBe(before);
});

test('a body that breaks off leaves no run', async () => {
  const before = await runsOf();
  await new Promise<void>((resolve) => {
    const request = http.request(`${api.url}/api/v1/flows/${flow}/runs`, {
      method: 'POST',
      headers: {
        'content-type': ndjson,
        cookie: ana.cookie,
        'x-eclusa-csrf': '1',
        'content-length': 1_000_000,
      },
    });
    request.on('error', () => resolve());
    request.write(lines(Array.from({ length: 3_000 }, (_, n) => ({ n }))));
    setTimeout(() => request.destroy(), 300);
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await runsOf()).toBe(before);
});

test('the same call again finds its run, and another body under the same name is refused', async () => {
  const named = { 'idempotency-key': randomUUID() };
  const first = await send(lines([{ n: 1 }, { n: 2 }]), ndjson, named);
  const again = await send(lines([{ n: 1 }, { n: 2 }]), ndjson, named);
  expect([again.status, again.body.id]).toEqual([202, first.body.id]);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  const packed = await send(gzipSync(lines([{ n: 1 }, { n: 2 }])), ndjson, {
    ...named,
    'content-encoding': 'gzip',
  });
  expect(packed.body.id).toBe(first.body.id);
  const other = await send(lines([{ n: 1 }, { n: 3 }]), ndjson, named);
  expect([other.status, other.body.code]).toEqual([409, 'api.idempotency-conflict']);
});

test('a store is named in the address, and a key reaches its own stores and flows alone', async () => {
  const made = await publishedFlow(ana);
  const path = (store: string, to: string) => `/stores/${store}/flows/${to}/runs`;
  const own = await ana.post<RunView & Refused>(path(made.storeId, made.flowId), {});
  expect([own.status, own.body.storeId]).toEqual([202, made.storeId]);
  const called = await ana.post<RunView & Refused>(path(made.storeId, flow), { rows: { n: 1 } });
  expect([called.status, called.body.storeId]).toEqual([202, made.storeId]);
  expect((await ana.post(path(randomUUID(), flow), { rows: { n: 1 } })).status).toBe(404);
  const eva = await api.person('Eva');
  expect((await eva.post(path(made.storeId, flow), { rows: { n: 1 } })).status).toBe(404);
  const key = await ana.post<{ secret: string }>('/keys', {
    ...{ name: 'ERP', actions: ['runs:start'], flowIds: [flow], storeIds: [made.storeId] },
  });
  expect(key.status).toBe(201);
  const program = (store: string, to: string) =>
    fetch(`${api.url}/api/v1${path(store, to)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key.body.secret}`, 'content-type': ndjson },
      body: '{"n":1}',
    });
  expect((await program(made.storeId, flow)).status).toBe(202);
  expect((await program(made.storeId, made.flowId)).status).toBe(404);
  expect((await program(randomUUID(), flow)).status).toBe(404);
});

test('rows alone are refused where a flow reads its own', async () => {
  const made = await publishedFlow(ana);
  const { status, body } = await send('{"n":1}', ndjson, {}, '', made.flowId);
  expect([status, body.code]).toEqual([422, 'api.rows-unwanted']);
});
