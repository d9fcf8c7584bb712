// A flow or store that is paused: its runs stand still whole, new ones wait, and all go on when it is resumed.
import { ConnectionEntity, RunPage, Store } from '@eclusa/db';
import { enqueueRun, PAGE_QUEUE } from '@eclusa/queue';
import { PageStore } from '../pages/page-store';
import { anyRoom, Bench, chain, Site } from '../worker.testing';

const rows = (count: number) => ({ type: 'test.rows', config: { count } });
let site: Site;
let bench: Bench;

beforeEach(async () => {
  bench = new Bench();
  // No claim is to run out on a busy machine: pages are given back here.
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: await bench.open(), ECLUSA_LEASE_MS: '60000' });
  bench.onWrite = (_, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, 15);
      const stop = () => (clearTimeout(timer), reject(signal.reason as Error));
      signal.addEventListener('abort', stop, { once: true });
    });
});
afterEach(async () => {
  await site.close();
  bench.close();
});

const set = (table: 'flow' | 'store', id: string | null, at: 'now()' | 'NULL') =>
  site.source.query(`UPDATE ${table} SET paused_at = ${at} WHERE id = $1`, [id]);

/** What is held or queued of a run by Postgres: leases, and marks of work that is thought to be on a queue. */
const atWork = async (runId: string) => {
  const [found] = await site.source.query(
    `SELECT (SELECT count(*)::int FROM run_page WHERE run_id = $1 AND lease_until IS NOT NULL)
        + (SELECT count(*)::int FROM run_entry WHERE run_id = $1 AND lease_until IS NOT NULL) AS held`,
    [runId],
  );
  return (found as { held: number }).held;
};

async function standstill(runId: string): Promise<void> {
  for (const end = Date.now() + 60_000; (await atWork(runId)) > 0;) {
    if (Date.now() > end) throw new Error('the paused run is still at work');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const enqueue = (runId: string) => enqueueRun(site.runQueue(), { kind: 'start', runId });

async function store(name: string): Promise<string> {
  const { workspaceId, source } = site;
  const connection = await source
    .getRepository(ConnectionEntity)
    .save({ workspaceId, kind: 'vtex', name, settings: {} });
  const made = { workspaceId, name, account: name, connectionId: connection.id };
  return (await source.getRepository(Store).save(made)).id;
}

test('runs of a paused flow stand still whole, through sweeps and a new worker, and go on when it is resumed', async () => {
  const first = await site.work(bench.nodeTypes);
  const version = await site.publish(chain(rows(2_000), 'test.write'));
  const id = await site.insertRun(version);
  await enqueue(id);
  await site.wait(id, (run) => run.written > 200);
  await set('flow', version.flowId, 'now()');
  await standstill(id);
  const { written } = await site.run(id);
  const next = await site.insertRun(version);
  await enqueue(next);
  await first.stop();

  await site.work(bench.nodeTypes);
  const pages = site.queue(PAGE_QUEUE);
  const sweeper = site.sweeper(bench.nodeTypes);
  const staleAt = Date.now() + site.config().sweepMs * 3;
  while (Date.now() < staleAt) await sweeper.sweep();
  expect(await pages.getJobCountByTypes(['waiting', 'active', 'delayed'])).toBe(0);
  expect(await site.runQueue().getJobCountByTypes(['waiting', 'active', 'delayed'])).toBe(0);
  expect(await atWork(id)).toBe(0);
  expect(await site.run(id)).toMatchObject({ state: 'running', written });
  expect(await site.run(next)).toMatchObject({ state: 'queued', startedAt: null });
  const [open] = await site.source.getRepository(RunPage).findBy({ runId: id, state: 'queued' });
  expect(open?.rows).toHaveLength(100);

  await set('flow', version.flowId, 'NULL');
  for (const one of [id, next]) {
    expect(await site.wait(one)).toMatchObject({ state: 'completed', written: 2_000, failed: 0 });
  }
  // Two runs over the same rows: each writes every row once.
  expect(new Set(bench.calls.values())).toEqual(new Set([2]));
});

test('a paused store holds its own runs only', async () => {
  await site.work(bench.nodeTypes);
  const [closed, open] = [await store('closed'), await store('open')];
  await set('store', closed, 'now()');
  const version = await site.publish(chain(rows(100), 'test.odd'));
  const held = await site.insertRun(version, { storeId: closed });
  const free = await site.insertRun(version, { storeId: open });
  await enqueue(held);
  await enqueue(free);
  expect(await site.wait(free)).toMatchObject({ state: 'completed', readRows: 100 });
  expect(await site.run(held)).toMatchObject({ state: 'queued' });
  await set('store', closed, 'NULL');
  expect(await site.wait(held)).toMatchObject({ state: 'completed', readRows: 100 });
});

test('a paused run that is cancelled ends', async () => {
  await site.work(bench.nodeTypes);
  const version = await site.publish(chain(rows(1_000), 'test.write'));
  const id = await site.insertRun(version);
  await enqueue(id);
  await site.wait(id, (run) => run.readRows > 0);
  await set('flow', version.flowId, 'now()');
  await standstill(id);
  await site.source.query(`UPDATE run SET state = 'cancelling' WHERE id = $1`, [id]);
  expect(await site.wait(id)).toMatchObject({ state: 'cancelled' });
});

test('a page may be held and given back any number of times; only claims that ended otherwise count against it', async () => {
  const runId = await site.insertRun(await site.publish(chain(rows(1), 'test.write')), { state: 'running' });
  const { id } = await site.source.getRepository(RunPage).save({
    ...{ workspaceId: site.workspaceId, runId, entry: 'a', seq: 0, rowCount: 1 },
    at: { node: 'a', port: 'out', side: 'output' },
    rows: [{ row: 1, value: { n: 1 } }],
  });
  const pages = new PageStore(site.source, site.config());
  for (let time = 0; time < 3; time++) {
    const claimed = await pages.claimNext(anyRoom);
    expect((claimed?.fence ?? 0) - (claimed?.givenBack ?? 0)).toBe(1);
    if (claimed) await pages.release(claimed);
  }
  await pages.claimNext(anyRoom);
  // As if its worker had died with it: such a claim counts.
  await site.source.query('UPDATE run_page SET lease_until = NULL WHERE id = $1', [id]);
  const again = await pages.claimNext(anyRoom);
  expect((again?.fence ?? 0) - (again?.givenBack ?? 0)).toBe(2);
});
