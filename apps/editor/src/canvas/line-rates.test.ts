import { lineRates, withCounts, type CountsAt } from './line-rates';

const at = (ms: number, rows: number): CountsAt => ({
  at: ms,
  counts: [
    { node: 'a', side: 'out', port: 'out', rows },
    { node: 'b', side: 'in', port: 'in', rows },
  ],
});

test('the rate of a line is what left the box, over the time that passed', () => {
  expect(lineRates([at(0, 100), at(2000, 300)])).toEqual({ 'a out': 100 });
});

test('a line that stands still, and one told only once, have no rate', () => {
  expect(lineRates([at(0, 100), at(2000, 100)])).toEqual({});
  expect(lineRates([at(0, 100)])).toEqual({});
  expect(lineRates([at(0, 100), at(100, 900)])).toEqual({});
});

test('a line that appears later counts from nothing', () => {
  expect(lineRates([{ at: 0, counts: [] }, at(1000, 50)])).toEqual({ 'a out': 50 });
});

test('only the last seconds count', () => {
  let history: CountsAt[] = [];
  for (let ms = 0; ms <= 60_000; ms += 500)
    history = withCounts(history, at(ms, ms < 50_000 ? 0 : ms - 50_000));
  expect(history.length).toBeLessThan(15);
  expect(lineRates(history)['a out']).toBeCloseTo(1000, 0);
});
