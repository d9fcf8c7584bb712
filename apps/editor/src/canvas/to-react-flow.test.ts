import { validateFlow } from '@eclusa/flow';
import { demoCatalogue, demoFlow } from '../editor.testing';
import { reuse, toReactFlow } from './to-react-flow';

test('boxes stand where the layout says, with the ports of their node', () => {
  const { nodes } = toReactFlow(demoFlow(), demoCatalogue);
  expect(nodes.map(({ id, position }) => [id, position])).toEqual([
    ['read', { x: 0, y: 0 }],
    ['filter', { x: 310, y: 0 }],
  ]);
  expect(nodes[1]!.data.outputs.map(({ id }) => id)).toEqual(['out']);
  expect(nodes.map(({ data }) => data.hasFailed)).toEqual([false, true]);
});

test('a box of a type the catalogue does not know is drawn all the same', () => {
  const flow = demoFlow();
  flow.nodes['read']!.type = 'source.gone';
  const { nodes } = toReactFlow(flow, demoCatalogue);
  expect(nodes[0]!.data.description).toBeUndefined();
});

test('lines join the named ports and say nothing of rows without a run', () => {
  const { edges } = toReactFlow(demoFlow(), demoCatalogue);
  expect(edges).toEqual([
    expect.objectContaining({
      id: 'read.out>filter.in',
      source: 'read',
      sourceHandle: 'out',
      target: 'filter',
      targetHandle: 'in',
      data: { failed: false, rows: null, live: false, broken: false },
    }),
  ]);
});

test('a run puts its counts on lines and boxes, failed rows apart', () => {
  const run = {
    id: 'r1',
    state: 'running' as const,
    read: 20,
    expected: null,
    counts: [
      { node: 'read', side: 'out' as const, port: 'out', rows: 20 },
      { node: 'filter', side: 'in' as const, port: 'in', rows: 20 },
      { node: 'filter', side: 'out' as const, port: 'out', rows: 15 },
      { node: 'filter', side: 'out' as const, port: 'failed', rows: 2 },
    ],
  };
  const { nodes, edges } = toReactFlow(demoFlow(), demoCatalogue, [], run);
  expect(edges[0]!.data).toEqual({ failed: false, rows: 20, live: true, broken: false });
  expect(nodes[1]!.data.counts).toEqual({
    ...{ run: 'r1', state: 'working', kept: true },
    ...{ in: 20, out: 15, failed: 2 },
  });
});

test('problems are counted at their box', () => {
  const flow = demoFlow();
  flow.nodes['filter']!.config = { keep: 7 };
  const { nodes } = toReactFlow(flow, demoCatalogue, validateFlow(flow, demoCatalogue));
  expect(nodes[1]!.data.errors).toBe(1);
  expect(nodes[0]!.data.errors).toBe(0);
});

test('boxes that did not change keep their objects, so that they are not drawn again', () => {
  const flow = demoFlow();
  const before = toReactFlow(flow, demoCatalogue).nodes;
  const moved = { ...flow, layout: { nodes: { ...flow.layout.nodes, filter: { x: 400, y: 50 } } } };
  const after = reuse(before, toReactFlow(moved, demoCatalogue).nodes);
  expect(after[0]).toBe(before[0]);
  expect(after[1]!.position).toEqual({ x: 400, y: 50 });
  expect(after[1]!.data).toBe(before[1]!.data);
});
