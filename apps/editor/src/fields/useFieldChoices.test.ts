import { choicesIn } from './useFieldChoices';

const known = [
  { path: 'codigo', type: 'text' as const, meaning: 'sku' as const, example: 'A1', seen: false },
  { path: 'price.base value', type: 'unknown' as const, meaning: null, example: null, seen: false },
];

test('rows come before what is only known', () => {
  expect(choicesIn({ rows: [{ a: 1 }], known }).map(({ label }) => label)).toEqual(['a']);
});

test('before rows have been seen, the fields the boxes before give can be chosen', () => {
  const choices = choicesIn({ rows: [], known }).filter(({ field }) => field.kind !== 'group');
  expect(choices).toMatchObject([
    { label: 'codigo', expression: 'codigo', sample: 'A1' },
    { label: 'price.base value', expression: 'price.`base value`', sample: null },
  ]);
  expect(choicesIn({ rows: [] })).toEqual([]);
});
