import { demoFlow } from '../editor.testing';
import { boundSlots } from './bound-slots';
import { inputsOf, rowsInto, upstreamOf } from './sample-store';

const tested = (rows: Record<string, number>[]) => ({ outputs: { out: rows }, failed: [], requests: [] });

test('rows into a box are those that left the box before it', () => {
  expect(rowsInto(demoFlow(), 'filter', { read: tested([{ a: 1 }]) })).toEqual([{ a: 1 }]);
});

test('a box with two inputs gets the rows of each, those of several arrows together', () => {
  const flow = demoFlow();
  const edge = (from: string, port: string) => ({
    from: { node: from, port: 'out' },
    to: { node: 'join', port },
  });
  flow.nodes['join'] = { type: 'transform.demo', version: 1, config: {} };
  flow.edges.push(edge('read', 'left'), edge('filter', 'right'), edge('read', 'right'));
  const seen = { read: tested([{ a: 1 }]), filter: tested([{ a: 2 }]) };
  expect(inputsOf(flow, 'join', seen)).toEqual([
    { port: 'left', rows: [{ a: 1 }] },
    { port: 'right', rows: [{ a: 2 }, { a: 1 }] },
  ]);
  expect(rowsInto(flow, 'join', seen)).toHaveLength(3);
});

test('without a test of the box before there are no rows to show', () => {
  expect(rowsInto(demoFlow(), 'filter', {})).toBeNull();
  expect(rowsInto(demoFlow(), 'read', {})).toBeNull();
});

test('the boxes before one come in the order rows pass them, even round a ring', () => {
  const flow = demoFlow();
  flow.nodes['last'] = { type: 'transform.demo', version: 1, config: {} };
  flow.edges.push({ from: { node: 'filter', port: 'out' }, to: { node: 'last', port: 'in' } });
  flow.edges.push({ from: { node: 'last', port: 'out' }, to: { node: 'filter', port: 'in' } });
  expect(upstreamOf(flow, 'last')).toEqual(['read', 'filter']);
});

test('a store’s own binding comes before its connection, and that before the general binding', () => {
  const flow = {
    ...demoFlow(),
    slots: { erp: { kind: 'http', name: 'ERP' }, shop: { kind: 'vtex', name: 'Shop' } },
  };
  const store = { id: 's1', name: 'Loja', account: 'loja', connectionId: 'own', paused: null, createdAt: '' };
  const general = { storeId: null, slots: { erp: 'e1', shop: 'general' }, parameters: {} };
  expect(boundSlots(flow, [general], undefined)).toEqual({ erp: 'e1', shop: 'general' });
  expect(boundSlots(flow, [general], store)).toEqual({ erp: 'e1', shop: 'own' });
  const special = { storeId: 's1', slots: { shop: 'special' }, parameters: {} };
  expect(boundSlots(flow, [general, special], store)).toEqual({ erp: 'e1', shop: 'special' });
});
