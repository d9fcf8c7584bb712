import type { Run } from '@eclusa/db';
import { showRun } from './show-run';

test('the totals of a run add up, also when it was stopped in the middle', () => {
  const run = {
    ...{ readRows: 300, derivedRows: 2, written: 90, skipped: 5, failed: 3, waitingRows: 2, collected: 100 },
    ...{ state: 'cancelled', error: null, createdAt: new Date(), startedAt: null, finishedAt: null },
  } as Run;
  const { totals } = showRun(run, { flow: null, store: null });
  const { read, derived, written, skipped, failed, waiting, collected, unfinished } = totals;
  expect(unfinished).toBe(102);
  expect(written + skipped + failed + waiting + collected + unfinished).toBe(read + derived);
});
