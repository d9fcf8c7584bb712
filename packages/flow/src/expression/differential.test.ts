// The promise of the compiled language: whatever the expression, the same answer as the interpreter.
// Which fault is reported is compared in cases.test.ts, one fault at a time.
import fc from 'fast-check';
import { UserError } from '../errors';
import type { Json } from '../json';
import { expression, row } from './differential.testing';
import { compileExpression } from './expression';

const variables = { params: { rate: 2, tags: ['a', 'b'] } };

async function outcome(source: string, input: Json, slow: boolean): Promise<unknown> {
  try {
    return { value: await compileExpression(source, { slow }).evaluate(input, variables) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { fault: error.code };
  }
}

test('compiled and interpreted expressions agree, whatever the expression and the row', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(expression, row, async (source, input) => {
      const slow = await outcome(source, input, true);
      const quick = await outcome(source, input, false);
      // Where several parts fail, the interpreter reports whichever failed first in time.
      const bothFail = Object.hasOwn(slow as object, 'fault') && Object.hasOwn(quick as object, 'fault');
      if (bothFail) return;
      compared++;
      expect(quick).toEqual(slow);
    }),
    { numRuns: 1_500 },
  );
  expect(compared).toBeGreaterThan(500);
});
