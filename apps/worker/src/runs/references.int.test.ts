// Codes are stored with the page that remembers them; rows with an unknown code wait, and go on once when it is known.
import {
  createFile,
  ConnectionEntity,
  CrossReference,
  findReferences,
  giveUpWaiting,
  releaseWaiting,
  Run,
  RunPage,
  saveReferences,
} from '@eclusa/db';
import { type CodePair, type FlowDocument } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { PageStore, type ClaimedPage } from '../pages/page-store';
import { anyRoom, Bench, chain, Site } from '../worker.testing';

let site: Site;
let bench: Bench;

beforeEach(async () => {
  bench = new Bench();
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: await bench.open() });
});
afterEach(async () => {
  await site.close();
  bench.close();
});

const allTypes = () => new Map([...nodeTypes, ...bench.nodeTypes]);
const rows = (count: number) => ({ type: 'test.rows', config: { count } });
const save = (key: string, value: string) => ({
  type: 'transform.save-reference',
  config: { table: 'skus', key, value },
});
const lookup = (code: string) => ({
  type: 'transform.lookup',
  config: { table: 'skus', code, by: 'key', target: 'skuId' },
});
const place = () => ({ workspaceId: site.workspaceId, storeId: null });
const known = (...codes: string[]) => findReferences(site.source, place(), 'skus', 'key', codes);
const fill = (...pairs: CodePair[]) =>
  saveReferences(
    site.source,
    place(),
    pairs.map((pair) => ({ table: 'skus', ...pair })),
  );
/** Lets the waiting rows of the table go on, as the API does. */
const release = () => site.source.transaction((manager) => releaseWaiting(manager));
const released = () => site.source.getRepository(Run).findBy({ trigger: 'replay' });

test('a code is not remembered before its page is done', async () => {
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  bench.onWrite = () => held;
  await site.work(allTypes());
  const runId = await site.start(chain(rows(3), save('n', '"id-" & n'), 'test.write'));
  const pages = site.source.getRepository(RunPage);
  await site.wait(runId, ({ readRows }) => readRows === 3);
  await until(async () => (await pages.findOneBy({ runId }))?.state === 'running');
  expect(await known('1', '2', '3')).toEqual(new Map());
  go();
  expect(await site.wait(runId)).toMatchObject({ state: 'completed', written: 3 });
  expect(await known('1', '9')).toEqual(new Map([['1', ['id-1']]]));
});

test('a page that was taken over stores none of the codes it saved', async () => {
  const version = await site.publish(chain(rows(1), save('n', 'n'), 'test.write'));
  const runId = await site.insertRun(version, { state: 'running' });
  const { id } = await site.source.getRepository(RunPage).save({
    ...{ workspaceId: site.workspaceId, runId, entry: 'a', seq: 0, rowCount: 1, rows: [] },
    ...{ at: { node: 'a', port: 'out', side: 'output' as const }, enqueuedAt: new Date() },
  });
  const store = new PageStore(site.source, site.config());
  const late = (await store.claimNext(anyRoom)) as ClaimedPage;
  await site.source.query('UPDATE run_page SET fence = fence + 1 WHERE id = $1', [id]);
  const totals = { written: 1, skipped: 0, failed: 0, waiting: 0, collected: 0 };
  const outcome = {
    totals,
    counts: [],
    failed: [],
    spooled: [],
    samples: [],
    remembered: [],
    requests: [],
    answers: [],
    unchanged: [],
    log: [],
  };
  const saved = [{ table: 'skus', key: '1', value: 'one', keepFirst: false }];
  const finish = { outcome: { ...outcome, saved }, entryIndex: 0, sampled: new Set<string>() };
  await expect(store.finish(late, finish)).rejects.toThrow('taken over');
  expect(await site.source.getRepository(CrossReference).count()).toBe(0);
  await store.finish({ ...late, fence: late.fence + 1 }, finish);
  expect(await known('1')).toEqual(new Map([['1', ['one']]]));
});

test('rows with an unknown code wait, the run completes, and filled in they go on once to the store', async () => {
  const sandbox = await startSandbox({ limits: 'off', inventoryLockMs: 0 });
  try {
    sandbox.state.putSku({ Id: 31, ProductId: 1, RefId: 'A', Name: 'A', IsActive: false } as never);
    sandbox.state.putSku({ Id: 32, ProductId: 1, RefId: 'B', Name: 'B', IsActive: false } as never);
    await site.work(nodeTypes, { ECLUSA_ALLOW_PRIVATE_HOSTS: `127.0.0.1:${sandbox.port}` });
    await fill({ key: 'A', value: '31' });
    const slots = { store: await storeConnection(sandbox) };
    const runId = await site.start(await stockFlow('code;stock\nA;5\nB;6\nB;7\nC;8\n'), { slots });
    const run = await site.wait(runId);
    expect(run).toMatchObject({ state: 'completed', readRows: 4, written: 1, failed: 0, waitingRows: 3 });
    const stock = (sku: number) => sandbox.state.stock.get(sku)?.get('1_1')?.quantity;
    expect([stock(31), stock(32)]).toEqual([5, undefined]);
    const waiting = (await site.failedRows(runId)).map((row) => [
      row.missingTable,
      row.missingCode,
      row.state,
    ]);
    expect(waiting).toEqual([
      ['skus', 'B', 'waiting'],
      ['skus', 'B', 'waiting'],
      ['skus', 'C', 'waiting'],
    ]);
    await fill({ key: 'B', value: '32' });
    await until(async () => (await released()).length > 0);
    const [next] = await released();
    const again = await site.wait(next?.id as string);
    expect(again).toMatchObject({ state: 'completed', replayOf: runId, readRows: 2, written: 2, failed: 0 });
    expect([stock(31), [6, 7].includes(Number(stock(32)))]).toEqual([5, true]);
    // Sweeps have come and gone since: nothing was released twice.
    expect((await released()).length).toBe(1);
    expect((await site.failedRows(runId)).map((row) => row.state)).toEqual([
      'replayed',
      'replayed',
      'waiting',
    ]);
  } finally {
    await sandbox.close();
  }
});

test('a code that becomes known while its page is under way lets the row go on after the page', async () => {
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  let isWriting = false;
  bench.onWrite = ({ n }) => {
    if (n !== 1) return;
    isWriting = true;
    return held;
  };
  await fill({ key: '1', value: 'one' });
  await site.work(allTypes());
  const runId = await site.start(chain(rows(2), lookup('n'), 'test.write'));
  await until(async () => isWriting);
  await fill({ key: '2', value: 'two' });
  expect(await release()).toEqual([]);
  go();
  expect(await site.wait(runId)).toMatchObject({ written: 1, waitingRows: 1 });
  await until(async () => (await released()).length === 1);
  expect(await site.wait((await released())[0]?.id as string)).toMatchObject({ written: 1, readRows: 1 });
  expect(bench.doubled).toEqual([]);
});

test('a code saved by a flow lets rows of another flow of the store go on', async () => {
  await site.work(allTypes());
  const first = await site.start(chain(rows(3), lookup('n'), 'test.write'));
  expect(await site.wait(first)).toMatchObject({ waitingRows: 3, written: 0 });
  await site.wait(await site.start(chain(rows(2), save('n', '"id" & n'))));
  await until(async () => (await released()).length === 1);
  const [next] = await released();
  expect(await site.wait(next?.id as string)).toMatchObject({ written: 2, readRows: 2 });
  expect([...bench.calls]).toEqual(
    expect.arrayContaining([
      [1, 1],
      [2, 1],
    ]),
  );
  expect(bench.written).toBe(2);
});

test('a look-up finds what its own page has saved', async () => {
  await site.work(allTypes());
  const runId = await site.start(chain(rows(150), save('n', '"id" & n'), lookup('n'), 'test.write'));
  expect(await site.wait(runId)).toMatchObject({ written: 150, waitingRows: 0, failed: 0 });
});

test('two who fill in a code at once release its rows once, into one run', async () => {
  const runId = await waitingRun(5);
  await fill(...['1', '2', '3', '4', '5'].map((key) => ({ key, value: `id${key}` })));
  // One has taken the rows and not committed: the other finds nothing to take, and does not wait for them.
  await site.source.transaction(async (first) => {
    expect(await releaseWaiting(first)).toHaveLength(1);
    expect(await release()).toEqual([]);
  });
  expect(await Promise.all([release(), release(), release()])).toEqual([[], [], []]);
  const runs = await released();
  expect(runs.map(({ replayOf, state }) => [replayOf, state])).toEqual([[runId, 'queued']]);
  const states = (await site.failedRows(runId)).map((row) => [row.state, row.replayRunId]);
  expect(states).toEqual(Array(5).fill(['replayed', runs[0]?.id]));
});

test('a release that is rolled back lets its rows wait on', async () => {
  await waitingRun(1);
  await fill({ key: '1', value: 'one' });
  const cut = site.source.transaction(async (manager) => {
    await releaseWaiting(manager);
    throw new Error('cut');
  });
  await expect(cut).rejects.toThrow('cut');
  expect(await released()).toEqual([]);
  expect(await release()).toHaveLength(1);
});

test('rows go on with the version, parameters and turn of the run they stopped in, in a run for each', async () => {
  const version = await site.publish(chain(rows(1), lookup('n'), 'test.write'));
  for (const round of [1, 1, 2]) {
    const keys = { concurrencyKey: 'flow', memoryKey: 'memory' };
    const more = { parameters: { round }, ...keys, state: 'completed' as const };
    await addWaiting(await site.insertRun(version, more), 1);
  }
  await fill({ key: '1', value: 'one' });
  expect(await release()).toHaveLength(2);
  const runs = await released();
  expect(runs.map(({ parameters }) => parameters.round).sort()).toEqual([1, 2]);
  expect(
    runs.every(({ concurrencyKey, versionId }) => concurrencyKey === 'flow' && versionId === version.id),
  ).toBe(true);
  expect(runs.map(({ memoryKey }) => memoryKey)).toEqual(['memory', 'memory']);
});

test('a row that waits again in a later run takes the place of the earlier one, and goes on once', async () => {
  await site.work(allTypes());
  const mapping = [
    { target: 'n', expression: 'n' },
    { target: 'price', expression: 'n = 1 ? $params.round : 0' },
  ];
  const priced = { type: 'transform.map', config: { mapping } };
  const flow = chain(rows(3), priced, lookup('n'), 'test.write');
  flow.parameters = { round: { type: 'number', name: 'Round', default: 1 } };
  const version = await site.publish(flow);
  const next = async (round: number) => {
    const id = await site.insertRun(version, { parameters: { round } });
    expect(await site.wait(id)).toMatchObject({ state: 'completed', waitingRows: 3, failed: 0 });
    return id;
  };
  const [first, second] = [await next(1), await next(2)];
  // Row 1 differs, so that nobody can tell that it is the same one: it waits twice.
  const states = async (id: string) => (await site.failedRows(id)).map((row) => [row.state, row.replayRunId]);
  expect(await states(first)).toEqual([
    ['waiting', null],
    ['replayed', second],
    ['replayed', second],
  ]);
  expect(await states(second)).toEqual(Array(3).fill(['waiting', null]));
  await fill({ key: '2', value: 'two' }, { key: '3', value: 'three' });
  await until(async () => (await released()).length === 1);
  await site.wait((await released())[0]?.id as string);
  expect([...bench.calls]).toEqual([
    [2, 1],
    [3, 1],
  ]);
});

test('rows that are given up are failed rows, counted as such, and no longer wait', async () => {
  const runId = await waitingRun(3);
  const missing = { table: 'skus', by: 'key' as const, codes: ['1', '3'] };
  const gone = await site.source.transaction((on) => giveUpWaiting(on, { ...place(), missing }));
  expect(gone).toBe(2);
  expect(await site.run(runId)).toMatchObject({ failed: 2, waitingRows: 1 });
  await fill({ key: '1', value: 'one' });
  expect(await release()).toEqual([]);
  expect((await site.failedRows(runId)).map((row) => row.state)).toEqual(['open', 'waiting', 'open']);
});

test('a pair saved again changes nothing, another value replaces it, and the first is kept where that is asked', async () => {
  await fill({ key: '1', value: 'one' });
  await fill({ key: '1', value: 'one' });
  expect(await known('1')).toEqual(new Map([['1', ['one']]]));
  const pair = { table: 'skus', key: '1', value: 'uno' };
  const other = { table: 'skus', key: '2', value: 'dos' };
  await saveReferences(site.source, place(), [{ ...pair, keepFirst: true }, other]);
  expect(await known('1', '2')).toEqual(
    new Map([
      ['1', ['one']],
      ['2', ['dos']],
    ]),
  );
  await saveReferences(site.source, place(), [pair]);
  expect(await known('1')).toEqual(new Map([['1', ['uno']]]));
  const found = await findReferences(site.source, place(), 'skus', 'value', ['uno']);
  expect(found).toEqual(new Map([['uno', ['1']]]));
});

/** A completed run whose rows 1 to `count` wait for the code of their number. */
async function waitingRun(count: number): Promise<string> {
  const version = await site.publish(chain(rows(count), lookup('n'), 'test.write'));
  const runId = await site.insertRun(version, { state: 'completed', readRows: count, waitingRows: count });
  await addWaiting(runId, count);
  return runId;
}

async function addWaiting(runId: string, count: number): Promise<void> {
  await site.source.query(
    `INSERT INTO run_failed_row (workspace_id, run_id, node, port, entry, row_number, input, error, state,
       missing_table, missing_by, missing_code)
     SELECT $1, $2, 'b', 'in', 'a', n, json_build_object('n', n), '{"kind":"user","code":"engine.code-unknown","values":{}}',
       'waiting', 'skus', 'key', n::text FROM generate_series(1, $3) AS n`,
    [site.workspaceId, runId, count],
  );
}

async function storeConnection({ url, account, appKey, appToken }: Sandbox): Promise<string> {
  const { keys } = site.config();
  const { id } = await site.source.getRepository(ConnectionEntity).save({
    workspaceId: site.workspaceId,
    ...{ kind: 'vtex', name: 'store' },
    settings: { account, appKey, mainBaseUrl: url },
    secrets: keys.seal({ appToken }, site.workspaceId),
  });
  return id;
}

async function stockFlow(csv: string): Promise<FlowDocument> {
  async function* bytes(): AsyncIterable<Buffer> {
    yield Buffer.from(csv);
  }
  const { id: file } = await createFile(site.source, site.workspaceId, 'stock.csv', bytes());
  const mapping = [
    { target: 'skuId', expression: '$number(skuId)' },
    { target: 'warehouseId', expression: '"1_1"' },
    { target: 'quantity', expression: '$number(stock)' },
  ];
  const flow = chain({ type: 'source.csv', config: { from: 'file', file } }, lookup('code'), {
    type: 'vtex.stock-set',
    config: { connection: 'store', mapping },
  });
  return { ...flow, slots: { store: { kind: 'vtex', name: 'Store' } } };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 90_000; !(await holds());) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
