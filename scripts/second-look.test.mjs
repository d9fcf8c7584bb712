// What fails beside others and passes alone is passed, and named; what fails twice has failed.
import assert from 'node:assert/strict';
import test from 'node:test';
import { secondLook } from './second-look.mjs';

const failure = (place, again) => ({ suite: 'worker integration', place, name: `${place}: a test`, again });
const table = (failed) => [{ suite: 'worker integration', passed: 10, failed }];

test('a place that passes alone is counted as passed, one that does not as failed', async () => {
  const results = table(3);
  let looks = 0;
  const good = async () => Boolean((looks += 1));
  const failures = [failure('a', good), failure('a', good), failure('b', async () => false)];
  const { failed, alone } = await secondLook(failures, results, () => undefined);
  assert.deepEqual(results, [{ suite: 'worker integration', passed: 12, failed: 1 }]);
  assert.deepEqual([failed.map(({ place }) => place), alone.map(({ place }) => place)], [['b'], ['a', 'a']]);
  assert.equal(looks, 1);
});

test('many broken places, and what cannot be run alone, stay as they are', async () => {
  const results = table(10);
  const many = Array.from({ length: 9 }, (_, index) => failure(`${index}`, async () => true));
  assert.equal((await secondLook(many, results, () => undefined)).failed.length, 9);
  assert.equal((await secondLook([failure('x', undefined)], results, () => undefined)).failed.length, 1);
  assert.deepEqual(results, table(10));
});
