import { catalogue, flow, type FlowSketch } from '../catalogue.testing';
import { applyEdits } from '../edits/apply';
import { validateFlow } from '../validation/validate';
import { repairOf, type RepairSurroundings } from './repair';

const erp = { id: 'c1', kind: 'http', name: 'Demo ERP' };
const store = { id: 'c2', kind: 'vtex', name: 'Loja' };
const around: RepairSurroundings = { connections: [erp, store] };
const mapping = [
  { target: 'itemId', expression: 'codigo' },
  { target: 'basePrice', expression: 'preco' },
];
const good: FlowSketch = {
  nodes: {
    read: { type: 'source.http', config: { connection: 'erp' } },
    keep: { type: 'transform.filter', config: { condition: 'a' } },
    price: { type: 'vtex.price-set', config: { connection: 'store', mapping: mapping as never } },
  },
  edges: ['read>keep', 'keep>price'],
  slots: { erp: 'http', store: 'vtex' },
};

/** The repair of the first problem with this code, and what is left of that code afterwards. */
function mend(sketch: FlowSketch, code: string, surroundings = around) {
  const document = flow(sketch);
  const of = (draft: typeof document) =>
    validateFlow(draft, catalogue, { slots: {} }).filter((problem) => problem.code === code);
  const [problem] = of(document);
  if (!problem) throw new Error(`no ${code}`);
  const repair = repairOf(problem, document, catalogue, surroundings);
  const after = repair && applyEdits(document, repair.edits);
  return { repair, after, left: after ? of(after).length : null, before: of(document).length };
}

const withBox = (id: string, box: object): FlowSketch => ({ ...good, nodes: { ...good.nodes, [id]: box } });

test.each<[string, FlowSketch, string, string]>([
  [
    'an arrow to a box that is gone',
    { ...good, edges: [...good.edges!, 'keep>gone'] },
    'flow.edge-dangling',
    'remove-arrow',
  ],
  [
    'an arrow drawn twice',
    { ...good, edges: [...good.edges!, 'keep>price'] },
    'flow.edge-twice',
    'remove-twin',
  ],
  [
    'a connection nobody uses',
    { ...good, slots: { ...good.slots, old: 'sql' } },
    'flow.slot-unused',
    'remove-slot',
  ],
  [
    'a setting the form does not know',
    withBox('keep', { type: 'transform.filter', config: { condition: 'a', old: 1 } }),
    'flow.field-unknown',
    'remove-value',
  ],
  [
    'a number out of range',
    withBox('read', { type: 'source.http', config: { connection: 'erp', pageSize: 0 } }),
    'flow.field-too-small',
    'usual-value',
  ],
  [
    'a connection the flow does not have',
    withBox('read', { type: 'source.http', config: { connection: 'gone' } }),
    'flow.slot-unknown',
    'use-slot',
  ],
  [
    'a connection that was not chosen',
    withBox('read', { type: 'source.http', config: {} }),
    'flow.field-missing',
    'use-slot',
  ],
  [
    'a target filled twice',
    withBox('price', {
      type: 'vtex.price-set',
      config: { connection: 'store', mapping: [...mapping, mapping[0]] },
    }),
    'flow.mapping-target-twice',
    'remove-line',
  ],
  [
    'a target that does not exist',
    withBox('price', {
      type: 'vtex.price-set',
      config: { connection: 'store', mapping: [...mapping, { target: 'x', expression: 'a' }] },
    }),
    'flow.mapping-target-unknown',
    'remove-line',
  ],
  [
    'a damaged line',
    withBox('price', { type: 'vtex.price-set', config: { connection: 'store', mapping: [...mapping, 'x'] } }),
    'flow.mapping-line-broken',
    'remove-line',
  ],
])('%s is mended by one click', (_what, sketch, code, kind) => {
  const { repair, left, before } = mend(sketch, code);
  expect([repair?.kind, left]).toEqual([kind, before - 1]);
});

test('a slot is bound to the only connection of its kind, and to none when there are two', () => {
  expect(mend(good, 'flow.slot-unbound').repair).toMatchObject({ kind: 'bind-slot', bind: { erp: 'c1' } });
  const two = { connections: [erp, { ...erp, id: 'c3' }, store] };
  expect(mend(good, 'flow.slot-unbound', two).repair).toBeNull();
});

test('the only connection of the workspace comes into a flow that has none yet', () => {
  const sketch = withBox('read', { type: 'source.http', config: {} });
  const { repair, after } = mend({ ...sketch, slots: { store: 'vtex' } }, 'flow.field-missing');
  expect(repair).toMatchObject({ kind: 'use-connection', bind: { 'demo-erp': 'c1' } });
  expect(after?.nodes['read']?.config['connection']).toBe('demo-erp');
});

test('an output called like another gets a name of its own', () => {
  const cases = [
    { id: 'cheap', condition: 'a' },
    { id: 'cheap', condition: 'b' },
  ];
  const { after, left } = mend(
    withBox('sw', { type: 'transform.switch', config: { cases } }),
    'flow.port-twice',
  );
  expect(left).toBe(0);
  expect(after?.nodes['sw']?.config['cases']).toMatchObject([{ id: 'cheap' }, { id: 'cheap-2' }]);
});

test('a required target is filled with the guess, and left to the person without one', () => {
  const sketch = withBox('price', {
    type: 'vtex.price-set',
    config: { connection: 'store', mapping: [mapping[0]] },
  });
  const guess: RepairSurroundings = { ...around, guess: (_node, _field, target) => `my.${target}` };
  const { repair, after, left } = mend(sketch, 'flow.mapping-target-missing', guess);
  expect([repair?.kind, left]).toEqual(['fill-target', 0]);
  expect(after?.nodes['price']?.config['mapping']).toContainEqual({
    target: 'basePrice',
    expression: 'my.basePrice',
  });
  expect(mend(sketch, 'flow.mapping-target-missing').repair).toBeNull();
});

test('a box without an arrow is connected to the nearest loose end before it', () => {
  const { repair, left } = mend(withBox('late', 'transform.pass' as never), 'flow.node-not-connected');
  expect(repair).toMatchObject({ kind: 'connect-after', values: { box: { en: 'vtex.price-set' } } });
  expect(left).toBe(0);
});

test('a source that leads nowhere is connected to the box that waits for rows', () => {
  const { repair, left } = mend({ ...good, edges: ['keep>price'] }, 'flow.source-unused');
  expect(repair?.edits).toEqual([
    { type: 'connect', edge: { from: { node: 'read', port: 'out' }, to: { node: 'keep', port: 'in' } } },
  ]);
  expect(left).toBe(0);
});

test('of two arrows into one input of a join the later one goes', () => {
  const nodes = { ...good.nodes, join: 'transform.join', other: 'transform.pass' };
  const edges = ['read>keep', 'keep>price', 'keep>other', 'keep>join', 'other>join', 'read>join.with'];
  const { repair, left } = mend({ ...good, nodes, edges }, 'flow.join-ambiguous');
  expect(repair?.edits).toMatchObject([{ edges: [{ from: { node: 'other' } }] }]);
  expect(left).toBe(0);
});

test('a circle is left to the person: nobody else knows which arrow is wrong', () => {
  expect(mend({ ...good, edges: [...good.edges!, 'price>keep'] }, 'flow.ring').repair).toBeNull();
});
