// The suite's own judgement: what would be a fault must be called one, and a seed must mean the same calls and kills.
import assert from 'node:assert/strict';
import test from 'node:test';
import { readOptions } from './options.mjs';
import { killsOf, kindsOf } from './plan.mjs';
import { compare, compareBurst, isKept, promises } from './verdict.mjs';

const done = (id) => ({ id, state: 'completed', read: 1, written: 1, failed: 0 });
const taken = (id, more) => ({ status: 202, id, tries: 1, isReplay: false, ...more });
const call = (index, kind, answers, other) => ({ index, kind, begun: 0, tookMs: 10, answers, other });

/** Four calls of which all is well; `change` breaks something. */
function judge(change = () => undefined) {
  const facts = {
    calls: [
      call(0, 'plain', [taken('a', { tries: 2, isReplay: true })]),
      call(1, 'again', [taken('b'), taken('b', { isReplay: true })]),
      call(2, 'other', [taken('c')], { status: 409 }),
      call(3, 'bad', [{ status: 422, tries: 1 }]),
    ],
    runs: ['a', 'b', 'c'].map(done),
    arrivals: [
      [1, 5],
      [1, 9],
      [2, 6],
      [3, 7],
    ],
  };
  change(facts);
  return { ...compare(facts), lateElsewhere: 0, defects: 0 };
}

test('when each call is one run, every promise is kept', () => {
  const figures = judge();
  assert.deepEqual(
    [figures.accepted, figures.completed, figures.repeats, figures.repeatedWrites],
    [3, 3, 1, 1],
  );
  assert.deepEqual([figures.answersLost, figures.answeredFirstTime, figures.effectP50], [1, 2, 6]);
  assert.ok(isKept(figures, promises.calls));
});

const faults = {
  'a run that is not in the database': ({ runs }) => void runs.pop(),
  'a run that is not completed': ({ runs }) => void (runs[0].state = 'running'),
  'a run of another size': ({ runs }) => void (runs[0].written = 0),
  'a call that is not at the store': ({ arrivals }) => void arrivals.pop(),
  'a second run of a call': ({ runs }) => void runs.push(done('d')),
  'a repeat that found another run': ({ calls }) => void (calls[1].answers[1].id = 'd'),
  'a repeat that was refused': ({ calls }) => void (calls[1].answers[1].status = 422),
  'another body that was taken': ({ calls }) => void (calls[2].other.status = 202),
  'a bad row that was taken': ({ calls }) => void (calls[3].answers[0].status = 202),
  'a refused call that ran': ({ arrivals }) => void arrivals.push([4, 8]),
  'a good call that was refused': ({ calls }) => void (calls[0].answers[0].status = 500),
};
for (const [name, change] of Object.entries(faults)) {
  test(`${name} is a fault`, () => assert.ok(!isKept(judge(change), promises.calls)));
}

test('of calls at one moment those beyond the limit are told when to come again, and did not run', () => {
  const answers = [taken('a'), { status: 429, wait: 30 }];
  assert.ok(isKept(compareBurst({ answers, runs: [done('a')] }), promises.burst));
  assert.ok(!isKept(compareBurst({ answers, runs: [done('a'), done('b')] }), promises.burst));
  assert.ok(!isKept(compareBurst({ answers, runs: [] }), promises.burst));
  assert.ok(!isKept(compareBurst({ answers: [{ status: 429 }], runs: [] }), promises.burst));
  assert.ok(!isKept(compareBurst({ answers: [{ status: 0, reason: 'x' }], runs: [] }), promises.burst));
});

test('a seed always means the same calls and kills, and kills are spread over all of the calls', () => {
  assert.deepEqual(kindsOf(7, 500), kindsOf(7, 500));
  assert.notDeepEqual(kindsOf(7, 500), kindsOf(8, 500));
  const kills = killsOf(7, 1_000, 10);
  assert.deepEqual(kills, killsOf(7, 1_000, 10));
  kills.forEach(({ at }, index) => assert.ok(at >= index * 100 && at < (index + 1) * 100));
  assert.deepEqual(new Set(kills.map(({ kind }) => kind)), new Set(['api', 'worker']));
});

test('options that make no sense are refused with what to write', () => {
  assert.equal(readOptions([]).calls, 50_000);
  assert.throws(() => readOptions(['--calls', '0']), /--calls must be a whole number/);
  assert.throws(() => readOptions(['--speed', '9']), /Usage: npm run calls/);
});
