// A box runs another flow with the rows that came, waits for it, and goes on with what came of it.
import { ConnectionEntity, RunSample, Store } from '@eclusa/db';
import type { FlowDocument, Row } from '@eclusa/flow';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../triggers/triggers.testing';
import { Bench, chain, Site } from '../worker.testing';
import { called, Callers } from './flow-calls.testing';

const bench = new Bench();
let site: Site;
let flows: Callers;

beforeAll(async () => {
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: await bench.open(), ECLUSA_SWEEP_MS: '500' });
  flows = new Callers(site, bench);
  await site.work(flows.all);
});
beforeEach(() => {
  bench.calls.clear();
  bench.onWrite = () => undefined;
});
afterAll(async () => {
  await site?.close();
  bench.close();
});

const samplesOf = async (runId: string, node: string, side: 'in' | 'out', port = 'out'): Promise<Row[]> =>
  (await site.source.getRepository(RunSample).findOneBy({ runId, node, side, port }))?.rows ?? [];

const answering = (): FlowDocument =>
  chain('test.call', {
    type: 'transform.respond',
    config: { rows: 'list', mapping: [{ target: 'double', expression: 'n * 2' }] },
  });

test('a run for each page of rows: all rows go through the other flow and go on with what came of them', async () => {
  const other = await flows.publish(called('test.odd', 'test.write'), 'other');
  const flow = await flows.publish(flows.caller(other, 250, { rowsPerRun: 100 }, 'test.sum'), 'caller');
  const runId = await flows.start(flow);
  const run = await site.wait(runId);
  // It waited for runs, not for a time that could be told.
  expect(run).toMatchObject({ state: 'completed', readRows: 250, failed: 0, waiting: null });
  const children = await flows.startedBy(runId);
  expect(children.map(({ readRows, written, failed, state }) => [readRows, written, failed, state])).toEqual([
    [100, 50, 10, 'completed'],
    [100, 50, 10, 'completed'],
    [50, 25, 5, 'completed'],
  ]);
  expect(children[0]).toMatchObject({ trigger: 'call', afterRunId: runId, callers: [runId], chainDepth: 1 });
  // In order, one after the other.
  const times = children.map(({ startedAt, finishedAt }) => [startedAt, finishedAt]).flat();
  expect(times).toEqual([...times].sort((a, b) => Number(a) - Number(b)));
  const [row] = await samplesOf(runId, 'b', 'out');
  const own = children[Math.floor((Number(row?.n) - 1) / 100)];
  expect(row?.run).toEqual({
    ...{ runId: own?.id, state: 'completed' },
    ...{ read: own?.readRows, written: own?.written, failed: own?.failed },
  });
  expect(bench.written).toBe(125);
  expect(bench.doubled).toEqual([]);
  expect(await site.counts(runId)).toMatchObject({ 'b in in': 250, 'b out out': 250 });
});

test('a run for each row brings its answer back to the row, several at once', async () => {
  const other = await flows.publish(answering(), 'other');
  const config = { rowsPerRun: 1, atOnce: 5, saveAs: 'erp' };
  const flow = await flows.publish(flows.caller(other, 12, config, 'test.odd'), 'caller');
  const runId = await flows.start(flow);
  expect(await site.wait(runId)).toMatchObject({ state: 'completed', readRows: 12 });
  const [row] = await samplesOf(runId, 'c', 'in', 'in');
  expect(row).toMatchObject({ n: 1, erp: { state: 'completed', read: 1, answer: [{ double: 2 }] } });
  expect(await flows.startedBy(runId)).toHaveLength(12);
});

test('the rows of the answer go on in place of those that came', async () => {
  const other = await flows.publish(answering(), 'other');
  const flow = await flows.publish(
    flows.caller(other, 50, { goesOn: 'answer', rowsPerRun: 20 }, 'test.sum'),
    'caller',
  );
  const runId = await flows.start(flow);
  expect(await site.wait(runId)).toMatchObject({ state: 'completed', derivedRows: 51 });
  expect(await samplesOf(runId, 'b', 'out')).toEqual([{ double: 2 }, { double: 4 }, { double: 6 }]);
});

test('rows whose run failed leave by failed with the reason, and can be sent again', async () => {
  const other = await flows.publish(
    called({ type: 'transform.stop', config: { condition: 'n = 3', message: 'no more' } }, 'test.write'),
    'other',
  );
  const flow = await flows.publish(flows.caller(other, 6, { rowsPerRun: 2 }), 'caller');
  const runId = await flows.start(flow);
  expect(await site.wait(runId)).toMatchObject({ state: 'completed', failed: 2, written: 4 });
  const failed = await site.failedRows(runId);
  const [, second] = await flows.startedBy(runId);
  expect(failed.map(({ input }) => input)).toEqual([{ n: 3 }, { n: 4 }]);
  expect(failed[0]?.error).toMatchObject({
    code: 'nodes.call-failed',
    values: { flow: 'other', runId: second?.id },
  });
  // Mended, and sent again: the rows are collected for a run of their own.
  await flows.publishAgain(other, called('test.write'));
  // Not before its time, so that the rows are its own when it begins.
  const again = await flows.start(flow, {
    trigger: 'replay',
    replayOf: runId,
    runAt: new Date(Date.now() + 9e6),
  });
  await site.source.query(
    `WITH own AS (UPDATE run_failed_row SET state = 'replayed', replay_run_id = $2 WHERE run_id = $1)
     UPDATE run SET run_at = NULL WHERE id = $2`,
    [runId, again],
  );
  const replay = await site.wait(again);
  expect(replay).toMatchObject({ state: 'completed', readRows: 2, collected: 2, derivedRows: 2, written: 2 });
  expect((await flows.startedBy(again)).map(({ readRows, written }) => [readRows, written])).toEqual([
    [2, 2],
  ]);
});

test('cancelling the run cancels those it waits for, and resuming goes on with them', async () => {
  let held = true;
  bench.onWrite = async (_row, signal) => {
    while (held) await sleep(20, undefined, { signal });
  };
  const other = await flows.publish(called('test.write'), 'other');
  const flow = await flows.publish(flows.caller(other, 4, { rowsPerRun: 1, atOnce: 2 }), 'caller');
  const runId = await flows.start(flow);
  const states = async () => (await flows.startedBy(runId)).map(({ state }) => state);
  await until(async () => (await states()).join() === 'running,running,queued,queued', states);
  await site.source.query(`UPDATE run SET state = 'cancelling' WHERE id = $1`, [runId]);
  expect(await site.wait(runId)).toMatchObject({ state: 'cancelled' });
  await until(async () => (await states()).every((state) => state === 'cancelled'), states);
  held = false;
  await site.source.query(`UPDATE run SET state = 'queued', finished_at = NULL WHERE id = $1`, [runId]);
  expect(await site.wait(runId)).toMatchObject({ state: 'completed', written: 4, failed: 0 });
  expect(await states()).toEqual(Array(4).fill('completed'));
  expect(bench.doubled).toEqual([]);
});

test('cancelling reaches the runs that those runs wait for', async () => {
  const inner = await flows.publish(called('test.write'), 'inner');
  const middle = await flows.publish(
    called({ type: 'transform.call-flow', config: { flow: inner } }, 'test.odd'),
    'middle',
  );
  const outer = await flows.publish(flows.caller(middle, 2), 'outer');
  await site.source.query('UPDATE flow SET paused_at = now() WHERE id = $1', [inner]);
  const runId = await flows.start(outer);
  const innermost = async () => {
    const [child] = await flows.startedBy(runId);
    return child ? (await flows.startedBy(child.id))[0] : undefined;
  };
  await until(async () => (await innermost()) !== undefined);
  expect((await innermost())?.callers).toHaveLength(2);
  await site.source.query(`UPDATE run SET state = 'cancelling' WHERE id = $1`, [runId]);
  expect(await site.wait(runId)).toMatchObject({ state: 'cancelled' });
  await until(async () => (await innermost())?.state === 'cancelled', innermost);
});

test('one that was cancelled alone sends its rows to failed', async () => {
  const other = await flows.publish(called('test.write'), 'other');
  await site.source.query('UPDATE flow SET paused_at = now() WHERE id = $1', [other]);
  const flow = await flows.publish(flows.caller(other, 3), 'caller');
  const runId = await flows.start(flow);
  await until(async () => (await flows.startedBy(runId)).length === 1);
  const [child] = await flows.startedBy(runId);
  await site.source.query(`UPDATE run SET state = 'cancelling' WHERE id = $1`, [child?.id]);
  expect(await site.wait(runId)).toMatchObject({ state: 'completed', failed: 3 });
  expect((await site.failedRows(runId))[0]?.error.code).toBe('nodes.call-cancelled');
});

test('a flow of the same concurrency key runs within the turn of the one that waits for it, and strangers wait', async () => {
  const key = { settings: { concurrencyKey: 'erp' } };
  const other = await flows.publish({ ...called('test.write'), ...key }, 'other');
  const flow = await flows.publish({ ...flows.caller(other, 6, { rowsPerRun: 2 }), ...key }, 'caller');
  const mine = { concurrencyKey: 'erp' };
  const runId = await flows.start(flow, mine);
  const stranger = await flows.start(flow, mine);
  const [first, second] = [await site.wait(runId), await site.wait(stranger)];
  expect([first.state, second.state]).toEqual(['completed', 'completed']);
  const children = await flows.startedBy(runId);
  expect(children.map(({ concurrencyKey }) => concurrencyKey)).toEqual(['erp', 'erp', 'erp']);
  expect(Number(second.startedAt)).toBeGreaterThanOrEqual(Number(first.finishedAt));
});

test('runs that wait hold no worker: more of them than it can read at once come to their end', async () => {
  const other = await flows.publish(called('test.odd'), 'other');
  const flow = await flows.publish(flows.caller(other, 2), 'caller');
  await site.source.query('UPDATE flow SET paused_at = now() WHERE id = $1', [other]);
  const runs = await Promise.all(Array.from({ length: 18 }, () => flows.start(flow)));
  const waiting = async () =>
    site.source.query<object[]>(
      `SELECT e.run_id FROM run_entry e JOIN run_call c ON c.parent_id = e.run_id AND c.node = e.node AND c.open
       WHERE e.run_id = ANY($1::uuid[]) AND e.state = 'reading' AND e.lease_until IS NULL AND e.enqueued_at > now()`,
      [runs],
    );
  await until(async () => (await waiting()).length === 18, waiting);
  await site.source.query('UPDATE flow SET paused_at = NULL WHERE id = $1', [other]);
  for (const id of runs) expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 2 });
});

test('a flow that cannot be called fails the run with what to do, and nothing is started', async () => {
  const unpublished = await flows.publish(called('test.write'), 'draft');
  await site.source.query('UPDATE flow SET published_version = NULL WHERE id = $1', [unpublished]);
  const reading = await flows.publish(chain({ type: 'test.rows', config: { count: 1 } }), 'reads by itself');
  const why = async (flow: string, config = {}) => {
    const runId = await flows.start(await flows.publish(flows.caller(flow, 2, config), 'caller'));
    const run = await site.wait(runId);
    expect(await flows.startedBy(runId)).toEqual([]);
    return [run.state, run.error?.code];
  };
  expect(await why(unpublished)).toEqual(['failed', 'flow.called-unpublished']);
  expect(await why(reading)).toEqual(['failed', 'flow.called-takes-no-rows']);
  expect(await why('nothing')).toEqual(['failed', 'flow.called-unknown']);
  const silent = await flows.publish(called('test.write'), 'silent');
  expect(await why(silent, { goesOn: 'answer' })).toEqual(['failed', 'flow.called-answers-nothing']);
});

test('it runs for the store of the run, or without one where it is connected for none', async () => {
  const { workspaceId, source } = site;
  const store = async (name: string) => {
    const connection = { workspaceId, kind: 'vtex', name, settings: { account: name, appKey: 'k' } };
    const { id: connectionId } = await source.getRepository(ConnectionEntity).save(connection);
    return (await source.getRepository(Store).save({ workspaceId, name, account: name, connectionId })).id;
  };
  const [north, south] = [await store('north'), await store('south')];
  const free = await flows.publish(called('test.write'), 'free');
  const bound = await flows.publish(called('test.write'), 'bound', [north]);
  const run = async (flow: string, storeId: string | null) => {
    const runId = await flows.start(await flows.publish(flows.caller(flow, 1), 'caller'), { storeId });
    const { error } = await site.wait(runId);
    return error?.code ?? (await flows.startedBy(runId)).map((child) => child.storeId);
  };
  expect(await run(free, south)).toEqual([null]);
  expect(await run(bound, north)).toEqual([north]);
  expect(await run(bound, south)).toBe('flow.called-not-bound');
  expect(await run(bound, null)).toBe('flow.called-needs-store');
});

test('a circle that came about in spite of all comes to its end: the ninth run is not started', async () => {
  const flow = await flows.publish(called('test.odd'), 'circle');
  await flows.publishAgain(flow, called({ type: 'transform.call-flow', config: { flow } }));
  const outer = await flows.publish(flows.caller(flow, 1), 'outer');
  const runId = await flows.start(outer);
  expect(await site.wait(runId)).toMatchObject({ state: 'completed' });
  const runs = await site.source.query<{ depth: number; failed: number; code: string | null }[]>(
    `SELECT chain_depth AS depth, failed::int, error->>'code' AS code FROM run WHERE flow_id = $1 ORDER BY chain_depth`,
    [flow],
  );
  expect(runs.map(({ depth }) => depth)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  // The eighth breaks off, and the row of the one before it has failed.
  expect(runs.slice(-2)).toEqual([
    { depth: 7, failed: 1, code: null },
    { depth: 8, failed: 0, code: 'flow.call-chain-too-long' },
  ]);
});

test('a dry run starts nothing and shows what it would start', async () => {
  const other = await flows.publish(called('test.write'), 'other');
  const flow = await flows.publish(flows.caller(other, 5, { rowsPerRun: 2 }), 'caller');
  const runId = await flows.start(flow, { dryRun: true });
  expect(await site.wait(runId)).toMatchObject({ state: 'completed', failed: 0 });
  expect(await flows.startedBy(runId)).toEqual([]);
  const shown = await site.source.query<{ request: object }[]>(
    'SELECT request FROM run_request WHERE run_id = $1 ORDER BY id',
    [runId],
  );
  expect(shown.map(({ request }) => request)).toEqual([
    { method: 'RUN', url: 'other', body: { rows: [{ n: 1 }, { n: 2 }] } },
    { method: 'RUN', url: 'other', body: { rows: [{ n: 3 }, { n: 4 }] } },
    { method: 'RUN', url: 'other', body: { rows: [{ n: 5 }] } },
  ]);
});
