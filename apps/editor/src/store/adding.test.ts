import { applyEdits } from '@eclusa/flow';
import { demoCatalogue, demoFlow, demoNode } from '../editor.testing';
import { addAfter, addAt, insertInto, leadThrough, mainOutput } from './adding';

test('a box added at a place starts with the defaults of its fields', () => {
  const { id, edits } = addAt(demoFlow(), demoNode('transform.demo'), { x: 700, y: 0 });
  const flow = applyEdits(demoFlow(), edits);
  expect(flow.nodes[id]).toEqual({ type: 'transform.demo', version: 1, config: { keep: 'all' } });
  expect(flow.layout.nodes[id]).toEqual({ x: 700, y: 0 });
});

test('a box added after another is connected to it', () => {
  const { id, edits } = addAfter(demoFlow(), demoCatalogue, demoNode('transform.demo'), {
    node: 'filter',
    port: 'out',
  });
  const flow = applyEdits(demoFlow(), edits);
  expect(flow.edges.at(-1)).toEqual({ from: { node: 'filter', port: 'out' }, to: { node: id, port: 'in' } });
});

test('a box that takes something else is added without a line', () => {
  const from = { node: 'filter', port: 'out' };
  const { edits } = addAfter(demoFlow(), demoCatalogue, demoNode('output.demo'), from);
  expect(applyEdits(demoFlow(), edits).edges).toEqual(demoFlow().edges);
});

test('a box put into a line takes what went through it', () => {
  const flow = demoFlow();
  const added = insertInto(flow, demoCatalogue, demoNode('transform.demo'), flow.edges[0]!)!;
  const after = applyEdits(flow, added.edits);
  const ends = after.edges.map(({ from, to }) => [from.node, to.node]);
  expect(ends).toEqual(
    expect.arrayContaining([
      ['read', added.id],
      [added.id, 'filter'],
    ]),
  );
  expect(ends).toHaveLength(2);
  expect(after.layout.nodes['filter']!.x).toBeGreaterThan(flow.layout.nodes['filter']!.x);
});

test('a box that does not fit a line is refused', () => {
  const flow = demoFlow();
  expect(insertInto(flow, demoCatalogue, demoNode('output.demo'), flow.edges[0]!)).toBeNull();
});

test('the main output is never the failed one', () => {
  expect(mainOutput(demoFlow(), demoCatalogue, 'filter')).toEqual({ node: 'filter', port: 'out' });
  expect(mainOutput(demoFlow(), demoCatalogue, 'gone')).toBeNull();
});

test('a new box uses the flow’s connection when there is only one of its kind', () => {
  const description = {
    ...demoNode('source.demo'),
    fields: {
      system: { kind: 'connection' as const, accepts: ['http'], name: { en: 'S', es: 'S', pt: 'S' } },
    },
  };
  const config = (slots: Record<string, { kind: string; name: string }>) => {
    const flow = { ...demoFlow(), slots };
    const { id, edits } = addAt(flow, description, { x: 0, y: 500 });
    return applyEdits(flow, edits).nodes[id]!.config;
  };
  expect(config({ erp: { kind: 'http', name: 'ERP' }, shop: { kind: 'vtex', name: 'Shop' } })).toEqual({
    system: 'erp',
  });
  expect(config({ a: { kind: 'http', name: 'A' }, b: { kind: 'http', name: 'B' } })).toEqual({});
});

test('a box that stands by itself is led into a line it is dropped on', () => {
  const flow = demoFlow();
  flow.nodes['loose'] = { type: 'transform.demo', version: 1, config: {} };
  const after = applyEdits(flow, leadThrough(flow, demoCatalogue, 'loose', flow.edges[0]!)!);
  expect(after.edges.map(({ from, to }) => `${from.node}>${to.node}`)).toEqual([
    'read>loose',
    'loose>filter',
  ]);
  expect(leadThrough(after, demoCatalogue, 'loose', after.edges[0]!)).toBeNull();
});
