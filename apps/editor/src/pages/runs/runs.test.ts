// The arithmetic of the runs pages: what is settled, how fast, how long still, and the order of boxes.
import { emptyFlow } from '@eclusa/flow';
import type { RunProgress } from '../../api/types';
import { elapsedMs } from './Elapsed';
import { countOf, inRowOrder } from './RunBoxes';
import { pace } from './RunFigures';

const start = '2026-03-01T10:00:00.000Z';
const tenSecondsLater = Date.parse(start) + 10_000;

function runWith(settled: number, rest: Partial<RunProgress> = {}): RunProgress {
  const totals = {
    read: 0,
    derived: 0,
    written: 0,
    skipped: 0,
    failed: 0,
    waiting: 0,
    collected: 0,
    unfinished: 0,
  };
  return {
    id: 'r',
    flowId: 'f',
    flowName: 'Flow',
    version: 1,
    storeId: null,
    storeName: null,
    state: 'running',
    trigger: 'manual',
    dryRun: false,
    expectedRows: null,
    error: null,
    replayOf: null,
    applies: null,
    concurrencyKey: null,
    tags: [],
    runAt: null,
    overlapRunId: null,
    afterRunId: null,
    scheduledFor: null,
    readFrom: null,
    paused: [],
    inDoubt: 0,
    createdAt: start,
    startedAt: start,
    finishedAt: null,
    counts: [],
    totals,
    settledRows: settled,
    stillWaiting: 0,
    waiting: null,
    waitsFor: null,
    ...rest,
  };
}

test('time left follows from the pace so far and the rows that are expected', () => {
  const run = runWith(100, { expectedRows: 300 });
  expect(pace(run, tenSecondsLater)).toEqual({ rate: 10, left: 20_000 });
});

test('without an expected number there is a pace but no time left', () => {
  expect(pace(runWith(40), tenSecondsLater)).toEqual({ rate: 4, left: null });
});

test('a run that has not started has neither duration nor pace', () => {
  const run = runWith(0, { startedAt: null });
  expect(elapsedMs(run, tenSecondsLater)).toBeNull();
  expect(pace(run, tenSecondsLater)).toEqual({ rate: null, left: null });
});

test('the duration of an ended run does not grow', () => {
  const ended = runWith(0, { finishedAt: '2026-03-01T10:00:04.000Z' });
  expect(elapsedMs(ended, tenSecondsLater)).toBe(4000);
});

test('rows are counted by box and side, and by port when one is named', () => {
  const counts = [
    { node: 'a', side: 'out' as const, port: 'out', rows: 7 },
    { node: 'a', side: 'out' as const, port: 'failed', rows: 2 },
    { node: 'b', side: 'in' as const, port: 'in', rows: 7 },
  ];
  expect(countOf(counts, 'a', 'out')).toBe(9);
  expect(countOf(counts, 'a', 'out', 'failed')).toBe(2);
  expect(countOf(counts, 'b', 'out')).toBe(0);
});

test('boxes are listed in the order rows meet them, whatever the order in the file', () => {
  const node = { type: 't', version: 1, config: {} };
  const edge = (from: string, to: string) => ({
    from: { node: from, port: 'out' },
    to: { node: to, port: 'in' },
  });
  const document = {
    ...emptyFlow('x'),
    nodes: { c: node, a: node, b: node },
    edges: [edge('b', 'c'), edge('a', 'b')],
  };
  expect(inRowOrder(document)).toEqual(['a', 'b', 'c']);
});
