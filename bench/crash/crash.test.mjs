// The crash suite's own judgement: what would be a fault must be called one, and a seed must mean the same crashes.
import assert from 'node:assert/strict';
import test from 'node:test';
import { expected } from './flow.mjs';
import { readOptions } from './options.mjs';
import { makePlan } from './plan.mjs';
import { compare, isKept } from './verdict.mjs';

const rows = expected(1).length;
const done = (tag) => ({ tag, state: 'completed', read: rows, written: rows, failed: 0 });

/** Three runs, all accepted and done; `change` breaks something. */
function judge(change = () => undefined) {
  const creates = {};
  const sets = {};
  for (const { refId, sku, quantity } of [1, 2, 3].flatMap(expected)) {
    creates[refId] = 1;
    sets[sku] = { calls: 1, quantity };
  }
  const facts = {
    answers: new Map([1, 2, 3].map((tag) => [tag, { status: 202 }])),
    runs: [1, 2, 3].map(done),
    record: { creates, sets, odd: {} },
  };
  change(facts);
  return compare(facts);
}

test('when everything is done once, every promise is kept', () => {
  const figures = judge();
  assert.deepEqual(
    [figures.accepted, figures.completed, figures.lost, figures.repeatedCreates],
    [3, 3, 0, 0],
  );
  assert.ok(isKept(figures));
});

const faults = {
  'a run that is not in the database': ({ runs }) => void runs.pop(),
  'a run that is not completed': ({ runs }) => void (runs[0].state = 'running'),
  'a failed row': ({ runs }) => void (runs[0].failed = 1),
  'a row that was read and not written': ({ runs }) => void (runs[0].written -= 1),
  'a product that never reached the target': ({ record }) => void delete record.creates['2-7'],
  'a wrong stock': ({ record }) => void (record.sets[2007].quantity = -1),
  'a product that was created twice': ({ record }) => void (record.creates['2-7'] = 2),
  'a run that was stored twice': ({ runs }) => void runs.push(done(2)),
  'a call of an unanswered run that does not exist': ({ answers, runs }) => {
    answers.set(3, { status: 0, reason: 'ECONNRESET' });
    runs.pop();
  },
  'an unanswered run that stands half done': ({ answers, runs }) => {
    answers.set(3, { status: 0, reason: 'ECONNRESET' });
    runs[2].state = 'running';
  },
  'an answer that calls a store that is away a defect': ({ answers }) => void answers.set(4, { status: 500 }),
};
for (const [name, change] of Object.entries(faults)) {
  test(`${name} is a fault`, () => assert.ok(!isKept(judge(change))));
}

test('a lost answer is none, whether the run exists and is whole or was never stored', () => {
  assert.ok(isKept(judge(({ answers }) => void answers.set(3, { status: 0, reason: 'ECONNRESET' }))));
  assert.ok(isKept(judge(({ answers }) => void answers.set(4, { status: 503 }))));
});

test('repeated idempotent calls are counted and allowed', () => {
  const figures = judge(({ record }) => void (record.sets[2007].calls = 3));
  assert.deepEqual([figures.repeatedIdempotent, figures.mostCallsOfOneRow], [2, 3]);
  assert.ok(isKept(figures));
});

test('a seed always means the same crashes, and five rounds meet every kind', () => {
  assert.deepEqual(makePlan(7, 20), makePlan(7, 20));
  assert.notDeepEqual(makePlan(7, 20), makePlan(8, 20));
  const names = makePlan(7, 5).map(
    ({ victims: [one] }) => one.name.split('-')[0] + (one.wiped ? ' wiped' : ''),
  );
  assert.deepEqual([...names].sort(), ['api', 'postgres', 'redis', 'redis wiped', 'worker']);
});

test('options that make no sense are refused with what to write', () => {
  assert.deepEqual(readOptions([]), { rounds: 50, runs: 100, seed: 1, out: undefined });
  assert.throws(() => readOptions(['--rounds', '0']), /--rounds must be a whole number/);
  assert.throws(() => readOptions(['--speed', '9']), /Usage: npm run crash/);
});
