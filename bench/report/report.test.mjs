// The report's own judgement: a figure must mean what it says, and a goal that is missed must be called so.
import assert from 'node:assert/strict';
import test from 'node:test';
import { figure, interrupted, percentile, rounded, standstill } from './figures.mjs';
import { picture } from './picture.mjs';
import { goalOf, table, withUnit } from './table.mjs';

test('a percentile is the smallest number with that share at or below it', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  assert.deepEqual(
    [0.5, 0.99, 1, 0].map((share) => percentile(hundred, share)),
    [50, 99, 100, 1],
  );
  assert.equal(percentile([7], 0.99), 7);
  assert.ok(Number.isNaN(percentile([], 0.5)));
});

test('a figure is compared with its floor, and with every one of its goals', () => {
  const goal = [
    { of: 'value', least: 1_000 },
    { of: 'ratio', least: 0.3 },
  ];
  const met = (value, floor) => figure({ name: 'n', unit: 'runs/s', value, floor, goal });
  assert.deepEqual([met(1_200, 3_000).ratio, met(1_200, 3_000).met], [0.4, true]);
  assert.equal(met(1_200, 6_000).met, false);
  assert.equal(met(900, 1_000).met, false);
});

test('a goal is judged before anything is rounded', () => {
  const one = figure({ name: 'n', unit: 'x', value: 0.5999, floor: 1, goal: [{ of: 'ratio', least: 0.6 }] });
  assert.deepEqual([one.ratio, one.met], [0.6, false]);
});

test('without floor or goal a figure has neither ratio nor verdict', () => {
  assert.deepEqual(figure({ name: 'n', unit: 'MB', value: 12.345 }), { name: 'n', value: 12.3, unit: 'MB' });
});

test('a value that may not exceed its goal is missed above it', () => {
  const memory = (value) => figure({ name: 'n', unit: 'MB', value, goal: [{ of: 'value', most: 350 }] }).met;
  assert.deepEqual([memory(350), memory(350.1)], [true, false]);
});

test('figures keep three digits that mean something', () => {
  assert.deepEqual([0.012345, 12.345, 123.45, 1234.5, 0].map(rounded), [0.0123, 12.3, 123, 1235, 0]);
});

test('a standstill is counted from the crash on, the first call and the longest silence apart', () => {
  assert.deepEqual(standstill([1, 90, 105, 300, 310], 100), { first: 5, longest: 195 });
  assert.deepEqual(standstill([1], 100), { first: Infinity, longest: 0 });
});

test('a page is interrupted when rows of it came before the crash and after', () => {
  const arrivals = [
    [1, 10],
    [2, 20],
    [3, 90],
    [4, 500],
    [5, 110],
    [6, 120],
  ];
  assert.deepEqual(interrupted(arrivals, 100, 2), [400]);
});

const figures = [
  figure({
    name: 'fast <&> near',
    value: 1_500,
    floor: 2_000,
    unit: 'rows/s',
    goal: [{ of: 'ratio', least: 0.6 }],
  }),
  figure({ name: 'slow', value: 100, floor: 2_000, unit: 'rows/s', goal: [{ of: 'ratio', least: 0.6 }] }),
  figure({ name: 'plain', value: 3, unit: 'count' }),
];

test('the table has a line a figure, with the verdict where there is a goal', () => {
  const [, fast, slow, plain] = table('bulk', figures).split('\n');
  assert.match(fast, /^fast <&> near +1,500 rows\/s +2,000 rows\/s +0\.75 +✓ ratio ≥ 0\.6$/);
  assert.match(slow, /✗ ratio ≥ 0\.6$/);
  assert.match(plain, /^plain +3$/);
  assert.equal(withUnit(12_345, 'count'), '12,345');
  assert.equal(
    goalOf(figure({ name: 'n', value: 1, unit: 's', goal: [{ of: 'value', most: 2 }] })),
    '✓ ≤ 2 s',
  );
});

test('the picture draws what has a floor, in proportion, and follows the scheme of its reader', () => {
  const svg = picture({ bulk: { figures } });
  const widths = [...svg.matchAll(/<rect class="(bar[^"]*)"[^>]* width="([\d.]+)"/g)].map(
    ([, kind, width]) => [kind, width],
  );
  assert.deepEqual(
    widths.map(([kind]) => kind),
    ['bar', 'bar missed'],
  );
  assert.ok(Math.abs(widths[0][1] / widths[1][1] - 15) < 0.1);
  assert.match(svg, /prefers-color-scheme: dark/);
  assert.match(svg, /fast &lt;&amp;&gt; near/);
  assert.doesNotMatch(svg, /NaN|undefined/);
  assert.doesNotMatch(picture({}), /NaN|undefined|-Infinity/);
});

test('a bar that exceeds the picture is cut, its number is not', () => {
  const svg = picture({ scale: { figures: [figure({ name: 'n', value: 500, floor: 100, unit: 'x' })] } });
  assert.ok(Number(/<rect[^>]* width="([\d.]+)"/.exec(svg)[1]) <= 500);
  assert.match(svg, />5 · 500 x</);
});
