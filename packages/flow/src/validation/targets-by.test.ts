import { fieldFor, type Fields } from '../field';
import type { Text } from '../text';
import { checkFields } from './fields';

const text = (word: string): Text => ({ en: word, es: word, pt: word });
const target = (id: string, required = false) => ({ id, type: 'any' as const, name: text(id), required });

const fields: Fields = {
  method: {
    kind: 'choice',
    name: text('Method'),
    choices: ['a', 'b'].map((value) => ({ value, name: text(value) })),
  },
  mapping: {
    kind: 'mapping',
    name: text('Values'),
    targetsBy: { field: 'method', targets: { a: [target('one', true)], b: [target('two')] } },
  },
};
const line = (id: string) => [{ target: id, expression: '1' }];
const codes = (values: Record<string, string | ReturnType<typeof line>>) =>
  checkFields(fields, values, { slotKind: () => undefined }).map(({ field, code }) => `${field} ${code}`);

test('a mapping knows the targets of what was chosen, and only those', () => {
  expect(codes({ method: 'a', mapping: line('one') })).toEqual([]);
  expect(codes({ method: 'b', mapping: line('one') })).toEqual(['mapping.one flow.mapping-target-unknown']);
  expect(codes({ method: 'a', mapping: [] })).toEqual(['mapping.one flow.mapping-target-missing']);
  expect(codes({ method: 'b' })).toEqual([]);
});

test('before anything is chosen, or with a choice nobody knows, there are none', () => {
  for (const method of [{}, { method: 'toString' }] as Record<string, string>[]) {
    expect(fieldFor(fields['mapping']!, method)).toMatchObject({ targets: [] });
  }
});
