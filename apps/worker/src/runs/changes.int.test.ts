// What landed is remembered with the page that says so, per flow and store, and the next run sends only what differs.
import { ChangeMemory, RunPage, type FlowVersion } from '@eclusa/db';
import { nodeTypes } from '@eclusa/nodes';
import { randomUUID } from 'node:crypto';
import { PageStore, type ClaimedPage } from '../pages/page-store';
import { anyRoom, Bench, chain, Site } from '../worker.testing';

const rowCount = 300;
let site: Site;
let bench: Bench;
let version: FlowVersion;

beforeEach(async () => {
  bench = new Bench();
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: await bench.open() });
  const price = 'n % 10 = 0 and $params.round = 2 ? "new" : "old"';
  const mapping = [
    { target: 'n', expression: 'n' },
    { target: 'price', expression: price },
  ];
  const flow = chain(
    { type: 'test.rows', config: { count: rowCount } },
    { type: 'transform.map', config: { mapping } },
    { type: 'transform.changed', config: { key: 'n' } },
    'test.write',
  );
  const name = 'Round';
  flow.parameters = { round: { type: 'number', name, default: 1 } };
  version = await site.publish(flow);
  await site.work(new Map([...nodeTypes, ...bench.nodeTypes]));
});
afterEach(async () => {
  await site.close();
  bench.close();
});

async function next(more: { round?: number; storeId?: string; dryRun?: boolean } = {}) {
  const { round = 1, ...rest } = more;
  const id = await site.insertRun(version, { parameters: { round }, ...rest });
  const run = await site.wait(id);
  expect(run).toMatchObject({ state: 'completed', readRows: rowCount, failed: 0 });
  return {
    written: run.written,
    skipped: run.skipped,
    unchanged: (await site.counts(id))['c out unchanged'] ?? 0,
  };
}

test('the second identical run writes nothing and says how many rows are unchanged', async () => {
  expect(await next()).toEqual({ written: rowCount, skipped: 0, unchanged: 0 });
  expect(await next()).toEqual({ written: 0, skipped: rowCount, unchanged: rowCount });
  expect(bench.doubled).toEqual([]);
});

test('what changed is sent, and what changed back is sent again', async () => {
  await next();
  expect(await next({ round: 2 })).toEqual({ written: 30, skipped: 270, unchanged: 270 });
  expect(await next({ round: 2 })).toMatchObject({ written: 0 });
  expect(await next({ round: 1 })).toMatchObject({ written: 30 });
});

test('a key that two pages of a run send at the same time is left unknown, and sent again by the next run', async () => {
  // The rows that pass stand in the first piece of each page, so that both pages have looked before either has landed.
  const flow = chain(
    { type: 'test.rows', config: { count: 200 } },
    { type: 'transform.filter', config: { condition: 'n % 100 > 0 and n % 100 <= 50' } },
    { type: 'transform.changed', config: { key: 'n % 100' } },
    'test.write',
  );
  const twoPages = await site.publish(flow);
  for (let round = 0; round < 2; round++) {
    const begun = new Set<boolean>();
    bench.onWrite = async (row) => {
      begun.add(Number(row.n) > 100);
      while (begun.size < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const run = await site.wait(await site.insertRun(twoPages));
    expect(run).toMatchObject({ state: 'completed', written: 100, skipped: 100 });
    const memory = await site.source.getRepository(ChangeMemory).find();
    expect([memory.length, memory.every(({ hash }) => hash === '')]).toEqual([50, true]);
  }
});

test('a dry run neither remembers nor forgets', async () => {
  await next({ dryRun: true });
  expect(await next()).toMatchObject({ written: rowCount });
  await next({ round: 2, dryRun: true });
  expect(await next()).toMatchObject({ written: 0 });
});

test('each store has a memory of its own', async () => {
  const [first, second] = [await store(), await store()];
  await next({ storeId: first });
  expect(await next({ storeId: second })).toMatchObject({ written: rowCount });
  expect(await next({ storeId: first })).toMatchObject({ written: 0 });
});

test('a page that was taken over stores nothing of what it remembers', async () => {
  const runId = await site.insertRun(version, { state: 'running' });
  const { id } = await site.source.getRepository(RunPage).save({
    ...{ workspaceId: site.workspaceId, runId, entry: 'a', seq: 0, rowCount: 1, rows: [] },
    ...{ at: { node: 'a', port: 'out', side: 'output' as const }, enqueuedAt: new Date() },
  });
  const pages = new PageStore(site.source, site.config());
  const late = (await pages.claimNext(anyRoom)) as ClaimedPage;
  await site.source.query('UPDATE run_page SET fence = fence + 1 WHERE id = $1', [id]);
  const totals = { written: 1, skipped: 0, failed: 0, waiting: 0, collected: 0 };
  const outcome = {
    totals,
    counts: [],
    failed: [],
    spooled: [],
    samples: [],
    saved: [],
    requests: [],
    answers: [],
    unchanged: [],
    log: [],
  };
  const remembered = [{ node: 'c', key: '1', hash: 'h' }];
  const finish = { outcome: { ...outcome, remembered }, entryIndex: 0, sampled: new Set<string>() };
  await expect(pages.finish(late, finish)).rejects.toThrow('taken over');
  expect(await site.source.getRepository(ChangeMemory).count()).toBe(0);
  await pages.finish({ ...late, fence: late.fence + 1 }, finish);
  expect(await site.source.getRepository(ChangeMemory).find()).toMatchObject([
    { key: '1', hash: 'h', runId },
  ]);
});

/** A store to run for. */
async function store(): Promise<string> {
  const { workspaceId } = site;
  const connection = { workspaceId, kind: 'vtex', name: randomUUID(), settings: {} };
  const { id: connectionId } = await site.source.getRepository('connection').save(connection);
  const named = { workspaceId, name: randomUUID(), account: 'a', connectionId };
  return (await site.source.getRepository('store').save(named)).id as string;
}
