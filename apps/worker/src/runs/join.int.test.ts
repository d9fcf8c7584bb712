// Two sources that meet in one box of the real catalogue, through the real queue and database.
import { RunSample, RunSpool } from '@eclusa/db';
import { emptyFlow, type FlowDocument, type Json } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { Bench, Site } from '../worker.testing';

let site: Site;
let bench: Bench;

beforeEach(async () => {
  bench = new Bench();
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: await bench.open() });
  await site.work(new Map([...nodeTypes, ...bench.nodeTypes]));
});
afterEach(async () => {
  await site.close();
  bench.close();
});

/** Two sources of numbers from 1 on into the inputs of a box, and from there into another. */
function meeting(
  [left, right]: [string, string],
  counts: [number, number],
  type: string,
  config: Record<string, Json>,
  after: string,
): FlowDocument {
  const flow = emptyFlow('test');
  const node = (id: string, settings: Record<string, Json>) => ({ type: id, version: 1, config: settings });
  flow.nodes['a'] = node('test.rows', { count: counts[0] });
  flow.nodes['b'] = node('test.rows', { count: counts[1] });
  flow.nodes['meet'] = node(type, config);
  flow.nodes['after'] = node(after, {});
  const edge = (from: string, to: string, port: string) => ({
    from: { node: from, port: 'out' },
    to: { node: to, port },
  });
  flow.edges = [edge('a', 'meet', left), edge('b', 'meet', right), edge('meet', 'after', 'in')];
  return flow;
}

test('two sources are joined by key, each row once, and nothing is left behind', async () => {
  const config = { keys: [{ left: 'n', right: '$string(n * 2)' }], kind: 'inner', name: 'half' };
  const id = await site.start(
    meeting(['left', 'right'], [1_000, 300], 'transform.join', config, 'test.write'),
  );
  const run = await site.wait(id);
  const totals = { readRows: 1_300, derivedRows: 300, written: 300, failed: 0, collected: 1_300 };
  expect(run).toMatchObject({ state: 'completed', error: null, ...totals });
  expect([...bench.calls.keys()].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 300 }, (_, at) => 2 * at + 2),
  );
  expect(bench.doubled).toEqual([]);
  const [sample] = await site.source
    .getRepository(RunSample)
    .findBy({ runId: id, node: 'after', side: 'in' });
  const { n } = sample?.rows[0] as { n: number };
  expect(sample?.rows[0]).toEqual({ n, half: { n: n / 2 } });
  expect(await site.source.getRepository(RunSpool).count()).toBe(0);
  expect(await site.source.query('SELECT count(*)::int AS chunks FROM run_scratch')).toEqual([{ chunks: 0 }]);
});

test('two branches are merged to one row per key, also where that takes room outside memory', async () => {
  const config = { policy: 'first-wins', keys: [{ first: 'n', second: 'n + 6000' }] };
  const flow = meeting(['first', 'second'], [6_100, 6_100], 'transform.merge', config, 'test.sum');
  const id = await site.start(flow);
  expect(await site.wait(id)).toMatchObject({ state: 'completed', readRows: 12_200, derivedRows: 12_101 });
  // All of the first, then from the second what the first does not have.
  const firsts = Array.from({ length: 61 }, (_, page) => page * 100 + 1);
  const order = [...firsts, ...firsts.slice(1)];
  const [sample] = await site.source
    .getRepository(RunSample)
    .findBy({ runId: id, node: 'after', side: 'out' });
  expect(sample?.rows[0]).toMatchObject({ rows: 12_100, order });
  expect(await site.source.query('SELECT count(*)::int AS chunks FROM run_scratch')).toEqual([{ chunks: 0 }]);
});
