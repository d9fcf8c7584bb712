// A run through the real queue, database and Redis, over nodes whose calls can be counted.
import { RunEffect, RunPage, RunRequest, RunSample, RunSpool } from '@eclusa/db';
import { UserError, RemoteError } from '@eclusa/flow';
import { Not } from 'typeorm';
import { Bench, chain, Site } from '../worker.testing';

const rows = (count: number) => ({ type: 'test.rows', config: { count } });
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

const totals = ({
  readRows,
  derivedRows,
  written,
  skipped,
  failed,
  collected,
}: Awaited<ReturnType<Site['run']>>) => ({
  readRows,
  derivedRows,
  written,
  skipped,
  failed,
  collected,
});

test('every row read ends as written, skipped or failed, and is counted at every port', async () => {
  await site.work(bench.nodeTypes);
  const id = await site.start(chain(rows(1_050), 'test.odd', 'test.write'));
  const run = await site.wait(id);
  expect(run).toMatchObject({ state: 'completed', totalRows: 1_050, error: null });
  expect(totals(run)).toEqual({
    readRows: 1_050,
    derivedRows: 0,
    written: 525,
    skipped: 420,
    failed: 105,
    collected: 0,
  });
  expect(bench.written).toBe(525);
  expect(bench.doubled).toEqual([]);
  expect(await site.counts(id)).toMatchObject({
    'a out out': 1_050,
    'b in in': 1_050,
    'b out out': 525,
    'b out failed': 105,
    'c in in': 525,
    'c out out': 525,
  });
  const failed = await site.failedRows(id);
  expect(failed).toHaveLength(105);
  expect(failed[0]).toMatchObject({ node: 'b', port: 'in', entry: 'a', rowNumber: 10, input: { n: 10 } });
  expect(failed[0]?.error.values.detail).toBe('a multiple of ten');
  const samples = await site.source.getRepository(RunSample).findBy({ runId: id, node: 'c', side: 'in' });
  expect(samples[0]?.rows.length).toBeGreaterThan(0);
});

test('runs that share a key of either kind take turns in the order they were made, others go on beside them', async () => {
  const spans = new Map<string, [number, number]>();
  bench.onWrite = () => new Promise((resolve) => setTimeout(resolve, 20));
  for (let i = 0; i < 2; i++) await site.work(bench.nodeTypes);
  // Long enough that the others have begun before the first one has ended.
  const version = await site.publish(chain(rows(500), 'test.write'));
  const ids: string[] = [];
  const [a, b, m] = [{ concurrencyKey: 'a' }, { concurrencyKey: 'b' }, { memoryKey: 'm' }];
  for (const keys of [{ ...a, ...m }, a, b, m, {}]) ids.push(await site.insertRun(version, keys));
  for (const id of ids) {
    const { startedAt, finishedAt } = await site.wait(id);
    spans.set(id, [startedAt?.getTime() ?? NaN, finishedAt?.getTime() ?? NaN]);
  }
  const span = (index: number) => spans.get(ids[index] ?? '') ?? [NaN, NaN];
  expect(span(1)[0]).toBeGreaterThanOrEqual(span(0)[1]);
  expect(span(3)[0]).toBeGreaterThanOrEqual(span(0)[1]);
  for (const free of [2, 4]) expect(span(free)[0]).toBeLessThan(span(0)[1]);
});

test('a run whose turn it is starts though those before it failed or were stopped', async () => {
  await site.work(bench.nodeTypes);
  const version = await site.publish(chain(rows(10), 'test.write'));
  const broken = await site.publish(chain(rows(10), 'test.unknown'));
  const turn = { concurrencyKey: 'a' };
  const before = [
    await site.insertRun(broken, turn),
    await site.insertRun(version, { ...turn, state: 'cancelling' }),
  ];
  const id = await site.insertRun(version, turn);
  expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 10 });
  const ended = await Promise.all(before.map((one) => site.run(one)));
  expect(ended.map(({ state }) => state)).toEqual(['failed', 'cancelled']);
});

test('when a run has ended nothing of its work is left behind', async () => {
  await site.work(bench.nodeTypes);
  const id = await site.start(chain(rows(500), 'test.write', 'test.sum'));
  await site.wait(id);
  const pages = await site.source.getRepository(RunPage).findBy({ runId: id });
  expect(pages.every((page) => page.state === 'done' && page.rows === null)).toBe(true);
  expect(await site.source.getRepository(RunEffect).count()).toBe(0);
  expect(await site.source.getRepository(RunSpool).count()).toBe(0);
});

test('a barrier gets all rows in reading order, and its own rows are counted apart', async () => {
  await site.work(bench.nodeTypes);
  bench.onWrite = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
  const id = await site.start(chain(rows(900), 'test.write', 'test.sum', 'test.write'));
  const run = await site.wait(id);
  expect(totals(run)).toEqual({
    readRows: 900,
    derivedRows: 1,
    written: 901,
    skipped: 0,
    failed: 0,
    collected: 0,
  });
  const [sample] = await site.source.getRepository(RunSample).findBy({ runId: id, node: 'd', side: 'in' });
  const order = Array.from({ length: 9 }, (_, page) => page * 100 + 1);
  expect(sample?.rows[0]).toEqual({ n: 1_000_000, rows: 900, sum: (900 * 901) / 2, order });
});

test('a source is not read further than the window of pages in flight', async () => {
  let furthest = 0;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  bench.onRead = (from) => void (furthest = Math.max(furthest, from));
  bench.onWrite = () => held;
  await site.work(bench.nodeTypes, { ECLUSA_PAGES_IN_FLIGHT: '3' });
  const id = await site.start(chain(rows(2_000), 'test.write'));
  await site.wait(id, (run) => run.readRows >= 300);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect((await site.run(id)).readRows).toBe(300);
  expect(furthest).toBe(200);
  release();
  expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 2_000 });
});

test('a source that fails fails the run at its node, and the rows read so far are processed', async () => {
  bench.onRead = (from) => {
    if (from === 300) throw new UserError('nodes.broken-json', { values: { position: 7 } });
  };
  await site.work(bench.nodeTypes);
  const run = await site.wait(await site.start(chain(rows(1_000), 'test.write')));
  expect(run).toMatchObject({ state: 'failed', readRows: 300, written: 300 });
  expect(run.error).toMatchObject({ code: 'nodes.broken-json', node: 'a' });
});

test('a flow that cannot run is a failed run with the reason', async () => {
  await site.work(bench.nodeTypes);
  const run = await site.wait(await site.start(chain(rows(10), 'test.unknown')));
  expect(run).toMatchObject({ state: 'failed', error: { code: 'engine.node-unknown', node: 'b' } });
});

test('a store that is down for a while fails no row', async () => {
  let down = true;
  setTimeout(() => (down = false), 1_500);
  bench.onWrite = () => {
    if (down) throw new RemoteError('vtex.unavailable', { retryable: true });
  };
  await site.work(bench.nodeTypes, { ECLUSA_RETRY_AGE_MS: '20000' });
  const run = await site.wait(await site.start(chain(rows(300), 'test.write')));
  expect(run).toMatchObject({ state: 'completed', written: 300, failed: 0 });
});

test('a run that waits for the other side says for what and since when, and no longer than it does', async () => {
  let down = true;
  bench.onWrite = () => {
    const response = { status: 503, headers: {}, body: '' };
    if (down) throw new RemoteError('vtex.unavailable', { retryable: true, retryAfter: 1_500, response });
  };
  await site.work(bench.nodeTypes, { ECLUSA_RETRY_AGE_MS: '60000' });
  const begun = Date.now();
  const id = await site.start(chain(rows(20), 'test.write'));
  const { waiting } = await site.wait(id, (run) => run.waiting !== null);
  expect(waiting).toMatchObject({ node: 'b', status: 503 });
  const { waiting: later } = await site.wait(id, (run) => run.waiting?.until !== waiting?.until);
  expect(later?.since).toBe(waiting?.since);
  expect(Date.parse(later?.since ?? '')).toBeGreaterThanOrEqual(begun);
  down = false;
  const run = await site.wait(id);
  expect(run).toMatchObject({ state: 'completed', written: 20, failed: 0 });
  expect(Date.parse(run.waiting?.until ?? '')).toBeLessThan(Date.now() + 10_000);
});

test('a store that stays down fails its rows when the policy is over', async () => {
  bench.onWrite = (row) => {
    if (Number(row.n) <= 5) throw new RemoteError('vtex.unavailable', { retryable: true });
  };
  await site.work(bench.nodeTypes, { ECLUSA_RETRY_AGE_MS: '300' });
  const id = await site.start(chain(rows(100), 'test.write'));
  expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 95, failed: 5 });
  expect((await site.failedRows(id))[0]?.error).toMatchObject({ kind: 'remote', code: 'vtex.unavailable' });
});

test('a cancelled run stops within a second and says what was done', async () => {
  bench.onWrite = (_, signal) =>
    new Promise((resolve, reject) => {
      setTimeout(() => (signal.aborted ? reject(signal.reason as Error) : resolve()), 20);
    });
  await site.work(bench.nodeTypes);
  const id = await site.start(chain(rows(50_000), 'test.write'));
  await site.wait(id, () => bench.written > 50);
  await site.source.query(`UPDATE run SET state = 'cancelling' WHERE id = $1`, [id]);
  const run = await site.wait(id, (one) => one.state === 'cancelled', 5_000);
  const written = bench.written;
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(bench.written).toBe(written);
  expect(run.readRows).toBeLessThan(5_000);
  // What is not told as written is kept in its page: nothing that was read is unaccounted for.
  const left = await site.source.getRepository(RunPage).find({ where: { runId: id, state: Not('done') } });
  const unfinished = left.reduce((sum, page) => sum + page.rowCount, 0);
  expect(run.written + run.skipped + run.failed + run.collected + unfinished).toBe(run.readRows);
});

test('a queued run that is cancelled before any worker took it is cancelled', async () => {
  const flows = [chain(rows(10), 'test.write'), chain(rows(10), 'test.unknown')];
  for (const flow of flows) {
    const id = await site.insertRun(await site.publish(flow), { state: 'cancelling' });
    await site.work(bench.nodeTypes);
    expect(await site.wait(id)).toMatchObject({ state: 'cancelled' });
  }
  expect(bench.written).toBe(0);
});

test('a dry run stores the exact requests, sends none, and writes no effects', async () => {
  await site.work(bench.nodeTypes);
  const id = await site.start(chain(rows(120), 'test.write'), { dryRun: true });
  expect(await site.wait(id)).toMatchObject({ state: 'completed', readRows: 120 });
  const requests = await site.source.getRepository(RunRequest).findBy({ runId: id });
  expect(requests.map((one) => one.rowNumber).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 120 }, (_, index) => index + 1),
  );
  const seventh = requests.find((one) => one.rowNumber === 7);
  expect(seventh).toMatchObject({ node: 'b', request: { method: 'POST' } });
  expect(seventh?.request?.url).toMatch(/\/7$/);
  expect(bench.written).toBe(0);
});

test('failed rows are replayed at the node where they failed, once', async () => {
  let broken = true;
  bench.onWrite = (row) => {
    if (broken && Number(row.n) % 3 === 0) throw new UserError('vtex.refused');
  };
  await site.work(bench.nodeTypes);
  const version = await site.publish(chain(rows(600), 'test.write', 'test.sum'));
  const first = await site.insertRun(version);
  expect(await site.wait(first)).toMatchObject({ written: 400, failed: 200 });
  broken = false;
  const replay = await site.insertRun(version, { trigger: 'replay', replayOf: first, state: 'cancelled' });
  await site.source.query(
    `UPDATE run_failed_row SET state = 'replayed', replay_run_id = $2 WHERE run_id = $1`,
    [first, replay],
  );
  await site.source.query(`UPDATE run SET state = 'queued' WHERE id = $1`, [replay]);
  const run = await site.wait(replay);
  expect(totals(run)).toEqual({
    readRows: 200,
    derivedRows: 1,
    written: 200,
    // The sum itself: it passes no action.
    skipped: 1,
    failed: 0,
    collected: 0,
  });
  expect(bench.written).toBe(600);
  expect(bench.doubled).toEqual([]);
});
