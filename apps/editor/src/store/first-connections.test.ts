import { applyEdits } from '@eclusa/flow';
import { demoFlow, demoNode } from '../editor.testing';
import { bindingsOf, firstConnections } from './first-connections';

const word = { en: 'S', es: 'S', pt: 'S' };
const asks = (...accepts: string[]) => ({
  ...demoNode('source.demo'),
  fields: { system: { kind: 'connection' as const, accepts, name: word } },
});
const erp = { id: 'c-erp', kind: 'http', name: 'Demo ERP' };
const shop = { id: 'c-shop', kind: 'vtex', name: 'Sandbox VTEX' };
const other = { id: 'c-other', kind: 'vtex', name: 'Other' };

test('the only connection of the kind is chosen and bound', () => {
  const { edits, bind } = firstConnections(demoFlow(), asks('http'), {
    connections: [erp, shop],
    store: undefined,
  });
  const { slots } = applyEdits(demoFlow(), edits);
  expect(Object.values(slots)).toEqual([{ kind: 'http', name: 'Demo ERP' }]);
  expect(bind).toEqual({ [Object.keys(slots)[0]!]: 'c-erp' });
});

test('of several, only the chosen store’s own is taken, and the store itself leads there', () => {
  const connections = [other, shop];
  const some = firstConnections(demoFlow(), asks('vtex'), { connections, store: { connectionId: 'c-shop' } });
  expect(some.edits).toEqual([expect.objectContaining({ slot: { kind: 'vtex', name: 'Sandbox VTEX' } })]);
  expect(some.bind).toEqual({});
  expect(firstConnections(demoFlow(), asks('vtex'), { connections, store: undefined }).edits).toEqual([]);
});

test('a flow that has a slot of the kind gets no other', () => {
  const flow = { ...demoFlow(), slots: { mine: { kind: 'http', name: 'ERP' } } };
  expect(firstConnections(flow, asks('http'), { connections: [erp], store: undefined })).toEqual({
    edits: [],
    bind: {},
  });
});

test('a connection that only other settings ask for makes no slot', () => {
  const from = {
    kind: 'choice' as const,
    default: 'file',
    name: word,
    choices: [{ value: 'file', name: word }],
  };
  const { fields } = asks('http');
  const hidden = { ...fields.system, when: { field: 'from', is: ['address'] } };
  const description = { ...demoNode('source.demo'), fields: { from, system: hidden } };
  expect(firstConnections(demoFlow(), description, { connections: [erp], store: undefined }).edits).toEqual(
    [],
  );
});

test('a flow made from an example is bound where there is nothing to choose', () => {
  const slots = { erp: { kind: 'http', name: 'ERP' }, store: { kind: 'vtex', name: 'Store' } };
  const systems = { connections: [erp, shop, other], store: { connectionId: 'c-other' } };
  expect(bindingsOf({ slots }, systems)).toEqual({ erp: 'c-erp', store: 'c-other' });
  expect(bindingsOf({ slots }, { ...systems, store: undefined })).toEqual({ erp: 'c-erp' });
});
