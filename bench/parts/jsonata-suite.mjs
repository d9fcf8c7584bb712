// JSONata's own test suite against our expressions: cases the compiled language answers, cases handed to the package, and
// where ours differ from what the suite wants. The suite is not part of the npm package: its folder, test/test-suite of
// github.com/jsonata-js/jsonata, is given on the command line.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

/** Counts of cases by how they went, and up to 40 of those that differ. */
export async function agreement(folder, { compileExpression, jsonata }) {
  const counts = {
    cases: 0,
    agree: 0,
    refuse: 0,
    differ: 0,
    compiled: 0,
    compiledDiffer: 0,
    packageDiffers: 0,
  };
  const differing = [];
  for (const one of casesIn(folder)) {
    counts.cases += 1;
    const { outcome, fast } = await ours(compileExpression, one);
    if (fast) counts.compiled += 1;
    if (!meets(one, await theirs(jsonata, one))) counts.packageDiffers += 1;
    if (meets(one, outcome)) counts.agree += 1;
    // A clear refusal is not a wrong answer: limits, look-around, functions that reach out of the row.
    else if ('fault' in outcome && !('code' in one || 'error' in one)) counts.refuse += 1;
    else counts.differ += 1;
    if (meets(one, outcome) || 'fault' in outcome) continue;
    if (fast) counts.compiledDiffer += 1;
    if (differing.length < 40) differing.push(`${one.group}/${one.file}: ${one.expr}`);
  }
  return { ...counts, differing };
}

function* casesIn(folder) {
  const read = (...parts) => JSON.parse(readFileSync(path.join(folder, ...parts), 'utf8'));
  const datasets = new Map();
  const dataset = (name) => {
    if (!datasets.has(name)) datasets.set(name, read('datasets', `${name}.json`));
    return datasets.get(name);
  };
  for (const group of readdirSync(path.join(folder, 'groups'))) {
    for (const file of readdirSync(path.join(folder, 'groups', group)).filter((one) =>
      one.endsWith('.json'),
    )) {
      for (const one of [read('groups', group, file)].flat()) {
        const script = one['expr-file'];
        const expr = script ? readFileSync(path.join(folder, 'groups', group, script), 'utf8') : one.expr;
        const data = 'data' in one ? one.data : one.dataset ? dataset(one.dataset) : undefined;
        yield { ...one, group, file, expr, data };
      }
    }
  }
}

async function ours(compileExpression, { expr, data, bindings }) {
  let fast = false;
  try {
    const compiled = compileExpression(expr);
    fast = compiled.fast;
    return { fast, outcome: { value: await compiled.evaluate(structuredClone(data), bindings) } };
  } catch (error) {
    return { fast, outcome: { fault: error.code ?? error.message } };
  }
}

async function theirs(jsonata, { expr, data, bindings, timelimit = 1_000, depth = 500 }) {
  try {
    const expression = jsonata(expr, { timeout: timelimit, stack: depth });
    return { value: await expression.evaluate(structuredClone(data), bindings) };
  } catch (error) {
    return { fault: error.code };
  }
}

// Functions as a result, and what the two make of nothing, are told apart by no consumer of JSON.
function meets(one, outcome) {
  if ('code' in one || 'error' in one) return 'fault' in outcome;
  if ('fault' in outcome) return false;
  return isDeepStrictEqual(plain(outcome.value), plain('undefinedResult' in one ? undefined : one.result));
}

function plain(value) {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value) ?? 'null');
}
