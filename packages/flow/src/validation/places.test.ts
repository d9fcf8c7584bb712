import type { Fields } from '../field';
import { checkFields } from './fields';

const fields: Fields = {
  text: { kind: 'text', places: true, name: { en: 'Text', es: 'Texto', pt: 'Texto' } },
  plain: { kind: 'text', name: { en: 'Plain', es: 'Simple', pt: 'Simples' } },
};
const codes = (config: Record<string, string>) =>
  checkFields(fields, config, { slotKind: () => undefined }).map(({ field, code }) => [field, code]);

test('formulas in the places of a text are checked while it is written', () => {
  expect(codes({ text: 'No places, {one} brace' })).toEqual([]);
  expect(codes({ text: '{{ name }} and {{$uppercase(brand)}}' })).toEqual([]);
  expect(codes({ text: 'Hello {{name' })).toEqual([['text', 'nodes.template-open']]);
  expect(codes({ text: '{{a +}} {{b +}}' })).toEqual([['text', 'expression.syntax-end']]);
  expect(codes({ text: '{{}}' })).toEqual([['text', 'expression.empty']]);
  expect(codes({ plain: 'Hello {{name' })).toEqual([]);
});
