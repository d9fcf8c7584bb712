import { flow } from '../catalogue.testing';
import type { FlowGroup } from '../document';
import { applyEdit, applyEdits } from './apply';
import { copyFragment } from './fragment';

const start = flow({
  nodes: { read: 'source.http', pass: 'transform.pass', price: 'vtex.price-set' },
  edges: ['read>pass', 'pass>price'],
});
const group = (id: string, nodes: string[]): FlowGroup => ({ id, name: id, nodes });
const names = (document: typeof start) => (document.layout.groups ?? []).map(({ id, nodes }) => [id, nodes]);

test('a group is layout: the logic stays the very same objects', () => {
  const after = applyEdit(start, { type: 'add-group', group: group('prices', ['pass', 'price']) });
  expect(names(after)).toEqual([['prices', ['pass', 'price']]]);
  expect(after.nodes).toBe(start.nodes);
  expect(after.edges).toBe(start.edges);
});

test('a box leaves its old group for a new one, and a group without boxes is gone', () => {
  const after = applyEdits(start, [
    { type: 'add-group', group: group('one', ['read']) },
    { type: 'add-group', group: group('two', ['pass', 'price']) },
    { type: 'set-group', group: group('two', ['pass', 'read']) },
  ]);
  expect(names(after)).toEqual([['two', ['pass', 'read']]]);
  const emptied = applyEdit(after, { type: 'remove-nodes', ids: ['pass', 'read'] });
  expect(emptied.layout).not.toHaveProperty('groups');
});

test('taking a group away leaves its boxes', () => {
  const grouped = applyEdit(start, { type: 'add-group', group: group('one', ['read']) });
  expect(applyEdit(grouped, { type: 'remove-groups', ids: ['one'] })).toEqual(start);
});

test('what is not there cannot be grouped or changed', () => {
  expect(() => applyEdit(start, { type: 'add-group', group: group('one', ['gone']) })).toThrow(
    'flow.node-gone',
  );
  expect(() => applyEdit(start, { type: 'set-group', group: group('one', ['read']) })).toThrow(
    'flow.group-gone',
  );
});

test('a whole group and a note are copied and pasted under new ids', () => {
  const note = { id: 'note', text: 'Why', x: 0, y: 0, width: 200, height: 100 };
  const source = applyEdits(start, [
    { type: 'add-group', group: { ...group('prices', ['pass', 'price']), colour: 'green', folded: true } },
    { type: 'add-note', note },
  ]);
  const fragment = copyFragment(source, ['pass', 'price'], ['note']);
  const after = applyEdit(source, { type: 'paste', fragment, by: { x: 10, y: 20 } });
  expect(after.layout.groups?.[1]).toEqual({
    id: 'prices-2',
    name: 'prices',
    nodes: ['pass-2', 'price-2'],
    colour: 'green',
    folded: true,
  });
  expect(after.layout.notes?.[1]).toEqual({ ...note, id: 'note-2', x: 10, y: 20 });
  expect(copyFragment(source, ['pass']).groups).toBeUndefined();
});
