import { allFields, fieldTree, type MappingTarget } from '@eclusa/flow';
import { freeName, withTarget } from '../fields/mapping-lines';
import { entriesOf, fieldsRead, withEntry } from './entries';

const target = (id: string): MappingTarget => ({ id, type: 'text', name: { en: id, es: id, pt: id } });
const source = {
  targets: [target('a'), target('b')],
  lines: [
    { target: 'old', expression: 'x' },
    { target: 'b', expression: 'y' },
  ],
  proposals: [],
};
const names = ({ name }: MappingTarget) => name.en;

test('targets come in the order of the box, and lines for targets that are gone at the end', () => {
  expect(entriesOf(source, names).map(({ key, expression }) => [key, expression])).toEqual([
    ['a', ''],
    ['b', 'y'],
    ['old', 'x'],
  ]);
});

test('filling one entry leaves the others alone, and emptying takes its line out', () => {
  const [a, b] = entriesOf(source, names);
  expect(withEntry(source, a!, 'z').map((line) => line.target)).toEqual(['a', 'b', 'old']);
  expect(withEntry(source, b!, '')).toEqual([{ target: 'old', expression: 'x' }]);
});

test('lines that a person names are filled by their place', () => {
  const free = {
    targets: undefined,
    lines: [
      { target: 'n', expression: '' },
      { target: 'n', expression: 'q' },
    ],
    proposals: [],
  };
  const [first] = entriesOf(free, names);
  expect(withEntry(free, first!, 'p')).toEqual([
    { target: 'n', expression: 'p' },
    { target: 'n', expression: 'q' },
  ]);
  expect(freeName(free.lines, ['group', 'n'])).toBe('n_2');
  expect(withTarget([], [], 'n', '')).toEqual([]);
});

const fields = allFields(
  fieldTree([{ preco: 1, preco_de: 2, 'preço venda': 3, price: { base: 4 }, items: [{ sku: 'A' }] }]),
);
const read = (expression: string) => fieldsRead(expression, fields).map(({ path }) => path.join('.'));

test.each([
  ['preco * 2', ['preco']],
  ['preco_de', ['preco_de']],
  ['price.base + preco', ['preco', 'price.base']],
  ['`preço venda` & "preco"', ['preço venda']],
  ['items[0].sku', ['items.sku']],
  ['[items.{"a": sku}]', ['items']],
  ['$preco', []],
  ['"preco"', []],
])('%s reads %j', (expression, expected) => {
  expect(read(expression)).toEqual(expected);
});
