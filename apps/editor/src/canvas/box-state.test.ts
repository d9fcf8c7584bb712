import { demoFlow } from '../editor.testing';
import { boxStates, failedHere, type ShownRun } from './box-state';

const count = (node: string, side: 'in' | 'out', rows: number, port: string = side) => ({
  node,
  side,
  port,
  rows,
});

function run(counts: ShownRun['counts'], rest: Partial<ShownRun> = {}): ShownRun {
  return { id: 'r1', state: 'running', read: 0, expected: 20, counts, ...rest };
}

test('before the first row every box waits', () => {
  expect(boxStates(demoFlow(), run([]))).toEqual({ read: 'waiting', filter: 'waiting' });
});

test('a source works from its first row, the next box from the first row that reaches it', () => {
  expect(boxStates(demoFlow(), run([], { read: 5 }))).toEqual({ read: 'working', filter: 'waiting' });
  const some = [count('read', 'out', 5), count('filter', 'in', 5)];
  expect(boxStates(demoFlow(), run(some, { read: 5 }))).toEqual({ read: 'working', filter: 'working' });
});

test('a source is done with the last announced row, the next box when it took all of them', () => {
  const behind = [count('read', 'out', 20), count('filter', 'in', 15)];
  expect(boxStates(demoFlow(), run(behind, { read: 20 }))).toEqual({ read: 'done', filter: 'working' });
  const all = [count('read', 'out', 20), count('filter', 'in', 20)];
  expect(boxStates(demoFlow(), run(all, { read: 20 }))).toEqual({ read: 'done', filter: 'done' });
});

test('without an announced total, and for what holds rows back, only the end of the run says done', () => {
  const all = [count('read', 'out', 20), count('filter', 'in', 20)];
  const open = run(all, { read: 20, expected: null });
  expect(boxStates(demoFlow(), open)).toEqual({ read: 'working', filter: 'working' });
  const held = boxStates(demoFlow(), run(all, { read: 20 }), new Set(['filter']));
  expect(held).toEqual({ read: 'done', filter: 'working' });
  expect(boxStates(demoFlow(), { ...open, state: 'completed' })).toEqual({ read: 'done', filter: 'done' });
});

test('in a cancelled run a box that did not get all its rows stopped', () => {
  const behind = [count('read', 'out', 20), count('filter', 'in', 15)];
  expect(boxStates(demoFlow(), run(behind, { read: 20, state: 'cancelled' }))).toEqual({
    read: 'done',
    filter: 'stopped',
  });
});

test('a circle in a drawing ends', () => {
  const flow = demoFlow();
  flow.edges.push({ from: { node: 'filter', port: 'out' }, to: { node: 'read', port: 'in' } });
  expect(Object.keys(boxStates(flow, run([])))).toEqual(['read', 'filter']);
});

test('failed rows wait in the run only while no line leads them away', () => {
  const flow = demoFlow();
  const failed = run([count('filter', 'out', 2, 'failed')]);
  expect(failedHere(flow, failed, 'filter')).toBe(true);
  flow.edges.push({ from: { node: 'filter', port: 'failed' }, to: { node: 'read', port: 'in' } });
  expect(failedHere(flow, failed, 'filter')).toBe(false);
});
