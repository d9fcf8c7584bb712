// Rows that do not meet the schema of the box that takes them: refused with row, field and reason.
import { startApi, type Browser, type TestApi } from '../api.testing';
import { publishedLine } from '../flows/flows.testing';

let api: TestApi;
let ana: Browser;

interface Refused {
  code: string;
  detail: string;
  fields: { path: string; code: string; detail: string }[];
}

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
});
afterAll(() => api.close());

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['sku'],
  properties: {
    sku: { type: 'string', pattern: '^[A-Z]+-\\d+$' },
    price: { type: 'number', minimum: 0 },
    unit: { enum: ['un', 'kg'] },
    lots: { type: 'array', items: { type: 'object', required: ['id'] } },
  },
  additionalProperties: false,
};
const filter = { type: 'transform.filter', version: 1, config: { condition: 'true' } };
const withSchema = (text: string) =>
  publishedLine(ana, { type: 'source.call', version: 1, config: { schema: text } }, filter);

test('every fault is told with its place, in the language asked for', async () => {
  const flow = await withSchema(JSON.stringify(schema));
  const rows = [
    { sku: 'A-1', price: 1 },
    { price: -1, unit: 'box', other: 1 },
    { sku: 'a1', lots: [{ id: 1 }, {}] },
    { sku: 'A-2', price: '1' },
  ];
  const { status, body } = await ana.post<Refused>(
    `/flows/${flow}/runs`,
    { rows },
    { 'accept-language': 'pt' },
  );
  expect([status, body.code]).toEqual([422, 'api.rows-invalid']);
  expect(Object.fromEntries(body.fields.map(({ path, code }) => [path, code]))).toEqual({
    'rows.1.sku': 'api.row-missing',
    'rows.1.other': 'api.row-unknown',
    'rows.1.price': 'api.row-size',
    'rows.1.unit': 'api.row-choice',
    'rows.2.sku': 'api.row-form',
    'rows.2.lots.1.id': 'api.row-missing',
    'rows.3.price': 'api.row-type',
  });
  const detailOf = (path: string) => body.fields.find((one) => one.path === path)?.detail;
  expect(detailOf('rows.1.sku')).toBe('Linha 2: falta "sku". Inclua-o.');
  expect(detailOf('rows.3.price')).toBe('Linha 4: "price" precisa ser do tipo number.');
  expect(detailOf('rows.1.unit')).toContain('"un", "kg"');
  expect(await api.database.getRepository('run').countBy({ flowId: flow })).toBe(0);
  expect((await ana.post(`/flows/${flow}/runs`, { rows: rows[0] })).status).toBe(202);
  const one = await ana.post<Refused>(`/flows/${flow}/runs`, { rows: {}, dryRun: true });
  expect(one.body.fields).toMatchObject([{ path: 'rows.sku' }]);
});

test('lines are named by their number, and no more than fifty faults are told', async () => {
  const flow = await withSchema(JSON.stringify(schema));
  const send = (lines: object[]) =>
    ana.send<Refused>('POST', `/flows/${flow}/runs`, {
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
      headers: { 'content-type': 'application/x-ndjson', 'accept-language': 'es' },
    });
  const { status, body } = await send([{ sku: 'A-1' }, { sku: 'A-2' }, { n: 1, sku: 'A-3' }]);
  expect([status, body.code]).toEqual([422, 'api.rows-invalid']);
  expect(body.fields).toMatchObject([{ path: 'lines.3.n', code: 'api.row-unknown' }]);
  expect(body.fields[0]?.detail).toMatch(/^Línea 3: /);
  expect((await send(Array.from({ length: 300 }, () => ({})))).body.fields).toHaveLength(50);
  expect((await send([{ sku: 'A-1' }])).status).toBe(202);
  expect(await api.database.getRepository('run').countBy({ flowId: flow })).toBe(1);
});

test.each([
  ['[]', 'object'],
  ['{"type":"strin"}', 'type'],
  ['{"$ref":"https://example.com/schema.json"}', 'example.com'],
  [JSON.stringify({ description: 'x'.repeat(70_000) }), 'too large'],
])('a flow with a schema that cannot be used is not published: %#', async (text, reason) => {
  const document = {
    ...{ format: 'eclusa/flow', formatVersion: 1, name: 'Called', slots: {}, parameters: {} },
    nodes: { a: { type: 'source.call', version: 1, config: { schema: text } }, b: filter },
    edges: [{ from: { node: 'a', port: 'out' }, to: { node: 'b', port: 'in' } }],
    layout: { nodes: {} },
  };
  const { id } = (await ana.post<{ id: string }>('/flows', { name: 'Called', document })).body;
  const { status, body } = await ana.post<Refused>(`/flows/${id}/publish`, { revision: 1 });
  expect([status, body.code]).toEqual([422, 'api.row-schema-broken']);
  expect(body.detail).toContain(reason);
});

test('a pattern takes time with the length of a text alone', async () => {
  const flow = await withSchema(JSON.stringify({ properties: { n: { pattern: '^(a+)+$' } } }));
  const began = Date.now();
  const { status } = await ana.post(`/flows/${flow}/runs`, { rows: { n: `${'a'.repeat(50_000)}b` } });
  expect(status).toBe(422);
  expect(Date.now() - began).toBeLessThan(5_000);
});
