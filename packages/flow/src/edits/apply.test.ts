import { catalogue, edge, flow } from '../catalogue.testing';
import { flowDocumentSchema, type FlowNode } from '../document';
import { UserError } from '../errors';
import { canConnect } from '../validation/connections';
import { applyEdit, applyEdits } from './apply';
import type { FlowEdit } from './edit';
import { copyFragment, newNodeId, parseFragment, pastedIds } from './fragment';

const start = flow({
  nodes: {
    read: 'source.http',
    map: { type: 'transform.map', config: { mapping: [] } },
    price: 'vtex.price-set',
  },
  edges: ['read>map', 'map>price'],
  slots: { erp: 'http' },
});
const box: FlowNode = { type: 'transform.pass', version: 2, config: {} };
const at = { x: 10, y: 20 };

function refusal(edit: FlowEdit): string {
  try {
    applyEdit(start, edit);
  } catch (error) {
    if (error instanceof UserError) return error.code;
  }
  return 'accepted';
}

test('a box is added with its place', () => {
  const after = applyEdit(start, { type: 'add-node', id: 'pass', node: box, at });
  expect(after.nodes['pass']).toBe(box);
  expect(after.layout.nodes['pass']).toEqual(at);
});

test('removing a box takes its arrows and its place along', () => {
  const after = applyEdit(start, { type: 'remove-nodes', ids: ['map'] });
  expect(Object.keys(after.nodes)).toEqual(['read', 'price']);
  expect(after.edges).toEqual([]);
  expect(Object.keys(after.layout.nodes)).toEqual(['read', 'price']);
});

test('what an edit does not concern keeps its identity', () => {
  const moved = applyEdit(start, { type: 'move-nodes', positions: { read: at } });
  expect(moved.nodes).toBe(start.nodes);
  expect(moved.edges).toBe(start.edges);
  expect(moved.layout.nodes['map']).toBe(start.layout.nodes['map']);
  const set = applyEdit(start, { type: 'set-field', id: 'map', field: 'x', value: 1 });
  expect(set.nodes['read']).toBe(start.nodes['read']);
  expect(set.layout).toBe(start.layout);
  expect(set.nodes['map']?.config['mapping']).toBe(start.nodes['map']?.config['mapping']);
});

test('the old document is never changed', () => {
  const before = JSON.stringify(start);
  applyEdits(start, [
    { type: 'set-field', id: 'map', field: 'mapping', value: [{ target: 'a', expression: 'b' }] },
    { type: 'remove-nodes', ids: ['read'] },
    { type: 'paste', fragment: copyFragment(start, ['map', 'price']), by: at },
  ]);
  expect(JSON.stringify(start)).toBe(before);
});

test('a field is set and emptied', () => {
  const set = applyEdit(start, { type: 'set-field', id: 'read', field: 'path', value: '/x' });
  expect(set.nodes['read']?.config).toEqual({ path: '/x' });
  expect(applyEdit(set, { type: 'set-field', id: 'read', field: 'path' }).nodes['read']?.config).toEqual({});
  const whole = applyEdit(set, { type: 'set-config', id: 'read', config: { path: '/y' } });
  expect(whole.nodes['read']?.config).toEqual({ path: '/y' });
});

test('a box gets a name and loses it, is disabled and enabled', () => {
  const named = applyEdit(start, { type: 'rename-node', id: 'read', name: 'ERP' });
  expect(named.nodes['read']?.name).toBe('ERP');
  expect(applyEdit(named, { type: 'rename-node', id: 'read' }).nodes['read']).toEqual(start.nodes['read']);
  const off = applyEdit(start, { type: 'set-disabled', ids: ['read', 'map'], disabled: true });
  expect([off.nodes['read']?.disabled, off.nodes['map']?.disabled, off.nodes['price']?.disabled]).toEqual([
    true,
    true,
    undefined,
  ]);
  expect(applyEdit(off, { type: 'set-disabled', ids: ['read', 'map'], disabled: false })).toEqual(start);
});

test('a box put into an arrow stands between the two others', () => {
  const after = applyEdit(start, {
    type: 'insert-on-edge',
    edge: edge('read>map'),
    id: 'keep',
    node: box,
    at,
  });
  expect(after.edges).toEqual([edge('map>price'), edge('read>keep'), edge('keep>map')]);
});

test('slots, parameters, notes and the flow’s own words are edited', () => {
  const note = { id: 'n1', text: 'hello', x: 0, y: 0, width: 100, height: 50 };
  const after = applyEdits(start, [
    { type: 'add-slot', id: 'store', slot: { kind: 'vtex', name: 'Store' } },
    { type: 'rename-slot', id: 'store', name: 'Loja' },
    { type: 'remove-slot', id: 'erp' },
    { type: 'add-parameter', id: 'rate', parameter: { type: 'number', name: 'Rate' } },
    { type: 'set-parameter', id: 'rate', parameter: { type: 'number', name: 'Rate', default: 2 } },
    { type: 'add-note', note },
    { type: 'set-note', note: { ...note, text: 'bye' } },
    { type: 'rename-flow', name: 'Prices' },
    { type: 'describe-flow', description: 'All of them' },
  ]);
  expect(after).toMatchObject({
    name: 'Prices',
    description: 'All of them',
    slots: { store: { kind: 'vtex', name: 'Loja' } },
    parameters: { rate: { default: 2 } },
    layout: { notes: [{ text: 'bye' }] },
  });
  const less = applyEdits(after, [
    { type: 'remove-parameter', id: 'rate' },
    { type: 'remove-notes', ids: ['n1'] },
    { type: 'describe-flow' },
  ]);
  expect([less.parameters, less.layout.notes, 'description' in less]).toEqual([{}, [], false]);
});

test.each<[FlowEdit, string]>([
  [{ type: 'add-node', id: 'read', node: box, at }, 'flow.id-taken'],
  [{ type: 'add-node', id: '__proto__', node: box, at }, 'flow.edit-malformed'],
  [{ type: 'add-node', id: 'a b', node: box, at }, 'flow.edit-malformed'],
  [{ type: 'add-node', id: 'ok', node: box, at: { x: NaN, y: 0 } }, 'flow.edit-malformed'],
  [{ type: 'remove-nodes', ids: ['gone'] }, 'flow.node-gone'],
  [{ type: 'remove-nodes', ids: ['constructor'] }, 'flow.node-gone'],
  [{ type: 'move-nodes', positions: { gone: at } }, 'flow.node-gone'],
  [{ type: 'set-field', id: 'gone', field: 'a', value: 1 }, 'flow.node-gone'],
  [{ type: 'connect', edge: edge('read>gone') }, 'flow.node-gone'],
  [{ type: 'connect', edge: edge('read>map') }, 'flow.edge-twice'],
  [{ type: 'connect', edge: edge('map>map') }, 'flow.edge-to-itself'],
  [{ type: 'disconnect', edges: [edge('read>price')] }, 'flow.edge-gone'],
  [{ type: 'insert-on-edge', edge: edge('read>price'), id: 'x', node: box, at }, 'flow.edge-gone'],
  [{ type: 'add-slot', id: 'erp', slot: { kind: 'x', name: 'x' } }, 'flow.id-taken'],
  [{ type: 'remove-slot', id: 'none' }, 'flow.slot-gone'],
  [{ type: 'set-parameter', id: 'none', parameter: { type: 'text', name: 'x' } }, 'flow.parameter-gone'],
  [{ type: 'rename-flow', name: '' }, 'flow.edit-malformed'],
  [{ type: 'no-such-edit' } as never, 'flow.edit-malformed'],
])('%j is refused with %s', (edit, code) => expect(refusal(edit)).toBe(code));

test('an edit of several that fails changes nothing', () => {
  expect(() =>
    applyEdits(start, [
      { type: 'rename-flow', name: 'x' },
      { type: 'remove-nodes', ids: ['gone'] },
    ]),
  ).toThrow(UserError);
});

describe('copy and paste', () => {
  const rich = applyEdits(start, [
    { type: 'set-config', id: 'read', config: { connection: 'erp', path: '/x' } },
    { type: 'add-parameter', id: 'rate', parameter: { type: 'number', name: 'Rate' } },
    {
      type: 'set-field',
      id: 'map',
      field: 'mapping',
      value: [{ target: 'p', expression: 'price * $params.rate' }],
    },
  ]);

  test('a fragment holds the boxes, the arrows among them, and what they mention', () => {
    const fragment = copyFragment(rich, ['read', 'map']);
    expect(fragment.edges).toEqual([edge('read>map')]);
    expect(Object.keys(fragment.slots)).toEqual(['erp']);
    expect(Object.keys(fragment.parameters)).toEqual(['rate']);
    expect(parseFragment(JSON.stringify(fragment))).toEqual(fragment);
  });

  test('pasting gives fresh ids, moved places, and no second slot', () => {
    const fragment = copyFragment(rich, ['read', 'map']);
    const after = applyEdit(rich, { type: 'paste', fragment, by: { x: 40, y: 40 } });
    expect([...pastedIds(rich, fragment)]).toEqual([
      ['read', 'read-2'],
      ['map', 'map-2'],
    ]);
    expect(after.edges).toContainEqual(edge('read-2>map-2'));
    expect(after.layout.nodes['map-2']).toEqual({ x: 240, y: 40 });
    expect(after.slots).toBe(rich.slots);
  });

  test('pasting into another flow brings slots and parameters along, and renames a slot of another kind', () => {
    const other = flow({ slots: { erp: 'sql' } });
    const after = applyEdit(other, {
      type: 'paste',
      fragment: copyFragment(rich, ['read', 'map']),
      by: { x: 0, y: 0 },
    });
    expect(after.slots).toMatchObject({ erp: { kind: 'sql' }, 'erp-2': { kind: 'http' } });
    expect(after.nodes['read']?.config['connection']).toBe('erp-2');
    expect(after.parameters).toHaveProperty('rate');
  });

  test('what is not a fragment is refused', () => {
    expect(() => parseFragment('hello')).toThrow('flow.not-a-fragment');
    expect(() => parseFragment('{"nodes":{}}')).toThrow('flow.not-a-fragment');
    const torn = { ...copyFragment(rich, ['read']), edges: [edge('read>map')] };
    expect(refusal({ type: 'paste', fragment: torn, by: at })).toBe('flow.not-a-fragment');
  });
});

test('new boxes get ids that tell what they are', () => {
  expect(newNodeId(start, 'vtex.price-set')).toBe('price-set');
  expect(
    newNodeId(applyEdit(start, { type: 'add-node', id: 'price-set', node: box, at }), 'vtex.price-set'),
  ).toBe('price-set-2');
  expect(newNodeId(start, '9é!')).toBe('node');
});

test('edits and the check while dragging agree on what can be connected', () => {
  expect(canConnect(start, catalogue, edge('read>price')).ok).toBe(true);
  expect(
    flowDocumentSchema.safeParse(applyEdit(start, { type: 'connect', edge: edge('read>price') })).success,
  ).toBe(true);
});

test('an emptied setting is taken out, and without any the flow keeps none', () => {
  const set = applyEdit(start, { type: 'set-settings', settings: { orderKey: 'codigo' } });
  expect(set.settings).toEqual({ orderKey: 'codigo' });
  expect(applyEdit(set, { type: 'set-settings', settings: { orderKey: undefined } })).toEqual(start);
});
