// Runs that come with their rows: done together in one go, and as safe as any other.
import { RunEffect, RunPage } from '@eclusa/db';
import type { Row } from '@eclusa/flow';
import { CALL_QUEUE, callJobs, enqueueCalls } from '@eclusa/queue';
import { setTimeout as sleep } from 'node:timers/promises';
import { Bench, chain, Site } from '../worker.testing';

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

const numbers = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ n: index + 1 }));

async function call(rows: readonly Row[], flow = chain('test.call', 'test.odd', 'test.write')) {
  const calls = await site.insertCalls(await site.publish(flow), rows);
  return { calls, ids: calls.map(({ runId }) => runId) };
}

async function tell(calls: readonly { pageId: number }[]): Promise<void> {
  for (const job of callJobs(calls.map(({ pageId }) => ({ id: pageId, rows: 1 })))) {
    await enqueueCalls(site.queue(CALL_QUEUE), job);
  }
}

test('many are done together, each with its own end, counts and samples', async () => {
  await site.work(bench.nodeTypes);
  const { calls, ids } = await call(numbers(120));
  await tell(calls);
  const runs = await Promise.all(ids.map((id) => site.wait(id)));
  expect(new Set(runs.map((run) => run.state))).toEqual(new Set(['completed']));
  const sums = runs.map(({ written, skipped, failed }) => [written, skipped, failed].join());
  // Odd numbers are written, even ones filtered out, multiples of ten fail.
  expect(sums.slice(0, 10)).toEqual([
    '1,0,0',
    '0,1,0',
    '1,0,0',
    '0,1,0',
    '1,0,0',
    '0,1,0',
    '1,0,0',
    '0,1,0',
    '1,0,0',
    '0,0,1',
  ]);
  expect(bench.written).toBe(60);
  expect(bench.doubled).toEqual([]);
  expect(runs[0]?.picture?.counts).toContainEqual({ node: 'c', side: 'out', port: 'out', rows: 1 });
  expect(runs[0]?.picture?.samples).toContainEqual({ node: 'c', side: 'in', port: 'in', rows: [{ n: 1 }] });
  expect(await site.failedRows(ids[9] ?? '')).toMatchObject([{ node: 'b', rowNumber: 1, input: { n: 10 } }]);
  expect(await site.source.getRepository(RunEffect).count()).toBe(0);
});

test('a job that is lost, or comes twice, changes nothing', async () => {
  const { calls, ids } = await call(numbers(30), chain('test.call', 'test.write'));
  for (let times = 0; times < 3; times++) await tell(calls.slice(0, 10));
  await site.work(bench.nodeTypes);
  await site.work(bench.nodeTypes);
  // The other twenty are in no queue: the sweep finds them.
  for (const id of ids) expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 1 });
  expect(bench.written).toBe(30);
  expect(bench.doubled).toEqual([]);
});

test('one that takes its time becomes an ordinary run: it shows as running, and can be cancelled', async () => {
  bench.onWrite = (_row, signal) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
  await site.work(bench.nodeTypes);
  const { calls, ids } = await call(numbers(1), chain('test.call', 'test.write'));
  const [id = ''] = ids;
  await tell(calls);
  expect(await site.wait(id, (run) => run.state === 'running')).toMatchObject({ short: false });
  const [entries] = await site.source.query<{ n: number }[]>('SELECT count(*)::int AS n FROM run_entry');
  expect(entries?.n).toBe(1);
  await site.source.query(`UPDATE run SET state = 'cancelling' WHERE id = $1`, [id]);
  expect(await site.wait(id)).toMatchObject({ state: 'cancelled', written: 0 });
});

test('one that is slow, and ends well, is completed once', async () => {
  bench.onWrite = () => sleep(1_500);
  await site.work(bench.nodeTypes);
  const { calls, ids } = await call(numbers(3), chain('test.call', 'test.write'));
  await tell(calls);
  for (const id of ids) expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 1 });
  expect(bench.doubled).toEqual([]);
});

test('a worker that stops gives back what it has not done, and another does it', async () => {
  let begun = 0;
  bench.onWrite = (_row, signal) => {
    begun++;
    return new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(new Error('stopped'))),
    );
  };
  const first = await site.work(bench.nodeTypes);
  const { calls, ids } = await call(numbers(5), chain('test.call', 'test.write'));
  await tell(calls);
  while (begun < 5) await sleep(10);
  await first.stop();
  bench.onWrite = () => undefined;
  await site.work(bench.nodeTypes);
  for (const id of ids) expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 1 });
  expect(bench.doubled).toEqual([]);
});

test('a former holder stores nothing once the page has been claimed again', async () => {
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  bench.onWrite = () => held;
  await site.work(bench.nodeTypes, { ECLUSA_SWEEP_MS: '60000' });
  const { calls, ids } = await call(numbers(1), chain('test.call', 'test.write'));
  await tell(calls);
  const pages = site.source.getRepository(RunPage);
  while ((await pages.findOneByOrFail({ runId: ids[0] ?? '' })).fence === 0) await sleep(10);
  await site.source.query(`UPDATE run_page SET fence = fence + 1, lease_until = now() + interval '1 hour'`);
  go();
  await sleep(3_000);
  expect(await site.run(ids[0] ?? '')).toMatchObject({ written: 0 });
  expect(await pages.findOneByOrFail({ runId: ids[0] ?? '' })).toMatchObject({ state: 'running', fence: 2 });
});

test('a flow that cannot run ends the run with the reason', async () => {
  await site.work(bench.nodeTypes);
  const { calls, ids } = await call(numbers(1), chain('test.call', 'test.unheard-of'));
  await tell(calls);
  expect(await site.wait(ids[0] ?? '')).toMatchObject({
    state: 'failed',
    error: { code: 'engine.node-unknown' },
  });
});

test('rows of a call that is no short run are stored with it, and nothing else is read', async () => {
  await site.work(bench.nodeTypes);
  const version = await site.publish(chain('test.call', 'test.sum', 'test.write'));
  const [{ runId = '' } = {}] = await site.insertCalls(version, [{ n: 7 }]);
  await site.source.query('UPDATE run SET short = false WHERE id = $1', [runId]);
  expect(await site.wait(runId)).toMatchObject({
    state: 'completed',
    collected: 1,
    derivedRows: 1,
    written: 1,
  });
});
