import { between, cuts } from './batch';
import type { Arrival } from './batch';

/** Rows that came of these rows of the page. */
function arrival(...origins: number[]): Arrival {
  return { port: 'in', values: origins.map((n) => ({ n })), origins, paths: origins.map(String) };
}

const waiting = (...arrivals: Arrival[][]) =>
  new Map(arrivals.map((one, index) => [`node-${index}`, one] as const));

test('a page is cut by the rows that wait, not by those that do not', () => {
  const everyThird = arrival(0, 3, 6, 9, 12, 15);
  expect(cuts(waiting([everyThird]), 18, 2)).toEqual([6, 12, 18]);
  expect(cuts(waiting([everyThird]), 18, 6)).toEqual([18]);
});

test('the node with the most rows decides, all of its ways in counted', () => {
  const ends = cuts(waiting([arrival(0, 1)], [arrival(0, 2, 4), arrival(1, 3, 5)]), 6, 4);
  expect(ends).toEqual([4, 6]);
});

test('rows made of one row of the page stay in one part', () => {
  expect(cuts(waiting([arrival(0, 1, 1, 1, 2, 3)]), 4, 3)).toEqual([1, 2, 4]);
  expect(cuts(waiting([arrival(0, 0, 0, 0, 1, 2)]), 3, 3)).toEqual([1, 3]);
  expect(cuts(waiting([arrival(5, 5, 5, 5)]), 9, 3)).toEqual([9]);
});

test('the parts together are everything, once', () => {
  const whole = [arrival(0, 0, 2, 3), arrival(1, 3, 7)];
  const parts = [between(whole, 0, 3), between(whole, 3, 4), between(whole, 4, 8)];
  expect(parts.map((part) => part.map(({ paths }) => paths))).toEqual([
    [['0', '0', '2'], ['1']],
    [['3'], ['3']],
    [['7']],
  ]);
  expect(parts[0]?.[0]?.values).toEqual([{ n: 0 }, { n: 0 }, { n: 2 }]);
});
