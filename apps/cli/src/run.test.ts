import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { csvFlow, csvRows, folder, removeFolders, type, write } from './terminal.testing';

afterAll(removeFolders);

interface Summary {
  state: string;
  totals: Record<string, number>;
  failed: { row: number; text: string }[];
  failedFile: string | null;
  files: string[];
  error?: { code: string; text: string };
}

/** A folder with the flow and its rows. */
function prepared(rows: string = csvRows): string {
  const cwd = folder();
  write(cwd, 'prices.flow.json', csvFlow());
  write(cwd, 'rows.csv', rows);
  return cwd;
}

const lines = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

test('a flow file is run: rows go through, the file is written, failed rows are told and kept', async () => {
  const cwd = prepared();
  const typed = await type(['run', 'prices.flow.json', '--json'], { cwd });
  const summary = typed.json<Summary>();
  expect(typed.code).toBe(1);
  expect(summary.state).toBe('completed');
  expect(summary.totals).toEqual({
    read: 4,
    derived: 1,
    written: 3,
    skipped: 1,
    failed: 1,
    waiting: 0,
    collected: 0,
  });
  expect(summary.failed).toMatchObject([{ row: 3, text: expect.stringContaining('abc') }]);
  expect(summary.files).toHaveLength(1);
  expect(lines(summary.files[0] ?? '')).toEqual([
    { sku: 'A1', price: 1299.9 },
    { sku: 'A4', price: 5.5 },
  ]);
  expect(lines(summary.failedFile ?? '')).toMatchObject([{ row: 3, node: 'price', input: { sku: 'A3' } }]);
});

test('a code is found when a box of the run has remembered it; otherwise its row fails and says so', async () => {
  const remember = { table: 'skus', key: 'sku', value: '"id-" & sku' };
  const lookup = { table: 'skus', code: 'sku', target: 'id' };
  const cwd = folder();
  write(cwd, 'rows.csv', csvRows);
  for (const [name, boxes] of [
    ['known', ['csv', 'remember', 'lookup', 'file']],
    ['unknown', ['csv', 'lookup', 'file']],
  ] as const) {
    const { nodes, ...rest } = csvFlow() as { nodes: Record<string, object> };
    const all: Record<string, object> = {
      ...nodes,
      remember: { type: 'transform.save-reference', version: 1, config: remember },
      lookup: { type: 'transform.lookup', version: 1, config: lookup },
    };
    const edges = boxes.slice(1).map((box, at) => ({
      from: { node: boxes[at], port: 'out' },
      to: { node: box, port: 'in' },
    }));
    const own = Object.fromEntries(boxes.map((box) => [box, all[box]]));
    write(cwd, `${name}.flow.json`, { ...rest, nodes: own, edges });
  }
  const known = (await type(['run', 'known.flow.json', '--json'], { cwd })).json<Summary>();
  expect(known.totals).toMatchObject({ read: 4, derived: 1, failed: 0, written: 5 });
  expect(lines(known.files[0] ?? '')[0]).toMatchObject({ sku: 'A1', id: 'id-A1' });
  const unknown = (await type(['run', 'unknown.flow.json', '--json'], { cwd })).json<Summary>();
  expect(unknown.totals).toMatchObject({ read: 4, failed: 4, waiting: 0 });
  expect(unknown.failed[0]?.text).toContain('"A1" is not in the table "skus"');
});

test('without faults the exit code is 0, and the failed rows of an earlier run are gone', async () => {
  const cwd = prepared();
  await type(['run', 'prices.flow.json'], { cwd });
  expect(readdirSync(join(cwd, 'eclusa-out'))).toContain('failed.ndjson');
  write(cwd, 'rows.csv', csvRows.replace('abc', '7,00'));
  expect((await type(['run', 'prices.flow.json'], { cwd })).code).toBe(0);
  expect(readdirSync(join(cwd, 'eclusa-out'))).not.toContain('failed.ndjson');
});

test('a person gets a table in their language', async () => {
  const cwd = prepared();
  const { out } = await type(['run', 'prices.flow.json', '--lang', 'pt'], { cwd });
  expect(out).toContain('Concluído · Prices');
  expect(out).toMatch(/lidas\s+4\n/);
  expect(out).toMatch(/price\s+3 {2}failed 1, 2\n/);
  expect(out).toMatch(/linha 3, price: .*abc/);
  expect((await type(['run', 'prices.flow.json'], { cwd, env: { LANG: 'es_AR.UTF-8' } })).out).toContain(
    'Completado',
  );
});

test('parameters come from --param, typed as the flow declares them', async () => {
  const cwd = prepared();
  const typed = await type(
    ['run', 'prices.flow.json', '--json', '--param', 'factor=2', '--param', 'shop=x=y'],
    { cwd },
  );
  expect(lines(typed.json<Summary>().files[0] ?? '')).toContainEqual({ sku: 'A1', price: 2599.8 });
  const wrong = await type(['run', 'prices.flow.json', '--param', 'factor=two'], { cwd });
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('"factor" wants a number')]);
  expect((await type(['run', 'prices.flow.json', '--param', 'other=1'], { cwd })).code).toBe(2);
  expect((await type(['run', 'prices.flow.json', '--param', 'factor'], { cwd })).code).toBe(2);
});

test.each([
  ['a JSON array', '[{"sku":"B1","price":"1","state":"A"}, 7]'],
  ['one object per line', '{"sku":"B1","price":"1","state":"A"}\n\n{"broken\n'],
])('--input gives rows in place of the source: %s', async (_, content) => {
  const cwd = folder();
  write(cwd, 'prices.flow.json', csvFlow());
  write(cwd, 'rows.json', content);
  const typed = await type(['run', 'prices.flow.json', '--json', '--input', 'rows.json'], { cwd });
  const summary = typed.json<Summary>();
  expect(summary.totals).toMatchObject({ read: 2, failed: 1 });
  expect(summary.failed).toMatchObject([{ row: 2, text: expect.stringContaining('rows.json') }]);
  expect(lines(summary.files[0] ?? '')).toEqual([{ sku: 'B1', price: 1 }]);
});

test('a flow whose rows come with the call asks for them', async () => {
  const cwd = folder();
  const flow = csvFlow() as { nodes: object };
  const nodes = { ...flow.nodes, csv: { type: 'source.call', version: 1, config: {} } };
  write(cwd, 'prices.flow.json', { ...flow, nodes });
  const without = await type(['run', 'prices.flow.json', '--json'], { cwd });
  expect([without.code, without.err]).toEqual([2, expect.stringContaining('--input')]);
  write(cwd, 'rows.json', '[{"sku":"B1","price":"1","state":"A"}]');
  const typed = await type(['run', 'prices.flow.json', '--json', '--input', 'rows.json'], { cwd });
  expect(typed.json<Summary>().totals).toMatchObject({ read: 1, failed: 0 });
});

test('a flow that runs another says that this needs the service, and a dry run shows what it would start', async () => {
  const cwd = folder();
  const call = { type: 'transform.call-flow', version: 1, config: { flow: 'other', rowsPerRun: 2 } };
  const flow = {
    ...(csvFlow() as object),
    nodes: { called: { type: 'source.call', version: 1, config: {} }, call },
    edges: [{ from: { node: 'called', port: 'out' }, to: { node: 'call', port: 'in' } }],
  };
  write(cwd, 'calls.flow.json', flow);
  write(cwd, 'rows.json', '[{"n":1},{"n":2},{"n":3}]');
  const run = ['run', 'calls.flow.json', '--input', 'rows.json', '--json'];
  const real = await type(run, { cwd });
  expect(real.code).not.toBe(0);
  expect(real.json<Summary>().error).toMatchObject({
    code: 'nodes.calls-need-service',
    text: expect.stringContaining('by the service only') as string,
  });
  const dry = await type([...run, '--dry-run'], { cwd });
  const { state, requestsFile } = dry.json<Summary & { requestsFile: string }>();
  expect([dry.code, state]).toEqual([0, 'completed']);
  expect(lines(requestsFile)).toMatchObject([
    { row: 1, request: { method: 'RUN', body: { rows: [{ n: 1 }, { n: 2 }] } } },
    { row: 3, request: { method: 'RUN', body: { rows: [{ n: 3 }] } } },
  ]);
});

test('Ctrl-C stops the run cleanly with 130 and says what was done', async () => {
  const cwd = prepared();
  const rows = Array.from({ length: 20_000 }, (_, index) => `S${index};1,00;A`);
  write(cwd, 'rows.csv', ['sku;price;state', ...rows].join('\n'));
  const typed = await type(['run', 'prices.flow.json', '--json', '--page-size', '10'], {
    cwd,
    interrupt: (stop) => setTimeout(stop, 30),
  });
  expect([typed.code, typed.json<Summary>().state]).toEqual([130, 'cancelled']);
  expect(typed.json<Summary>().totals.read).toBeLessThan(20_000);
});

test('a file outside the flow’s folder and the current one is refused, links followed', async () => {
  const cwd = folder();
  const elsewhere = write(folder(), 'secret.csv', csvRows);
  write(cwd, 'prices.flow.json', csvFlow({ file: elsewhere }));
  const typed = await type(['run', 'prices.flow.json', '--json'], { cwd });
  expect(typed.code).toBe(3);
  expect(typed.json<Summary>().error).toMatchObject({ code: 'cli.file-outside' });
  const missing = folder();
  write(missing, 'prices.flow.json', csvFlow());
  expect(
    (await type(['run', 'prices.flow.json', '--json'], { cwd: missing })).json<Summary>().error?.text,
  ).toContain('rows.csv');
});

test('progress goes to stderr and can be kept quiet', async () => {
  const cwd = prepared();
  const shown = await type(['run', 'prices.flow.json', '--json'], { cwd });
  expect(shown.err).toMatch(/^4 .*rows · /);
  expect((await type(['run', 'prices.flow.json', '--json', '--quiet'], { cwd })).err).toBe('');
});

test('a folder that cannot be written is told before anything else is tried', async () => {
  const cwd = prepared();
  write(cwd, 'taken', 'a file');
  const typed = await type(['run', 'prices.flow.json', '--out', 'taken'], { cwd });
  expect(typed.code).not.toBe(0);
  expect(typed.err + typed.out).toContain('--out');
});
