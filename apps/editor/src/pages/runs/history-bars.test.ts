import type { RunHistoryPiece } from '../../api/types';
import { labelEvery, partsOf, spanOf, topOf } from './history-bars';

const piece = (more: Partial<RunHistoryPiece>): RunHistoryPiece => ({
  ...{ at: '2026-01-01T00:00:00.000Z', completed: 0, failed: 0, stopped: 0, live: 0 },
  ...{ written: 0, failedRows: 0, longestMs: 0, ...more },
});

test('a bar has a part for each state that occurs, and the tallest sets the scale', () => {
  const busy = piece({ completed: 3, failed: 1 });
  expect(partsOf(busy, 'runs')).toEqual([
    { state: 'completed', value: 3 },
    { state: 'failed', value: 1 },
  ]);
  expect(topOf([busy, piece({ completed: 2 })], 'runs')).toBe(4);
  expect(topOf([piece({})], 'rows')).toBe(1);
  expect(partsOf(piece({ longestMs: 900 }), 'time')).toEqual([{ state: 'completed', value: 900 }]);
});

test('at most six dates are written below, however many bars there are', () => {
  expect(labelEvery(24)).toBe(4);
  expect(labelEvery(5)).toBe(1);
});

test('a day is shown by its hours, longer times by days that begin at midnight', () => {
  const now = new Date(2026, 4, 20, 15, 30).getTime();
  expect(spanOf('day', now)).toEqual({ since: new Date(2026, 4, 19, 16), step: 'hour', list: true });
  expect(spanOf('week', now)).toMatchObject({ since: new Date(2026, 4, 14), step: 'day', list: true });
  expect(spanOf(undefined, now)).toMatchObject({ since: new Date(2026, 3, 21), list: false });
});
