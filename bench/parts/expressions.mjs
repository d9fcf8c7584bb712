// How fast an expression of a mapping is: the compiled language beside closures written by hand (the floor) and beside the
// `jsonata` package; how many of a usual set are not compiled; and, when its folder is given, JSONata's own test suite.
import { isDeepStrictEqual } from 'node:util';
import { compileExpression } from '@eclusa/flow';
import jsonata from 'jsonata';
import { figure, rounded } from '../report/figures.mjs';
import { functions, rowAt, set } from './expression-set.mjs';
import { agreement } from './jsonata-suite.mjs';

const rows = Array.from({ length: 1_000 }, (_, index) => rowAt(index + 1));
/** Each way is measured for at least this long. */
const measureMs = 3_000;

/** Evaluations a second over the whole set; every answer is compared with the closure's first. */
export async function expressions({ suite }, _sizes, say) {
  const ready = set.map(({ source, hand }) => ({ source, hand, compiled: compileExpression(source) }));
  for (const one of ready) await sameAnswers(one);
  const fast = ready.filter(({ compiled }) => compiled.fast);
  const slow = ready.filter(({ compiled }) => !compiled.fast);
  say(`${fast.length} of ${set.length} expressions are compiled`);
  const floor = await perSecond(fast.map(({ hand }) => hand));
  const value = await perSecond(
    fast.map(
      ({ compiled }) =>
        (row) =>
          compiled.evaluate(row),
    ),
  );
  const packaged = await perSecond(fast.map(({ source }) => packageOf(source)));
  const unit = 'evaluations/s';
  const figures = [
    figure({ name: 'compiled', value, floor, unit }),
    figure({ name: 'the jsonata package, same expressions', value: packaged, floor, unit }),
    figure({ name: 'compiled, of the usual set', value: (fast.length / set.length) * 100, unit: '%' }),
  ];
  if (slow.length > 0) {
    const [handSlow, interpreted] = [
      await perSecond(slow.map(({ hand }) => hand)),
      await perSecond(
        slow.map(
          ({ compiled }) =>
            (row) =>
              compiled.evaluate(row),
        ),
      ),
    ];
    figures.push(figure({ name: 'not compiled', value: interpreted, floor: handSlow, unit }));
  }
  const details = {
    notCompiled: slow.map(({ source }) => source),
    timesThePackage: rounded(value / packaged),
  };
  if (!suite) return { figures, details };
  say('JSONata’s own test suite');
  return {
    figures,
    details: { ...details, jsonataSuite: await agreement(suite, { compileExpression, jsonata }) },
  };
}

async function sameAnswers({ source, hand, compiled }) {
  for (const row of rows.slice(0, 50)) {
    const answer = await compiled.evaluate(row);
    if (!isDeepStrictEqual(answer, hand(row))) {
      throw new Error(`${source}: ${JSON.stringify(answer)} is not ${JSON.stringify(hand(row))}`);
    }
  }
}

function packageOf(source) {
  const expression = jsonata(source);
  for (const [name, work] of Object.entries(functions)) expression.registerFunction(name, work);
  return (row) => expression.evaluate(row);
}

// Promises are waited for only where there are any, as a mapping does it.
async function perSecond(works) {
  await round(works);
  const begun = performance.now();
  let rounds = 0;
  for (; performance.now() - begun < measureMs; rounds++) await round(works);
  return (rounds * works.length * rows.length) / ((performance.now() - begun) / 1000);
}

async function round(works) {
  for (const work of works) {
    for (const row of rows) {
      const value = work(row);
      if (value instanceof Promise) await value;
    }
  }
}
