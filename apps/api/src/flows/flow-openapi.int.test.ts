// A flow's own document, as the people who call the flow use it: valid, true, and good for a generated, typed client.
import type { JsonObject } from '@eclusa/flow';
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { startWorkerFor } from '../worker.testing';
import { publishedLine } from './flows.testing';

const root = path.resolve(__dirname, '../../../..');
let api: TestApi;
let ana: Browser;
let folder: string;

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
  // Within the project, so that what is compiled there finds its packages.
  const results = path.resolve(__dirname, '../../test-results');
  mkdirSync(results, { recursive: true });
  folder = mkdtempSync(path.join(results, 'client-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await api.close();
});

const schema = {
  type: 'object',
  required: ['pedido', 'itens'],
  properties: {
    pedido: { type: 'string' },
    total: { type: 'number' },
    itens: { type: 'array', items: { $ref: '#/$defs/item' } },
  },
  $defs: {
    item: {
      type: 'object',
      required: ['sku'],
      properties: { sku: { type: 'string' }, qtd: { type: 'integer' } },
    },
  },
};
const example = { pedido: '1001', total: 19.9, itens: [{ sku: 'A-1', qtd: 2 }] };
const source = (config: object = { example: JSON.stringify(example), schema: JSON.stringify(schema) }) => ({
  ...{ type: 'source.call', version: 1, config },
});
const mapping = [
  { target: 'order.id', expression: 'pedido' },
  { target: 'order.total', expression: 'total' },
  { target: 'taken', expression: 'true' },
  { target: 'lines', expression: '$count(itens)' },
  { target: 'note', expression: 'itens[0].sku' },
];
const respond = (config: object = {}) => ({
  type: 'transform.respond',
  version: 1,
  config: { status: 201, mapping, ...config },
});

type Document = JsonObject & {
  paths: Record<string, Record<string, { requestBody: JsonObject; responses: Record<string, JsonObject> }>>;
  components: { schemas: Record<string, JsonObject> };
};
const documentOf = async (flow: string) => (await ana.get<Document>(`/flows/${flow}/openapi.json`)).body;

/** What Node prints for a script that may import packages made for it alone. */
const node = (script: string, input = '') =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    ...{ cwd: __dirname, encoding: 'utf8', input, maxBuffer: 64 * 2 ** 20 },
  });
const validator = `
  import { validate } from '@readme/openapi-parser';
  let text = '';
  for await (const piece of process.stdin) text += piece;
  for (const document of JSON.parse(text)) {
    const { valid, errors } = await validate(document);
    console.log(valid ? 'valid' : JSON.stringify(errors));
  }`;

test('every kind of flow has a document that a validator takes', async () => {
  const flows = [
    await publishedLine(ana, source(), respond()),
    await publishedLine(ana, source(), respond({ rows: 'list', most: 20, status: 200 })),
    await publishedLine(
      ana,
      source({ example: '[{"a b":1,"__proto__":{"x":1}}]' }),
      respond({ status: 204 }),
    ),
    await publishedLine(ana, source({}), respond({ body: 'row', status: 422 })),
    await publishedLine(ana),
  ];
  const documents = await Promise.all(flows.map(documentOf));
  expect(documents.map(({ paths }) => Object.keys(paths)[0])).toEqual(
    flows.map((flow) => `/flows/${flow}/runs`),
  );
  expect(node(validator, JSON.stringify(documents))).toBe('valid\n'.repeat(flows.length));
  expect(({} as { x?: number }).x).toBeUndefined();
});

test('it tells what a call brings and what the flow answers, as far as that is known', async () => {
  const flow = await publishedLine(ana, source(), respond());
  const { components, paths } = await documentOf(flow);
  expect(components.schemas.InputRow).toMatchObject({
    required: ['pedido', 'itens'],
    properties: { itens: { items: { $ref: '#/components/schemas/InputRow.item' } } },
  });
  expect(components.schemas.Answer).toEqual({
    type: 'object',
    required: ['taken', 'lines'],
    properties: {
      order: { type: 'object', properties: { id: { type: 'string' }, total: { type: 'number' } } },
      taken: { type: 'boolean' },
      lines: { type: 'number' },
      note: {},
    },
  });
  const { requestBody, responses } = paths[`/flows/${flow}/runs`]!.post!;
  expect(requestBody).toMatchObject({ content: { 'application/json': { example: { rows: example } } } });
  expect(Object.keys(responses)).toEqual(expect.arrayContaining(['201', '202', '409', '422']));
  expect(responses['200']).toBeUndefined();
});

test('a flow that answers nothing is answered with its run', async () => {
  const flow = await publishedLine(ana);
  const { paths } = await documentOf(flow);
  expect(Object.keys(paths)).toEqual([`/flows/${flow}/runs`, `/stores/{storeId}/flows/${flow}/runs`]);
  expect(paths[`/flows/${flow}/runs`]?.post?.responses['200']).toMatchObject({
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Run' } } },
  });
});

test('it is for those who may start the flow, and of published flows', async () => {
  const flow = await publishedLine(ana);
  const key = async (action: string) => {
    const made = { name: action, actions: [action], flowIds: [flow] };
    const { secret } = (await ana.post<{ secret: string }>('/keys', made)).body;
    return { authorization: `Bearer ${secret}`, cookie: '' };
  };
  const address = `/flows/${flow}/openapi.json`;
  expect((await ana.get(address, await key('runs:start'))).status).toBe(200);
  expect((await ana.get(address, await key('runs:read'))).status).toBe(403);
  const eva = await api.person('Eva');
  expect((await eva.get<{ code: string }>(address)).body.code).toBe('api.flow-not-found');
  const draft = { name: 'Draft', document: { ...(await draftDocument(flow)), name: 'Draft' } };
  const { id } = (await ana.post<{ id: string }>('/flows', draft)).body;
  const unpublished = await ana.get<{ code: string }>(`/flows/${id}/openapi.json`);
  expect([unpublished.status, unpublished.body.code]).toEqual([404, 'api.flow-not-published']);
});

const draftDocument = async (flow: string) => (await ana.get<{ draft: object }>(`/flows/${flow}`)).body.draft;

describe('a client made of it by a generator', () => {
  /** A program over the generated types; `use` reads the answer. */
  const program = (flow: string, rows: string, use: string) => `
    import createClient from 'openapi-fetch';
    import type { paths } from './schema.js';
    const headers = { authorization: 'Bearer ' + process.env.KEY };
    const client = createClient<paths>({ baseUrl: process.env.URL ?? '', headers });
    const { data, error, response } = await client.POST('/flows/${flow}/runs', {
      params: { header: { Prefer: 'wait=30', 'Idempotency-Key': 'typed-1' } },
      body: { rows: ${rows} },
    });
    if (error) throw new Error(error.code);
    if (response.status !== 201 || !data || !('order' in data)) throw new Error('no answer');
    ${use}`;

  /** Compiles programs together, as strictly as can be; what the compiler complains of. */
  const compile = (programs: Record<string, string>): string => {
    const files = Object.entries(programs).map(([name, text]) => {
      writeFileSync(path.join(folder, `${name}.ts`), text);
      return `${name}.ts`;
    });
    const options = '--strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes --target es2022';
    const modules = '--ignoreConfig --module nodenext --types node --skipLibCheck';
    const tsc = [require.resolve('typescript/bin/tsc'), ...`${options} ${modules}`.split(' '), ...files];
    try {
      execFileSync(process.execPath, tsc, { cwd: folder, encoding: 'utf8' });
      return '';
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };

  const good = `{ pedido: '1001', total: 19.9, itens: [{ sku: 'A-1' }, { sku: 'B-2', qtd: 3 }] }`;
  const reads = `
    const id: string | undefined = data.order?.id;
    const total: number | undefined = data.order?.total;
    const taken: boolean = data.taken;
    console.log(JSON.stringify({ id, total, taken, lines: data.lines + 1 }));`;

  test('compiles strictly, starts the flow, and reads its answer by type', async () => {
    const flow = await publishedLine(ana, source(), respond());
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(await documentOf(flow)));
    const generator = path.join(root, 'node_modules/openapi-typescript/bin/cli.js');
    execFileSync(process.execPath, [generator, 'openapi.json', '-o', 'schema.ts'], { cwd: folder });

    expect(compile({ client: program(flow, good, reads) })).toBe('');
    const wrong = compile({
      row: program(flow, `{ pedido: 1001, itens: [] }`, reads),
      read: program(flow, good, 'const id: number | undefined = data.order?.id;'),
    });
    expect(wrong).toMatch(/row\.ts\(\d+,\d+\): error TS2322.*number.*string/);
    expect(wrong).toMatch(/read\.ts\(\d+,\d+\): error TS2322.*string.*number/);

    const worker = await startWorkerFor(api);
    const key = { name: 'ERP', actions: ['runs:start'], flowIds: [flow] };
    const { secret } = (await ana.post<{ secret: string }>('/keys', key)).body;
    const env = { PATH: process.env.PATH, KEY: secret, URL: `${api.url}/api/v1` };
    // The service under test is in this process: nothing may block it meanwhile.
    const { stdout } = await promisify(execFile)(process.execPath, ['client.js'], { cwd: folder, env });
    await worker.stop();
    expect(JSON.parse(stdout)).toEqual({ id: '1001', total: 19.9, taken: true, lines: 3 });
  });
});
