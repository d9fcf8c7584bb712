// A run that reads its source from before a page of an earlier run, with the cursor kept with that page.
import { RunPage } from '@eclusa/db';
import { enqueueRun } from '@eclusa/queue';
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

test('each page knows where it began, and a new run reads from there to the end, with the rows’ own numbers', async () => {
  await site.work(bench.nodeTypes);
  const version = await site.publish(chain({ type: 'test.rows', config: { count: 450 } }, 'test.odd'));
  const first = await site.insertRun(version);
  await enqueueRun(site.runQueue(), { kind: 'start', runId: first });
  await site.wait(first);
  const pages = await site.source
    .getRepository(RunPage)
    .find({ where: { runId: first }, order: { seq: 'ASC' } });
  expect(pages.map((page) => [page.seq, page.cursorBefore, page.rowsBefore])).toEqual([
    [0, null, 0],
    [1, 100, 100],
    [2, 200, 200],
    [3, 300, 300],
    [4, 400, 400],
  ]);
  const readFrom = { runId: first, page: 4, entry: 'a', cursor: pages[3]?.cursorBefore, rows: 300 };
  const again = await site.insertRun(version, { readFrom, trigger: 'rerun' });
  await enqueueRun(site.runQueue(), { kind: 'start', runId: again });
  expect(await site.wait(again)).toMatchObject({ state: 'completed', readRows: 150, totalRows: 150 });
  const tens = (await site.failedRows(again)).map((row) => [row.rowNumber, (row.input as { n: number }).n]);
  expect(tens[0]).toEqual([310, 310]);
  expect(tens.at(-1)).toEqual([450, 450]);
  const counted = await site.source
    .getRepository(RunPage)
    .find({ where: { runId: again }, order: { seq: 'ASC' } });
  expect(counted.map((page) => [page.seq, page.cursorBefore, page.rowsBefore])).toEqual([
    [0, 300, 300],
    [1, 400, 400],
  ]);
});
