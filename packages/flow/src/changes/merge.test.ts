import { flow, type FlowSketch } from '../catalogue.testing';
import { applyEdits } from '../edits/apply';
import type { FlowEdit } from '../edits/edit';
import { flowChanges } from './flow-changes';
import { mergeFlows } from './merge';

const line = (target: string, expression: string) => ({ target, expression });
const sketch: FlowSketch = {
  nodes: {
    read: { type: 'source.http', config: { connection: 'erp', path: '/a' } },
    keep: { type: 'transform.filter', config: { condition: 'a' } },
    price: {
      type: 'vtex.price-set',
      config: { connection: 'store', mapping: [line('itemId', 'codigo'), line('basePrice', 'preco')] },
    },
  },
  edges: ['read>keep', 'keep>price'],
  slots: { erp: 'http', store: 'vtex' },
};
const base = flow(sketch);

const edited = (...edits: FlowEdit[]) => applyEdits(base, edits);
const field = (id: string, name: string, value: string): FlowEdit => ({
  ...{ type: 'set-field', id, field: name, value },
});
const mapped = (...mapping: object[]): FlowEdit => ({
  ...{ type: 'set-field', id: 'price', field: 'mapping', value: mapping as never },
});
const inserted = (id: string): FlowEdit => ({
  type: 'insert-on-edge',
  edge: base.edges[1]!,
  id,
  node: { type: 'transform.pass', version: 2, config: {} },
  at: { x: 0, y: 200 },
});
const added = (id: string, condition: string): FlowEdit => ({
  type: 'add-node',
  id,
  node: { type: 'transform.filter', version: 1, config: { condition } },
  at: { x: 0, y: 300 },
});

test('changes of different boxes, fields and arrows come together', () => {
  const mine = edited(field('read', 'path', '/b'), { type: 'rename-node', id: 'keep', name: 'Active only' });
  const theirs = edited(field('keep', 'condition', 'b'), inserted('pass'));
  const { document, conflicts } = mergeFlows(base, mine, theirs);
  expect(conflicts).toEqual([]);
  expect(document.nodes['read']?.config['path']).toBe('/b');
  expect(document.nodes['keep']).toMatchObject({ name: 'Active only', config: { condition: 'b' } });
  expect(flowChanges(theirs, document).map(({ id }) => id)).toEqual(['read', 'keep']);
  expect(flowChanges(mine, document).map(({ id }) => id)).toContain('keep.out>pass.in');
});

test('two targets of one mapping are two things', () => {
  const mine = edited(mapped(line('itemId', 'sku'), line('basePrice', 'preco')));
  const theirs = edited(
    mapped(line('itemId', 'codigo'), line('basePrice', 'preco * 2'), line('markup', '1')),
  );
  const { document, conflicts } = mergeFlows(base, mine, theirs);
  expect(conflicts).toEqual([]);
  expect(document.nodes['price']?.config['mapping']).toEqual([
    line('itemId', 'sku'),
    line('basePrice', 'preco * 2'),
    line('markup', '1'),
  ]);
});

test('the same field changed twice is a conflict at its place, and mine stands', () => {
  const mine = edited(field('read', 'path', '/b'), mapped(line('itemId', 'x'), line('basePrice', 'preco')));
  const theirs = edited(field('read', 'path', '/c'), mapped(line('itemId', 'y'), line('basePrice', 'preco')));
  const { document, conflicts } = mergeFlows(base, mine, theirs);
  expect(conflicts).toEqual(['nodes.read.config.path', 'nodes.price.config.mapping.itemId']);
  expect(document.nodes['read']?.config['path']).toBe('/b');
});

test('a box that one removed and the other changed is a conflict; removed by both it is gone', () => {
  const remove: FlowEdit = { type: 'remove-nodes', ids: ['keep'] };
  expect(mergeFlows(base, edited(remove), edited(field('keep', 'condition', 'b'))).conflicts).toEqual([
    'nodes.keep',
  ]);
  const { document, conflicts } = mergeFlows(
    base,
    edited(remove),
    edited(remove, field('read', 'path', '/z')),
  );
  expect(conflicts).toEqual([]);
  expect(Object.keys(document.nodes)).toEqual(['read', 'price']);
  expect(Object.keys(document.layout.nodes)).toEqual(['read', 'price']);
});

test('an arrow to a box that the other side removed is a conflict, and is not drawn', () => {
  const mine = edited({ type: 'remove-nodes', ids: ['price'] });
  const theirs = edited(added('other', 'c'), {
    ...{ type: 'connect', edge: { from: { node: 'other', port: 'out' }, to: { node: 'price', port: 'in' } } },
  });
  const { document, conflicts } = mergeFlows(base, mine, theirs);
  expect(conflicts).toEqual(['edges.other.out>price.in']);
  expect(document.edges).toEqual([base.edges[0]]);
});

test('boxes that both added under one id stay two boxes with their own arrows', () => {
  const connect = (to: string): FlowEdit => ({
    ...{ type: 'connect', edge: { from: { node: 'read', port: 'out' }, to: { node: to, port: 'in' } } },
  });
  const { document, conflicts } = mergeFlows(
    base,
    edited(added('filter', 'mine'), connect('filter')),
    edited(added('filter', 'theirs'), connect('filter')),
  );
  expect(conflicts).toEqual([]);
  expect(document.nodes['filter']?.config).toEqual({ condition: 'theirs' });
  expect(document.nodes['filter-2']?.config).toEqual({ condition: 'mine' });
  expect(document.edges.map(({ to }) => to.node).sort()).toEqual(['filter', 'filter-2', 'keep', 'price']);
});

test('two boxes put into the same arrow are a conflict: every row would go both ways', () => {
  const { conflicts } = mergeFlows(base, edited(inserted('one')), edited(inserted('two')));
  expect(conflicts).toEqual(['edges.keep.out>price.in']);
  expect(mergeFlows(base, edited(inserted('one')), edited(inserted('one'))).conflicts).toEqual([]);
});

test('moving boxes never is a conflict; my place stands', () => {
  const to = (x: number): FlowEdit => ({ type: 'move-nodes', positions: { read: { x, y: 0 } } });
  const { document, conflicts } = mergeFlows(base, edited(to(10)), edited(to(20)));
  expect([conflicts, document.layout.nodes['read']?.x]).toEqual([[], 10]);
});

test('merging with what did not change gives the other side, and order does not decide', () => {
  const theirs = edited(field('read', 'path', '/c'), inserted('pass'), {
    type: 'rename-flow',
    name: 'Theirs',
  });
  expect(flowChanges(theirs, mergeFlows(base, base, theirs).document)).toEqual([]);
  expect(flowChanges(theirs, mergeFlows(base, theirs, base).document)).toEqual([]);
  const mine = edited(field('keep', 'condition', 'x'), added('n', 'y'));
  const [one, two] = [mergeFlows(base, mine, theirs), mergeFlows(base, theirs, mine)];
  expect(flowChanges(one.document, two.document)).toEqual([]);
});
