// What must not go wrong whatever stops, blocks or loses its memory: nothing lost, nothing finished twice.
import { Run, RunEffect, RunPage } from '@eclusa/db';
import { enqueuePage, enqueueRun, PAGE_QUEUE, queueOptions, RUN_QUEUE, type PageJob } from '@eclusa/queue';
import Bull from 'bull';
import { effectLog } from './pages/effect-log';
import { PageStore, type ClaimedPage } from './pages/page-store';
import { Leases, type Lease } from './leases';
import { startStoreApart } from './store-apart.testing';
import { anyRoom, Bench, chain, Site } from './worker.testing';

const rows = (count: number) => ({ type: 'test.rows', config: { count } });
/** So long that neither its end nor Bull's check for stalled jobs can explain that a run goes on. */
const longLease = { ECLUSA_LEASE_MS: '120000' };
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
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

/** A running run with one stored page that no worker takes. */
async function onePage(): Promise<{ runId: string; pageId: number }> {
  const runId = await site.insertRun(await site.publish(chain(rows(2), 'test.write')), { state: 'running' });
  const { id: pageId } = await site.source.getRepository(RunPage).save({
    ...{ workspaceId: site.workspaceId, runId, entry: 'a', seq: 0, rowCount: 1 },
    at: { node: 'a', port: 'out', side: 'output' },
    rows: [{ row: 1, value: { n: 1 } }],
  });
  return { runId, pageId };
}

const outcome = {
  totals: { written: 1, skipped: 0, failed: 0, waiting: 0, collected: 0 },
  counts: [{ node: 'a', port: 'out', side: 'out' as const, rows: 1 }],
  failed: [],
  spooled: [],
  samples: [],
  remembered: [],
  saved: [],
  requests: [],
  answers: [],
  unchanged: [],
  log: [],
};
const finish = { outcome, entryIndex: 0, sampled: new Set<string>() };
const forget: Lease = {
  signal: new AbortController().signal,
  postponed: new AbortController().signal,
  postpone: () => false,
  check: () => undefined,
  stop: () => undefined,
};

test('a page has one holder, and a late finish or effect of an earlier one is refused', async () => {
  const { runId, pageId } = await onePage();
  const store = new PageStore(site.source, site.config());
  const late = (await store.claimNext(anyRoom)) as ClaimedPage;
  expect(await store.claimNext(anyRoom)).toBeNull();
  await site.source.query(`UPDATE run_page SET lease_until = now() - interval '1 s' WHERE id = $1`, [pageId]);
  const now = (await store.claimNext(anyRoom)) as ClaimedPage;
  expect(now.fence).toBe(late.fence + 1);

  const effect = { node: 'b', item: '0', state: 'intent' as const };
  await expect(effectLog(site.source, late, forget).write([effect])).rejects.toThrow('taken over');
  await expect(store.finish(late, finish)).rejects.toThrow('taken over');
  expect(await site.run(runId)).toMatchObject({ written: 0 });
  expect(await site.source.getRepository(RunEffect).count()).toBe(0);

  await effectLog(site.source, now, forget).write([effect]);
  expect(await effectLog(site.source, now, forget).load()).toEqual([effect]);
  await store.finish(now, finish);
  await expect(store.finish(now, finish)).rejects.toThrow('taken over');
  expect(await site.run(runId)).toMatchObject({ written: 1 });
  expect(await site.source.getRepository(RunEffect).count()).toBe(0);
});

test('a claim without heartbeats is lost by its own clock, before the database gives it away', async () => {
  const { pageId } = await onePage();
  const config = site.config({ ECLUSA_LEASE_MS: '500' });
  const leases = new Leases(site.source, config);
  const claimed = (await new PageStore(site.source, config).claimNext(anyRoom)) as ClaimedPage;
  const claim = { kind: 'page', id: pageId, fence: claimed.fence } as const;
  const lease = leases.keep(claim, performance.now() - 500);
  expect(() => lease.check()).toThrow('"fence":1');
  expect(lease.signal.aborted).toBe(true);
  expect(() => leases.keep(claim, performance.now()).check()).not.toThrow();
  leases.onApplicationShutdown();
});

test('what waits to be sent is aborted as soon as a blocked event loop goes on, without asking the database', async () => {
  const { pageId } = await onePage();
  const config = site.config({ ECLUSA_LEASE_MS: '500' });
  const leases = new Leases(site.source, config);
  const claimed = (await new PageStore(site.source, config).claimNext(anyRoom)) as ClaimedPage;
  const claim = { kind: 'page', id: pageId, fence: claimed.fence } as const;
  const lease = leases.keep(claim, performance.now());
  const end = performance.now() + 700;
  while (performance.now() < end);
  expect(lease.signal.aborted).toBe(false);
  // Timers that are due come first; no answer of the database can have been read by then.
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(lease.signal.aborted).toBe(true);
  leases.onApplicationShutdown();
});

test('two workers whose event loops are blocked beyond their leases finish no page twice', async () => {
  const store = await startStoreApart();
  bench.storeApart = store.address;
  let blocks = 3;
  bench.onWrite = async (row) => {
    if (Number(row.n) % 50 === 0 && blocks-- > 0) {
      const end = Date.now() + 1_300;
      while (Date.now() < end);
    }
    await pause(1);
  };
  const settings = { ECLUSA_LEASE_MS: '600', ECLUSA_ALLOW_PRIVATE_HOSTS: store.address };
  await site.work(bench.nodeTypes, settings);
  await site.work(bench.nodeTypes, settings);
  const id = await site.start(chain(rows(1_000), 'test.write'));
  expect(await site.wait(id)).toMatchObject({
    state: 'completed',
    readRows: 1_000,
    written: 1_000,
    failed: 0,
  });
  const calls = await store.calls();
  await store.close();
  expect(calls.size).toBe(1_000);
  expect([...calls].filter(([, times]) => times > 1)).toEqual([]);
  expect((await site.counts(id))['b in in']).toBe(1_000);
});

test('losing all of Redis in the middle of a run loses nothing', async () => {
  bench.onWrite = () => pause(2);
  await site.work(bench.nodeTypes);
  const id = await site.start(chain(rows(3_000), 'test.write'));
  for (const part of [300, 1_200, 2_200]) {
    await site.wait(id, (run) => run.written >= part);
    await site.dropQueues();
  }
  expect(await site.wait(id)).toMatchObject({ state: 'completed', readRows: 3_000, written: 3_000 });
  expect(bench.doubled).toEqual([]);
});

test('losing every connection to Postgres in the middle of a run loses nothing and doubles nothing', async () => {
  bench.onWrite = () => pause(2);
  await site.work(bench.nodeTypes);
  const id = await site.start(chain(rows(3_000), 'test.write'));
  for (const part of [300, 1_200, 2_200]) {
    await site.wait(id, (run) => run.written >= part);
    await site.source.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
  }
  expect(await site.wait(id)).toMatchObject({
    state: 'completed',
    readRows: 3_000,
    written: 3_000,
    failed: 0,
  });
  expect(bench.doubled).toEqual([]);
});

test('a run whose start never reached Redis is found by the sweep', async () => {
  await site.work(bench.nodeTypes);
  const id = await site.insertRun(await site.publish(chain(rows(100), 'test.write')));
  expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 100 });
});

/** Takes every waiting job of a queue under a lock and does nothing with it, as a process killed at that moment. */
async function takeAndForget(name: string): Promise<number> {
  const { redisUrl, queuePrefix, leaseMs } = site.config(longLease);
  const queue = new Bull(name, queueOptions(redisUrl, queuePrefix, leaseMs));
  let taken = 0;
  for (let job = await queue.getNextJob(); job; job = await queue.getNextJob()) taken++;
  await queue.close(true);
  return taken;
}

test('jobs that a dead worker took and never claimed in Postgres come to a living one within a few sweeps', async () => {
  const { runId, pageId } = await onePage();
  const startId = await site.insertRun(await site.publish(chain(rows(100), 'test.write')));
  const pages = new Bull(PAGE_QUEUE, queueOptions(site.config().redisUrl, site.config().queuePrefix));
  await enqueuePage(pages, { pageId, runId }, 0);
  await pages.close();
  await enqueueRun(site.runQueue(), { kind: 'start', runId: startId });
  expect(await takeAndForget(PAGE_QUEUE)).toBe(1);
  expect(await takeAndForget(RUN_QUEUE)).toBe(1);
  await site.work(bench.nodeTypes, longLease);
  await site.wait(runId, (run) => run.written === 1);
  expect(await site.wait(startId)).toMatchObject({ state: 'completed', written: 100 });
});

test('a page whose holder died is taken before all that wait; one that was given back is not', async () => {
  const { runId, pageId: given } = await onePage();
  const { pageId: orphan } = await onePage();
  const pages = new Bull(PAGE_QUEUE, queueOptions(site.config().redisUrl, site.config().queuePrefix));
  await enqueuePage(pages, { pageId: 1_000_000, runId }, 0);
  await site.source.query(
    `UPDATE run_page SET fence = 1, lease_until = CASE WHEN id = $1 THEN now() - interval '1 s' END`,
    [orphan],
  );
  await site.sweeper(bench.nodeTypes).sweep();
  const taken = [];
  for (let i = 0; i < 3; i++) taken.push(Number(((await pages.getNextJob())?.data as PageJob).pageId));
  await pages.close(true);
  expect(taken).toEqual([Number(orphan), 1_000_000, Number(given)]);
});

test('jobs added many times, and jobs about nothing, do no harm', async () => {
  await site.work(bench.nodeTypes);
  const runId = await site.insertRun(await site.publish(chain(rows(1_000), 'test.write')));
  for (let i = 0; i < 5; i++) {
    await enqueueRun(site.runQueue(), { kind: 'start', runId });
    await enqueueRun(site.runQueue(), { kind: 'read', runId, entry: 'a' }, i);
    await enqueueRun(site.runQueue(), { kind: 'finish', runId });
    await site.runQueue().add('run', { kind: 'nonsense' });
  }
  expect(await site.wait(runId)).toMatchObject({ state: 'completed', written: 1_000 });
  expect(bench.doubled).toEqual([]);
});

test('a worker told to stop gives its pages back at once, and another one goes on', async () => {
  bench.onWrite = (_, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, 15);
      signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason as Error)), {
        once: true,
      });
    });
  const first = await site.work(bench.nodeTypes, longLease);
  const id = await site.start(chain(rows(2_000), 'test.write'));
  await site.wait(id, (run) => run.written > 200);
  const stopping = Date.now();
  await first.stop();
  expect(Date.now() - stopping).toBeLessThan(5_000);
  const held = await site.source.query(
    `SELECT 1 FROM run_page WHERE lease_until IS NOT NULL UNION ALL SELECT 1 FROM run_entry WHERE lease_until IS NOT NULL`,
  );
  expect(held).toEqual([]);
  await site.work(bench.nodeTypes, longLease);
  expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 2_000 });
  expect(bench.doubled).toEqual([]);
});

test('several workers share a run', async () => {
  bench.onWrite = () => pause(3);
  for (let i = 0; i < 3; i++) await site.work(bench.nodeTypes);
  const runs = [
    await site.start(chain(rows(2_000), 'test.write')),
    await site.start(chain(rows(200), 'test.odd')),
  ];
  for (const id of runs) expect(await site.wait(id)).toMatchObject({ state: 'completed' });
  expect(bench.written).toBe(2_000);
  expect(bench.doubled).toEqual([]);
});

test('a fault of a node stops the run at that node and keeps the page with what it did', async () => {
  const broken = new Map(bench.nodeTypes);
  const write = broken.get('test.write');
  if (!write) throw new Error('no node');
  const behaviour = {
    kind: 'action' as const,
    effect: 'idempotent' as const,
    prepare: () => Promise.reject(new TypeError('x is not a function')),
  };
  broken.set('test.write', { ...write, behaviour });
  await site.work(broken);
  const id = await site.start(chain(rows(100), 'test.write'));
  const run = await site.wait(id);
  expect(run).toMatchObject({ state: 'failed', error: { kind: 'bug', code: 'bug.unexpected' } });
  // The run is told first and the page given back right after, so the page may be a moment late.
  const pages = site.source.getRepository(RunPage);
  for (let look = 0; look < 200 && (await pages.countBy({ runId: id, state: 'running' })) > 0; look++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const [page] = await pages.findBy({ runId: id });
  expect(page).toMatchObject({ state: 'queued', leaseUntil: null });
  expect(page?.rows).toHaveLength(100);
  expect(await site.source.getRepository(Run).countBy({ state: 'running' })).toBe(0);
});
