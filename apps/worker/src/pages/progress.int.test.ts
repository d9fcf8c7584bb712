// The numbers people watch while pages are worked on: they move, never go back, and end as what is committed.
import { FileChunk, FileEntity, RunPage } from '@eclusa/db';
import type { Row } from '@eclusa/flow';
import { setTimeout as sleep } from 'node:timers/promises';
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

/** Rows out of node `b` that are committed, and with those of pages under way. */
async function written(runId: string): Promise<{ committed: number; soFar: number }> {
  const [found] = await site.source.query<[{ committed: number; soFar: number }]>(
    `WITH done AS (SELECT coalesce(sum(rows), 0)::bigint AS rows FROM run_count
       WHERE run_id = $1 AND node = 'b' AND side = 'out')
     SELECT done.rows AS committed, (done.rows + (
       SELECT coalesce(sum(c.rows), 0) FROM run_page p, json_to_recordset(p.progress->'counts')
         AS c (node text, side text, port text, rows bigint)
       WHERE p.run_id = $1 AND c.node = 'b' AND c.side = 'out'))::bigint AS "soFar" FROM done`,
    [runId],
  );
  return found;
}

async function watch(runId: string, until: (seen: { committed: number; soFar: number }) => boolean) {
  const seen: { committed: number; soFar: number }[] = [];
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(20)) {
    const now = await written(runId);
    seen.push(now);
    if (until(now)) return seen;
  }
  throw new Error(`still waiting at ${JSON.stringify(seen.at(-1))}`);
}

const growing = (seen: { soFar: number }[]): void => {
  const told = seen.map((one) => one.soFar);
  expect(told).toEqual([...told].sort((a, b) => a - b));
};

test('a page shows its rows before it is done, and what it showed is gone with the commit', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  bench.onWrite = (row: Row) => (Number(row.n) > 40 ? held : sleep(50));
  await site.work(bench.nodeTypes);
  const id = await site.start(chain(rows(100), 'test.write'));
  const before = await watch(id, ({ soFar }) => soFar >= 40);
  expect(before.at(-1)).toEqual({ committed: 0, soFar: 40 });
  const [page] = await site.source.getRepository(RunPage).findBy({ runId: id });
  expect(page?.progress?.rows).toBeGreaterThan(0);
  release();
  const after = await watch(id, ({ committed }) => committed === 100);
  growing([...before, ...after]);
  expect(after.at(-1)).toEqual({ committed: 100, soFar: 100 });
  expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 100 });
  const pages = await site.source.getRepository(RunPage).findBy({ runId: id });
  expect(pages.map(({ progress }) => progress)).toEqual([null]);
});

test('a page that is taken over goes on from the numbers it showed, and nothing is counted twice', async () => {
  bench.onWrite = (row: Row) => (Number(row.n) > 40 ? sleep(60_000, undefined, { ref: false }) : sleep(50));
  const first = await site.work(bench.nodeTypes);
  const id = await site.start(chain(rows(100), 'test.write'));
  const before = await watch(id, ({ soFar }) => soFar >= 40);
  await first.stop();
  bench.onWrite = () => sleep(150);
  await site.work(bench.nodeTypes);
  const after = await watch(id, ({ committed }) => committed === 100);
  growing([...before, ...after]);
  expect(after.some(({ committed, soFar }) => committed === 0 && soFar > 40)).toBe(true);
  expect(after.at(-1)).toEqual({ committed: 100, soFar: 100 });
  expect(bench.doubled).toEqual([]);
});

test('uploads that were cut off a day ago are cleared away, others are not', async () => {
  const { workspaceId } = site;
  const files = site.source.getRepository(FileEntity);
  const chunks = site.source.getRepository(FileChunk);
  const old = new Date(Date.now() - 25 * 3_600_000);
  const [cut, arriving, whole] = await Promise.all([
    files.save({ workspaceId, name: 'cut.csv', sha256: null, createdAt: old }),
    files.save({ workspaceId, name: 'arriving.csv', sha256: null }),
    files.save({ workspaceId, name: 'whole.csv', sha256: 'ab', createdAt: old }),
  ]);
  await chunks.insert({ fileId: cut.id, seq: 0, workspaceId, bytes: Buffer.from('a;b') });
  await site.work(bench.nodeTypes);
  for (const end = Date.now() + 10_000; (await files.count()) > 2 && Date.now() < end;) await sleep(50);
  const left = await files.find();
  expect(left.map(({ id }) => id).sort()).toEqual([arriving.id, whole.id].sort());
  expect(await chunks.count()).toBe(0);
});
