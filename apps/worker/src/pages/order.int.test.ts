// Rows of one key arrive in the order they were read, whichever workers their pages went to.
import { RunPage } from '@eclusa/db';
import { emptyFlow, type FlowDocument, type Row } from '@eclusa/flow';
import { setTimeout as sleep } from 'node:timers/promises';
import { Bench, chain, Site } from '../worker.testing';

const keys = 5;
const keyOf = (row: Row): number => Number(row.n) % keys;
let site: Site;
let bench: Bench;
/** Row numbers in the order they arrived at the store, by key. */
let arrived: Map<number, number[]>;

beforeEach(async () => {
  bench = new Bench();
  arrived = new Map(Array.from({ length: keys }, (_, key) => [key, []]));
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: await bench.open(), ECLUSA_PAGE_SIZE: '10' });
});
afterEach(async () => {
  await site.close();
  bench.close();
});

function flow(count: number, orderKey?: string): FlowDocument {
  const document = chain({ type: 'test.rows', config: { count } }, 'test.write');
  return { ...document, ...(orderKey !== undefined && { settings: { orderKey } }) };
}

/** The earlier a row was read, the longer it takes: unless it is waited for, later ones overtake it. */
async function slowFirst(row: Row): Promise<void> {
  await sleep(60 - (Number(row.n) % 60));
  arrived.get(keyOf(row))?.push(Number(row.n));
}

test('several workers send the rows of each key in order', async () => {
  bench.onWrite = slowFirst;
  for (let worker = 0; worker < 3; worker++) await site.work(bench.nodeTypes);
  const id = await site.start(flow(120, `n % ${keys}`));
  expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 120 });
  for (const [key, rows] of arrived) {
    expect(rows).toEqual(Array.from({ length: 24 }, (_, at) => at * keys + (key === 0 ? keys : key)));
  }
});

test('pages that share no key are under way at the same time', async () => {
  const begun = new Set<number>();
  bench.onWrite = async (row) => {
    begun.add(Math.floor((Number(row.n) - 1) / 10));
    while (begun.size < 3) await sleep(5);
  };
  await site.work(bench.nodeTypes);
  expect(await site.wait(await site.start(flow(30, 'n')))).toMatchObject({ state: 'completed', written: 30 });
});

test('a page is called as soon as the one it waits for is done, without a sweep', async () => {
  bench.onWrite = slowFirst;
  await site.work(bench.nodeTypes, { ECLUSA_SWEEP_MS: '600000' });
  const id = await site.start(flow(60, '"one"'));
  expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 60 });
});

test('a page whose worker was stopped keeps those behind it waiting until it is done', async () => {
  let hold = true;
  bench.onWrite = async (row, signal) => {
    if (hold && row.n === 1) await sleep(600_000, undefined, { signal });
    arrived.get(keyOf(row))?.push(Number(row.n));
  };
  const first = await site.work(bench.nodeTypes);
  const id = await site.start(flow(40, `n % ${keys}`));
  await site.wait(id, () => (arrived.get(2) ?? []).length > 0);
  hold = false;
  await first.stop();
  await site.work(bench.nodeTypes);
  expect(await site.wait(id)).toMatchObject({ state: 'completed', written: 40 });
  expect(arrived.get(1)).toEqual([1, 6, 11, 16, 21, 26, 31, 36]);
  const pages = await site.source.getRepository(RunPage).findBy({ runId: id });
  expect(pages.map(({ orderKeys }) => orderKeys)).toEqual([null, null, null, null]);
});

test('without the setting no page holds keys', async () => {
  await site.work(bench.nodeTypes);
  let seen: RunPage[] = [];
  bench.onWrite = async () => {
    seen = await site.source.getRepository(RunPage).find();
  };
  await site.wait(await site.start(flow(1)));
  expect(seen.map(({ orderKeys }) => orderKeys)).toEqual([null]);
  expect(emptyFlow('x').settings).toBeUndefined();
});
