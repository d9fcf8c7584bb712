import type { FailedCause } from '../../api/types';
import { causesSideBySide } from './causes-side-by-side';

const cause = (node: string, code: string, rows: number, field: string | null = null) =>
  ({ node, code, rows, field }) as FailedCause;

test('causes of two runs stand beside each other, those of one run with none in the other', () => {
  const first = [cause('price', 'a', 3), cause('price', 'a', 9, 'ean')];
  const second = [cause('price', 'a', 1), cause('stock', 'b', 20)];
  expect(causesSideBySide(first, second).map((one) => [one.cause.node, one.first, one.second])).toEqual([
    ['stock', 0, 20],
    ['price', 9, 0],
    ['price', 3, 1],
  ]);
});
