import type { PlanEntry } from '@eclusa/engine';
import { nextSteps, type EntryProgress } from './next-steps';

const source = (node: string): PlanEntry => entry(node, 'source', []);
const barrier = (node: string, ...fedBy: string[]): PlanEntry => entry(node, 'barrier', fedBy);

function entry(node: string, kind: PlanEntry['kind'], fedBy: string[]): PlanEntry {
  return { node, kind, port: 'out', nodes: [], feeds: [], fedBy, inputs: [] };
}

function stored(...entries: [string, EntryProgress['state'], number?][]): Map<string, EntryProgress> {
  return new Map(
    entries.map(([node, state, openPages = 0]) => [node, { node, state, openPages, error: null }]),
  );
}

test('a run with a page open goes on', () => {
  expect(nextSteps([source('a')], stored(['a', 'read', 1]))).toEqual({ release: [] });
});

test('a run that is still read goes on', () => {
  expect(nextSteps([source('a')], stored(['a', 'reading']))).toEqual({ release: [] });
});

test('a run ends when everything is read and done', () => {
  expect(nextSteps([source('a')], stored(['a', 'read']))).toEqual({
    release: [],
    end: { state: 'completed' },
  });
});

test('a barrier waits for the pages of every entry that feeds it', () => {
  const plan = [source('a'), source('b'), barrier('sum', 'a', 'b')];
  expect(nextSteps(plan, stored(['a', 'read'], ['b', 'read', 2], ['sum', 'waiting'])).release).toEqual([]);
  expect(nextSteps(plan, stored(['a', 'read'], ['b', 'reading'], ['sum', 'waiting'])).release).toEqual([]);
  const due = nextSteps(plan, stored(['a', 'read'], ['b', 'read'], ['sum', 'waiting']));
  expect(due).toEqual({ release: ['sum'] });
});

test('a barrier after a barrier waits for it', () => {
  const plan = [source('a'), barrier('sum', 'a'), barrier('top', 'sum')];
  expect(nextSteps(plan, stored(['a', 'read'], ['sum', 'waiting'], ['top', 'waiting'])).release).toEqual([
    'sum',
  ]);
  expect(nextSteps(plan, stored(['a', 'read'], ['sum', 'read'], ['top', 'waiting'])).release).toEqual([
    'top',
  ]);
});

test('a barrier that nothing feeds is due at once', () => {
  expect(nextSteps([barrier('sum')], stored(['sum', 'waiting'])).release).toEqual(['sum']);
});

test('after a failed source its barrier stays closed, the rest is done, and the run has failed', () => {
  const plan = [source('a'), source('b'), barrier('sum', 'a')];
  const rest = stored(['a', 'failed'], ['b', 'reading'], ['sum', 'waiting']);
  expect(nextSteps(plan, rest)).toEqual({ release: [] });
  const over = stored(['a', 'failed'], ['b', 'read'], ['sum', 'waiting']);
  over.set('a', { ...(over.get('a') as EntryProgress), error: { kind: 'user', code: 'x.y', values: {} } });
  expect(nextSteps(plan, over)).toEqual({
    release: [],
    end: { state: 'failed', error: { kind: 'user', code: 'x.y', values: {}, node: 'a' } },
  });
});
