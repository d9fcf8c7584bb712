// A run that applies a dry run: over the rows that were read then, sending what was shown then and nothing else.
import { RunPage, RunRequest } from '@eclusa/db';
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

const flow = () => chain({ type: 'test.rows', config: { count: 250 } }, 'test.write');

async function dryRun() {
  await site.work(bench.nodeTypes);
  const version = await site.publish(flow());
  const shown = await site.insertRun(version, { dryRun: true });
  await enqueueRun(site.runQueue(), { kind: 'start', runId: shown });
  expect(await site.wait(shown)).toMatchObject({ state: 'completed', readRows: 250 });
  expect(bench.written).toBe(0);
  return { version, shown };
}

async function apply({ version, shown }: Awaited<ReturnType<typeof dryRun>>) {
  const applied = await site.insertRun(version, { trigger: 'apply', applies: shown });
  await enqueueRun(site.runQueue(), { kind: 'start', runId: applied });
  return { applied, run: await site.wait(applied) };
}

test('the rows of the dry run are written, and the source is not read again', async () => {
  const { run } = await apply(await dryRun());
  expect(run).toMatchObject({ state: 'completed', readRows: 250, totalRows: 250, written: 250, failed: 0 });
  expect(bench.written).toBe(250);
  expect(bench.doubled).toEqual([]);
});

test('rows that the source would give by now are not taken: those of the dry run are', async () => {
  const parts = await dryRun();
  const pages = site.source.getRepository(RunPage);
  await pages.delete({ runId: parts.shown, seq: 2 });
  const { run } = await apply(parts);
  expect(run).toMatchObject({ state: 'completed', readRows: 200, written: 200 });
});

test('a row whose request is not the one shown fails, the others go on', async () => {
  const parts = await dryRun();
  await site.source
    .getRepository(RunRequest)
    .update({ runId: parts.shown, rowNumber: 7 }, { request: { method: 'POST', url: 'http://else.where/' } });
  const { applied, run } = await apply(parts);
  expect(run).toMatchObject({ state: 'completed', written: 249, failed: 1 });
  const failed = await site.failedRows(applied);
  expect(failed.map((row) => [row.rowNumber, row.error.code])).toEqual([[7, 'engine.not-as-shown']]);
  expect(bench.written).toBe(249);
});
