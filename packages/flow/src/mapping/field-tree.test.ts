import type { MappingTarget } from '../field';
import { connect } from './convert';
import { allFields, fieldTree, type SourceField } from './field-tree';
import { recipeExpression } from './recipe';
import { suggestColumns, suggestMapping } from './suggest';

const name = { en: 'x', es: 'x', pt: 'x' };
const only = (...values: string[]): SourceField => fieldTree(values.map((v) => ({ v })))[0]!;

test.each<[string, string[], string | undefined]>([
  ['a comma before the decimals', ['1.299,90', '12,50'], 'decimal-comma'],
  ['a dot before the decimals', ['12.5', '0.350'], 'decimal-dot'],
  ['a number that can be read two ways', ['1.299', '2.450'], 'decimal-unclear'],
  ['prices with a currency', ['R$ 1.299,90'], 'decimal-comma'],
  ['whole numbers', ['12', '0'], 'whole'],
  ['dates with the day first', ['23/11/2026', '01/02/2026 10:00'], 'date-day-first'],
  ['dates with hyphens, the day first', ['23-11-2026'], 'date-day-first'],
  ['dates of digits alone, as SAP writes them', ['20261123', '20260102'], 'date-compact'],
  ['barcodes', ['7891000315507', '7896098900253'], 'ean'],
  ['yes and no', ['S', 'N'], 'yes-no'],
  ['free text', ['Azul', 'Verde'], undefined],
  ['numbers with a dirty value among them', ['1,5', '2,5', '3,5', '-?-'], 'decimal-comma'],
])('%s is recognised', (_what, values, writing) => {
  expect(only(...values).writing).toBe(writing);
});

test('dates of digits alone are read on their way to a date, and stay a text on their way to one', () => {
  const date = only('20261123', '20260102');
  expect(recipeExpression(connect(date, { type: 'date' }))).toBe('$parseDate(v)');
  expect(recipeExpression(connect(date, { type: 'text' }))).toBe('v');
});

test('what is unclear is read as the rest of the table is written', () => {
  const [, weight] = fieldTree([{ price: '12,50', weight: '2,350' }]);
  expect(weight!.writing).toBe('decimal-comma');
});

const orders = [
  {
    id: 1,
    client: { city: 'Lima' },
    items: [
      { sku: 'A', price: '10,50' },
      { sku: 'B', price: '2,00' },
    ],
  },
];

test('groups and lists open into their fields, and fields know the list they stand in', () => {
  const fields = allFields(fieldTree(orders));
  expect(fields.map(({ path, kind, listAt }) => [path.join('.'), kind, listAt])).toEqual([
    ['id', 'number', undefined],
    ['client', 'group', undefined],
    ['client.city', 'text', undefined],
    ['items', 'list', 0],
    ['items.sku', 'text', 0],
    ['items.price', 'text', 0],
  ]);
});

test('a field is described by all rows, not by the first one alone', () => {
  const [field] = fieldTree([{ a: null }, { a: 'x' }, { a: 'y' }]);
  expect(field).toMatchObject({ kind: 'text', samples: ['x', 'y'] });
});

const written = (path: string, target?: Omit<MappingTarget, 'id' | 'name'>, rows: object[] = orders) =>
  recipeExpression(
    connect(
      allFields(fieldTree(rows as never)).find((f) => f.path.join('.') === path)!,
      target,
    ),
  );

test('a field of a list gives its first value to a single target and every value to a list', () => {
  expect(written('items.price', { type: 'number' })).toBe('$parseNumber(items[0].price, ",")');
  expect(written('items.sku', { type: 'list' })).toBe('items.sku[]');
  expect(written('items', { type: 'list' })).toBe('items');
});

test.each<[string, unknown, Omit<MappingTarget, 'id' | 'name'>, string]>([
  [
    'peso_kg',
    '0,35',
    { type: 'number', unit: { ...name, en: 'grams' } },
    '$round($parseNumber(peso_kg, ",") * 1000)',
  ],
  ['altura_mm', 105, { type: 'number', unit: { ...name, en: 'cm' } }, 'altura_mm * 0.1'],
  ['valor', '10,50', { type: 'number', unit: { ...name, en: 'cents' } }, '$cents(valor)'],
  [
    'preco_centavos',
    1050,
    { type: 'number', unit: { ...name, en: 'decimal currency' } },
    '$fromCents(preco_centavos)',
  ],
  ['dia', '23/11/2026', { type: 'date' }, '$parseDate(dia)'],
  ['ativo', 'S', { type: 'boolean' }, '$yesNo(ativo)'],
  ['q', 'doze', { type: 'integer' }, '$parseNumber(q)'],
  ['q', '12', { type: 'integer' }, 'q'],
  ['q', 12, { type: 'text' }, 'q'],
])('%s as %j is turned into what the target takes', (path, value, target, expression) => {
  expect(written(path, target, [{ [path]: value }])).toBe(expression);
});

test('what is empty in some rows is left out of an optional target, and refused by a needed one', () => {
  const rows = [{ v: '1,50' }, { v: '' }];
  expect(written('v', { type: 'number' }, rows)).toBe('$parseNumber($whenEmpty(v), ",")');
  expect(written('v', { type: 'number', required: true }, rows)).toBe('$parseNumber(v, ",")');
});

test('without targets every field becomes a column, numbers and dates read', () => {
  expect(suggestColumns([{ 'preço venda': '1,50', dia: '23/11/2026', nome: 'x' }])).toEqual([
    { target: 'preço venda', expression: '$parseNumber(`preço venda`, ",")' },
    { target: 'dia', expression: '$parseDate(dia)' },
    { target: 'nome', expression: 'nome' },
  ]);
});

const target = (id: string, more: Partial<MappingTarget> = {}): MappingTarget => ({
  id,
  type: 'text',
  name: { en: id, es: id, pt: id },
  ...more,
});

test('without rows only what the target itself proposes is said, and not with certainty', () => {
  const [only] = suggestMapping([target('x', { suggest: 'codigo' }), target('price')], []);
  expect(only).toMatchObject({ target: 'x', expression: 'codigo' });
  expect(only!.confidence).toBeLessThan(0.8);
});

test('two fields that fit equally make a proposal doubtful, and the other one is named', () => {
  const [one] = suggestMapping([target('brand')], [{ marca: 'Acme', 'nome marca': 'Beta' }]);
  expect(one!.confidence).toBeLessThan(0.9);
  expect(one!.reasons.map(({ en }) => en).join(' ')).toContain('would fit almost as well');
});

test('values of another kind speak against a name that fits', () => {
  expect(suggestMapping([target('price', { type: 'number' })], [{ preco: 'a combinar' }])).toEqual([]);
});
