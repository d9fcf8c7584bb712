import type { PageSoFar } from '@eclusa/db';
import { ProgressWriter } from './progress-writer';

const soFar = (rows: number, out = rows): PageSoFar => ({
  rows,
  counts: [{ node: 'a', side: 'out', port: 'out', rows: out }],
});
let written: PageSoFar[];
let answer: () => Promise<void>;
const write = (progress: PageSoFar): Promise<void> => {
  written.push(progress);
  return answer();
};

beforeEach(() => {
  jest.useFakeTimers();
  written = [];
  answer = () => Promise.resolve();
});
afterEach(() => jest.useRealTimers());

test('of all that is told within a second the last is written, and nothing when nothing is told', async () => {
  const writer = new ProgressWriter(write, null);
  for (const rows of [1, 2, 3]) writer.tell(soFar(rows));
  expect(written).toEqual([]);
  await jest.advanceTimersByTimeAsync(3_000);
  expect(written).toEqual([soFar(3)]);
  writer.stop();
});

test('a write that takes long is waited for by the next one, and one that fails by nobody', async () => {
  let end: (error: Error) => void = () => undefined;
  answer = () => new Promise((_, reject) => (end = reject));
  const writer = new ProgressWriter(write, null);
  writer.tell(soFar(1));
  await jest.advanceTimersByTimeAsync(1_000);
  writer.tell(soFar(2));
  await jest.advanceTimersByTimeAsync(5_000);
  expect(written).toEqual([soFar(1)]);
  end(new Error('database away'));
  await jest.advanceTimersByTimeAsync(1_000);
  expect(written).toEqual([soFar(1), soFar(2)]);
  writer.stop();
});

test('once stopped it writes nothing more', async () => {
  const writer = new ProgressWriter(write, null);
  writer.tell(soFar(1));
  writer.stop();
  await jest.advanceTimersByTimeAsync(5_000);
  expect(written).toEqual([]);
});

test('a second attempt is not shown with less than the first had done', async () => {
  const writer = new ProgressWriter(write, soFar(40, 50));
  writer.tell(soFar(10, 60));
  await jest.advanceTimersByTimeAsync(1_000);
  writer.tell({ rows: 45, counts: [{ node: 'b', side: 'in', port: 'in', rows: 1 }] });
  await jest.advanceTimersByTimeAsync(1_000);
  expect(written[0]).toEqual(soFar(40, 60));
  expect(written[1]).toEqual({
    rows: 45,
    counts: [...soFar(40, 50).counts, { node: 'b', side: 'in', port: 'in', rows: 1 }],
  });
  writer.stop();
});
