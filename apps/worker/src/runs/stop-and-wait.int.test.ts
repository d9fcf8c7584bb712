// Boxes that end a run or hold it for a while, through the real queue and database.
import type { Run } from '@eclusa/db';
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

const ended = ({ finishedAt }: Run) => finishedAt !== null;

/** Numbers from 1 on through a box into another. */
function through(
  count: number,
  type: string,
  config: Record<string, Json>,
  after: string,
  port = 'out',
): FlowDocument {
  const flow = emptyFlow('test');
  const node = (id: string, settings: Record<string, Json>) => ({ type: id, version: 1, config: settings });
  flow.nodes['rows'] = node('test.rows', { count });
  flow.nodes['box'] = node(type, config);
  flow.nodes['after'] = node(after, {});
  flow.edges = [
    { from: { node: 'rows', port: 'out' }, to: { node: 'box', port: 'in' } },
    { from: { node: 'box', port }, to: { node: 'after', port: 'in' } },
  ];
  return flow;
}

test.each(['failed', 'cancelled'] as const)(
  'a run that its flow ends is %s, with the message',
  async (ending) => {
    const config = { condition: 'n = 250', message: 'Linha {{n}}', ending };
    const id = await site.start(through(1_000, 'transform.stop', config, 'test.write'));
    const run = await site.wait(id, ended, 15_000);
    expect(run.state).toBe(ending);
    expect(run.error).toMatchObject({
      code: 'nodes.run-stopped',
      node: 'box',
      values: { message: 'Linha 250' },
    });
    expect(bench.calls.has(250)).toBe(false);
    expect(run.written).toBeLessThan(1_000);
  },
);

test('a run that waits holds no worker, and all of its rows go on once', async () => {
  const begun = Date.now();
  const id = await site.start(through(300, 'transform.wait', { amount: 2, unit: 'seconds' }, 'test.write'));
  const held = await site.wait(id, ({ waiting }) => waiting !== null, 15_000);
  expect(held.waiting).toMatchObject({ node: 'box', service: null });
  expect(Date.parse(held.waiting?.nextTry ?? '')).toBeGreaterThan(begun + 2_000);
  const run = await site.wait(id, ended, 15_000);
  expect(run).toMatchObject({ state: 'completed', readRows: 300, derivedRows: 300, written: 300 });
  expect(Date.now() - begun).toBeGreaterThan(2_000);
  expect(bench.doubled).toEqual([]);
});

test('rows of a barrier with several ways out go the way they are noted for', async () => {
  const flow = through(
    1_000,
    'transform.compare',
    { keys: [{ now: 'n', before: 'n + 900' }], fields: [{ now: '1' }] },
    'test.write',
    'same',
  );
  flow.nodes['old'] = { type: 'test.rows', version: 1, config: { count: 300 } };
  flow.nodes['gone'] = { type: 'test.sum', version: 1, config: {} };
  flow.edges = [
    ...flow.edges.map((edge) =>
      edge.to.node === 'box' ? { ...edge, to: { node: 'box', port: 'now' } } : edge,
    ),
    { from: { node: 'old', port: 'out' }, to: { node: 'box', port: 'before' } },
    { from: { node: 'box', port: 'removed' }, to: { node: 'gone', port: 'in' } },
  ];
  const run = await site.wait(await site.start(flow), ended, 15_000);
  expect(run).toMatchObject({ state: 'completed', readRows: 1_300, failed: 0 });
  expect([...bench.calls.keys()].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 100 }, (_, at) => 901 + at),
  );
});
