// Answers of runs in Postgres: stored with their page or not at all, in the order of rows whoever does the pages.
import { RunAnswer } from '@eclusa/db';
import { nodeTypes } from '@eclusa/nodes';
import { CALL_QUEUE, callJobs, enqueueCalls } from '@eclusa/queue';
import { setTimeout as sleep } from 'node:timers/promises';
import { Bench, chain, Site } from '../worker.testing';

let site: Site;
let bench: Bench;
const known = () => new Map([...nodeTypes, ...bench.nodeTypes]);
const respond = (config: object = {}) => ({
  type: 'transform.respond',
  config: { mapping: [{ target: 'id', expression: 'n' }], ...config },
});

beforeEach(async () => {
  bench = new Bench();
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: await bench.open() });
});
afterEach(async () => {
  await site.close();
  bench.close();
});

const answersOf = (runId: string) =>
  site.source.getRepository(RunAnswer).find({ where: { runId }, order: { entryIndex: 'ASC', seq: 'ASC' } });

test('short runs that end in one statement have an answer each', async () => {
  await site.work(known());
  const flow = chain('test.call', 'test.odd', respond({ status: 201 }));
  const rows = Array.from({ length: 60 }, (_, index) => ({ n: index + 1 }));
  const calls = await site.insertCalls(await site.publish(flow), rows);
  for (const job of callJobs(calls.map(({ pageId }) => ({ id: pageId, rows: 1 })))) {
    await enqueueCalls(site.queue(CALL_QUEUE), job);
  }
  for (const { runId } of calls) await site.wait(runId);
  const all = await Promise.all(calls.map(({ runId }) => answersOf(runId)));
  expect(all[0]).toMatchObject([
    { node: 'c', status: 201, list: false, most: 1, total: 1, rows: [{ id: 1 }], entryIndex: 0, seq: 0 },
  ]);
  expect(all.flatMap((answers) => answers.map(({ rows: [row] }) => row?.id))).toEqual(
    rows.map(({ n }) => n).filter((n) => n % 2 === 1),
  );
});

test('a run that takes its time has its answer too', async () => {
  bench.onWrite = () => sleep(1_500);
  await site.work(known());
  const [call] = await site.insertCalls(await site.publish(chain('test.call', 'test.write', respond())), [
    { n: 7 },
  ]);
  await enqueueCalls(site.queue(CALL_QUEUE), { pageIds: [call?.pageId ?? 0] });
  await site.wait(call?.runId ?? '');
  expect(await answersOf(call?.runId ?? '')).toMatchObject([{ rows: [{ id: 7 }] }]);
});

test('the pages of a long run keep no more rows than the answer holds, and tell how many there were', async () => {
  await site.work(known());
  await site.work(known());
  const rows = { type: 'test.rows', config: { count: 1_000 } };
  const id = await site.start(chain(rows, respond({ rows: 'list', most: 150 })));
  expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 1_000 });
  const answers = await answersOf(id);
  expect(answers.map(({ total }) => total)).toEqual(Array(10).fill(100));
  const ids = answers.flatMap((answer) => answer.rows.map((row) => row.id));
  expect(ids.slice(0, 150)).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
});

test('a page whose worker was lost has one answer, from whoever finished it', async () => {
  bench.onWrite = () => sleep(60_000, undefined, { ref: false });
  const first = await site.work(known());
  const id = await site.start(chain({ type: 'test.rows', config: { count: 2 } }, 'test.write', respond()));
  await site.wait(id, (run) => run.state === 'running');
  await sleep(500);
  await first.stop();
  expect(await answersOf(id)).toEqual([]);
  bench.onWrite = () => undefined;
  await site.work(known());
  await site.wait(id);
  expect(await answersOf(id)).toMatchObject([{ total: 2, rows: [{ id: 1 }] }]);
});
