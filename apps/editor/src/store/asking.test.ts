import { emptyFlow, type NodeDescription } from '@eclusa/flow';
import { basisOfList, missingField, type Asking } from './asking';

const name = { en: 'x', es: 'x', pt: 'x' };
const description = {
  id: 'source.sql',
  fields: {
    connection: { kind: 'connection', accepts: ['postgres'], name: { ...name, en: 'Database' } },
    table: { kind: 'text', name: { ...name, en: 'Table' } },
  },
} as unknown as NodeDescription;
const needs = ['connection', 'table'];

function asking(config: Record<string, string>, bound: Record<string, string>): Asking {
  const document = emptyFlow('F');
  document.nodes['a'] = { type: 'source.sql', version: 1, config };
  return { document, node: 'a', description, bound };
}

test('a list waits for the connection to be chosen, and for the settings it depends on', () => {
  expect(missingField(asking({}, {}), needs)?.name.en).toBe('Database');
  expect(missingField(asking({ connection: 'erp' }, {}), needs)?.name.en).toBe('Database');
  expect(missingField(asking({ connection: 'erp', table: ' ' }, { erp: '1' }), needs)?.name.en).toBe('Table');
  expect(missingField(asking({ connection: 'erp', table: 't' }, { erp: '1' }), needs)).toBeUndefined();
});

test('another connection, or another table, is another list', () => {
  const basis = (table: string, id: string) =>
    basisOfList(asking({ connection: 'erp', table }, { erp: id }), needs);
  expect(basis('t', '1')).toEqual(['source.sql', '1', 't']);
  expect(basis('u', '1')).not.toEqual(basis('t', '1'));
  expect(basis('t', '2')).not.toEqual(basis('t', '1'));
});
