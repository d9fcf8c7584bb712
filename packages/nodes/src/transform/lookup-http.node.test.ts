// What a row is told by an API: once for equal questions, nothing where nothing is known, and failures as failures.
import type { Json, Row } from '@eclusa/flow';
import { compilePlan, runPage } from '@eclusa/engine';
import { emptyFlow } from '@eclusa/flow';
import { serve, type LocalServer } from '../harness.testing';
import { hostOf } from '../vtex/store.testing';
import lookup from './lookup-http.node';

let erp: LocalServer;
let asked: string[];
let answers: Record<string, { status?: number; body: Json }>;
/** What an answer waits for. */
let held: Promise<void> | undefined;

beforeEach(async () => {
  asked = [];
  answers = {};
  held = undefined;
  erp = await serve(async (request, response) => {
    asked.push(request.url ?? '');
    await held;
    const { status = 200, body } = answers[request.url ?? ''] ?? { status: 404, body: null };
    response.statusCode = status;
    response.end(JSON.stringify(body));
  });
});
afterEach(() => erp.close());

function plan(config: Record<string, Json>) {
  const flow = emptyFlow('test');
  flow.slots = { erp: { kind: 'http', name: 'ERP' } };
  const defaults = { connection: 'erp', path: '/clientes/{codigo}', saveAs: 'cliente' };
  flow.nodes = { node: { type: lookup.id, version: 1, config: { ...defaults, ...config } } };
  return {
    plan: compilePlan(flow, new Map([[lookup.id, lookup]]), { parameters: {} }),
    host: hostOf({ erp: { id: 'erp', kind: 'http', values: { baseUrl: erp.url } } }),
  };
}

async function run(
  config: Record<string, Json>,
  rows: Row[],
  { plan: made, host } = plan(config),
  signal = new AbortController().signal,
) {
  const outcome = await runPage(
    made,
    {
      entry: 'node',
      at: { node: 'node', port: 'in', side: 'input' },
      rows: rows.map((value, index) => ({ row: index + 1, value })),
    },
    {
      host,
      effects: { load: async () => [], write: async () => undefined },
      signal,
      dryRun: false,
      sampleSize: 100,
    },
  );
  const out = outcome.samples.find((one) => one.side === 'out' && one.port === 'out')?.rows ?? [];
  return { found: out.map((row) => row['cliente']), codes: outcome.failed.map(({ error }) => error.code) };
}

const rows = (...codes: string[]): Row[] => codes.map((codigo) => ({ codigo }));

test('equal questions are asked once, and each row gets the answer', async () => {
  answers['/clientes/7'] = { body: { nome: 'Ana' } };
  const { found } = await run({}, rows('7', '7', '7', '7'));
  expect(found).toEqual(Array.from({ length: 4 }, () => ({ nome: 'Ana' })));
  expect(asked).toEqual(['/clientes/7']);
});

test('the first of several is kept, or all of them, from where they stand in the answer', async () => {
  answers['/clientes/7'] = { body: { data: { itens: [{ id: 1 }, { id: 2 }] } } };
  const path = { answerPath: 'data.itens' };
  expect((await run(path, rows('7'))).found).toEqual([{ id: 1 }]);
  expect((await run({ ...path, answer: 'all' }, rows('7'))).found).toEqual([[{ id: 1 }, { id: 2 }]]);
});

test('a row that the system does not know goes on without an answer, or fails with what to do', async () => {
  answers['/clientes/8'] = { body: [] };
  expect((await run({}, rows('7', '8'))).found).toEqual([null, null]);
  const { found, codes } = await run({ whenMissing: 'fail' }, rows('7', '8'));
  expect([found, codes]).toEqual([[], ['nodes.lookup-nothing', 'nodes.lookup-nothing']]);
});

test('a failure is not remembered: it fails its rows, and the next question is asked', async () => {
  answers['/clientes/7'] = { status: 400, body: { erro: 'formato' } };
  expect((await run({}, rows('7'))).codes).toHaveLength(1);
  answers['/clientes/7'] = { body: { nome: 'Ana' } };
  expect((await run({}, rows('7'))).found).toEqual([{ nome: 'Ana' }]);
});

test('a page that is stopped does not take along the answer that another waits for', async () => {
  answers['/clientes/7'] = { body: { nome: 'Ana' } };
  let release = () => undefined as void;
  held = new Promise((resolve) => (release = resolve));
  const shared = plan({});
  const stop = new AbortController();
  const stopped = run({}, rows('7'), shared, stop.signal);
  while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const other = run({}, rows('7'), shared);
  stop.abort(new Error('lease lost'));
  await expect(stopped).rejects.toThrow('lease lost');
  release();
  expect((await other).found).toEqual([{ nome: 'Ana' }]);
});
