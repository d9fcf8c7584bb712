import { flow, type FlowSketch } from '../catalogue.testing';
import { flowChanges, sameLogic } from './flow-changes';

const line = (target: string, expression: string) => ({ target, expression });
const sketch: FlowSketch = {
  nodes: {
    read: { type: 'source.http', config: { connection: 'erp', path: '/a' } },
    price: {
      type: 'vtex.price-set',
      config: { connection: 'store', mapping: [line('itemId', 'codigo'), line('basePrice', 'preco')] },
    },
  },
  edges: ['read>price'],
  slots: { erp: 'http', store: 'vtex' },
};
const before = flow(sketch);

/** `part id kind member: before → after`, as short as a test can read. */
function told(after: ReturnType<typeof flow>): string[] {
  return flowChanges(before, after).flatMap(({ part, id, kind, members }) =>
    members.length === 0
      ? [`${part} ${id} ${kind}`]
      : members.map(({ name, before: old, after: next }) =>
          [part, id, kind, `${name}:`, JSON.stringify(old), JSON.stringify(next)].join(' '),
        ),
  );
}

test('a flow does not differ from itself, whatever the order of its members', () => {
  const shuffled = { ...before, nodes: Object.fromEntries(Object.entries(before.nodes).reverse()) };
  expect(told(shuffled)).toEqual([]);
  expect(sameLogic(before, shuffled)).toBe(true);
});

test('a mapping differs target by target, not as a whole', () => {
  const { price } = before.nodes;
  const mapping = [line('basePrice', 'preco * 2'), line('itemId', 'codigo'), line('markup', '10')];
  const next = {
    ...before,
    nodes: { ...before.nodes, price: { ...price!, config: { connection: 'store', mapping } } },
  };
  expect(told(next)).toEqual([
    'node price changed config.mapping.basePrice: "preco" "preco * 2"',
    'node price changed config.mapping.markup:  "10"',
  ]);
});

test('a table differs line by line and column by column', () => {
  const of = (cases: object[]) =>
    flow({ nodes: { sw: { type: 'transform.switch', config: { cases } as never } } });
  const [change] = flowChanges(
    of([{ id: 'a', condition: 'x' }]),
    of([{ id: 'a', condition: 'y' }, { id: 'b' }]),
  );
  expect(change?.members).toEqual([
    { name: 'config.cases.0.condition', before: 'x', after: 'y' },
    { name: 'config.cases.1', after: { id: 'b' } },
  ]);
});

test('boxes, arrows and slots are told as added and removed', () => {
  const next = flow({
    nodes: { read: sketch.nodes!['read']!, keep: { type: 'transform.filter', config: {} } },
    edges: ['read>keep'],
    slots: { erp: 'http' },
  });
  expect(told(next)).toEqual([
    'node price removed',
    'node keep added',
    'edge read.out>price.in removed',
    'edge read.out>keep.in added',
    'slot store removed',
  ]);
});

test('a box that only moved is told last and is no change of logic', () => {
  const next = { ...before, layout: { nodes: { ...before.layout.nodes, read: { x: 900, y: 40 } } } };
  expect(told(next)).toEqual(['node read moved']);
  expect(sameLogic(before, next)).toBe(true);
});

test('names, settings and switching off are told too', () => {
  const read = { ...before.nodes['read']!, name: 'ERP', disabled: true };
  const next = {
    ...{ ...before, name: 'Other', settings: { overlap: 'skip' as const } },
    nodes: { ...before.nodes, read },
  };
  expect(told(next)).toEqual([
    'flow name changed name: "Test" "Other"',
    'node read changed name:  "ERP"',
    'node read changed disabled: false true',
    'setting overlap added overlap:  "skip"',
  ]);
});
