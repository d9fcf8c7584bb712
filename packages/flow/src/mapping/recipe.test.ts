import { compileExpression } from '../expression/expression';
import type { Json } from '../json';
import { readRecipe } from './read-recipe';
import { fieldRecipe, recipeExpression, type Recipe } from './recipe';
import { newStep, stepKinds, type Step, type StepName } from './steps';

const names = Object.keys(stepKinds) as StepName[];
const from = (path: string, ...steps: Step[]): Recipe => ({ ...fieldRecipe(path.split('.')), steps });

test.each(names)('the step %s is written and read back with what its form starts with', (kind) => {
  const recipe = from('a.b', newStep(kind));
  expect(readRecipe(recipeExpression(recipe))).toEqual(recipe);
});

test.each(names.flatMap((first) => names.map((second) => [first, second] as const)))(
  '%s followed by %s survives being written and read',
  (first, second) => {
    const recipe = from('preço venda', newStep(first), newStep(second));
    expect(readRecipe(recipeExpression(recipe))).toEqual(recipe);
  },
);

test.each<[string, Recipe, Json, Json | undefined]>([
  ['a Brazilian number', from('v', { kind: 'number', values: { mark: ',' } }), '1.299,90', 1299.9],
  [
    'kilograms to grams',
    from('v', step('number', { mark: ',' }), step('multiply', { by: 1000 })),
    '0,35',
    350,
  ],
  ['the last part', from('v', step('part', { mark: ' > ', at: -1 })), 'Casa > Mesa', 'Mesa'],
  ['a day-first date', from('v', step('date')), '23/11/2026', '2026-11-23'],
  ['yes and no', from('v', step('yesNo', { yes: '' })), 'S', true],
  ['a yes of its own', from('v', step('yesNo', { yes: 'A' })), 'I', false],
  ['a value for empty ones', from('v', step('trim'), step('whenEmpty', { value: 'x' })), ' ', 'x'],
  ['an empty text', from('v', step('skipEmpty'), step('number', { mark: ',' })), '', undefined],
  ['a table', from('v', step('lookup', { pairs: [['AZ', 'Azul']] })), 'AZ', 'Azul'],
  ['cents', from('v', step('cents')), '24,99', 2499],
  ['an empty replacement', from('v', step('replace', { find: '-', with: '' })), '1-2', '12'],
  [
    'a condition after another step',
    from(
      'v',
      step('trim'),
      step('when', { test: 'is', value: 'A', then: 'active', otherwise: null }),
      step('upper'),
    ),
    ' B ',
    'B',
  ],
])('%s is computed', async (_what, recipe, value, expected) => {
  expect(await compileExpression(recipeExpression(recipe)).evaluate({ v: value })).toEqual(expected);
});

function step(kind: StepName, values: Step['values'] = {}): Step {
  return { kind, values };
}

test('texts that are missing leave no separator behind', async () => {
  const recipe = from('a', step('append', { separator: ' - ', fields: ['b', 'c'] }));
  expect(await compileExpression(recipeExpression(recipe)).evaluate({ a: 1, c: 'x' })).toBe('1 - x');
});

const items = {
  items: [
    { sku: 'A', q: 2 },
    { sku: 'B', q: 3 },
  ],
  one: [{ sku: 'C' }],
};

test.each<[Recipe, Json]>([
  [{ origin: { kind: 'field', names: ['items', 'sku'], take: 'first', at: 0 }, steps: [] }, 'A'],
  [{ origin: { kind: 'field', names: ['items', 'sku'], take: 'last', at: 0 }, steps: [] }, 'B'],
  [{ origin: { kind: 'field', names: ['one', 'sku'], take: 'each' }, steps: [] }, ['C']],
  [{ origin: { kind: 'field', names: ['items', 'q'], take: 'each' }, steps: [step('sum')] }, 5],
  [
    {
      origin: {
        kind: 'list',
        names: ['one'],
        lines: [
          { target: 'id', expression: 'sku' },
          { target: 'text', expression: 'sku = "C" ? "a, b: c" : "{"' },
        ],
      },
      steps: [],
    },
    [{ id: 'C', text: 'a, b: c' }],
  ],
  [
    { origin: { kind: 'object', lines: [{ target: 'n', expression: '$count(items)' }] }, steps: [] },
    { n: 2 },
  ],
])('a list or group is taken by choice: %#', async (recipe, expected) => {
  const expression = recipeExpression(recipe);
  expect(readRecipe(expression)).toEqual(recipe);
  expect(await compileExpression(expression).evaluate(items)).toEqual(expected);
});

test.each([
  'preco * custo',
  'items[1].sku',
  '$uppercase(a) & b',
  '$unknown(a)',
  '($v := a; $w = 1 ? 2 : $v)',
  '$sum(items.(q * p))',
  'a ? b : c',
  '$parseNumber(a, mark)',
  '$params.rate',
  'a *',
  '',
])('%s is no recipe and stays a formula', (expression) => {
  expect(readRecipe(expression)).toBeNull();
});

test('spacing and needless brackets do not keep an expression from being read', () => {
  expect(readRecipe('( $round( $parseNumber(peso_kg,",") * 1000 ) )')).toEqual(
    from(
      'peso_kg',
      step('number', { mark: ',' }),
      step('multiply', { by: 1000 }),
      step('round', { places: null }),
    ),
  );
});
