// What the bench is told on its command line.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stop } from '../scripts/setup/say.mjs';

/** Names of the parts, in the order they run. */
export const partNames = [
  'bulk',
  'triggers',
  'scale',
  'memory',
  'sources',
  'upload',
  'cost',
  'recovery',
  'expressions',
  'transforms',
  'story',
];
/** Run when they are named only: each takes as long as all the others together. */
const onlyNamed = ['transforms', 'story'];

/** How much each part does: as `--name`, with the size of a full execution and of `--short`. Lists are comma separated. */
const sizes = {
  /** bulk: products, and how long the store takes to answer, in ms. */
  rows: { full: [10_000, 100_000], short: [3_000], list: true },
  latency: { full: [0, 20], short: [0, 20], list: true },
  /** bulk: products where the store takes its time; more would only take longer. */
  'latency-rows': { full: 10_000, short: 2_000 },
  /** triggers: calls as fast as they go, and calls at a steady rate (a second). */
  calls: { full: 20_000, short: 1_000 },
  rate: { full: 500, short: 50 },
  'rate-calls': { full: 10_000, short: 500 },
  /** memory: products. */
  'memory-rows': { full: [10_000, 100_000, 1_000_000], short: [2_000, 10_000], list: true },
  /** upload: rows of one call. */
  'upload-rows': { full: [10_000, 100_000, 1_000_000], short: [2_000, 10_000], list: true },
  /** sources: rows of a file or table, and of a sheet. */
  'source-rows': { full: 1_000_000, short: 5_000 },
  'sheet-rows': { full: 200_000, short: 2_000 },
  /** transforms: rows of each box. */
  'transform-rows': { full: [10_000, 1_000_000], short: [2_000, 10_000], list: true },
  /** scale: workers, and products for each of them. */
  workers: { full: [1, 2, 4], short: [1, 2], list: true },
  'worker-rows': { full: 4_000, short: 1_000 },
  /** recovery: crashes of each kind. */
  crashes: { full: 3, short: 1 },
  /** story: lines of the log. */
  'story-rows': { full: 20_000_000, short: 100_000 },
};

const usage = `Usage: npm run bench -w bench -- [${partNames.join('|')} …] [--short] ${Object.keys(sizes)
  .map((name) => `[--${name} N]`)
  .join(' ')} [--suite FOLDER] [--profile FOLDER] [--out FILE]`;

/**
 * `parts` to run, `sizes` in camel case, `isFull` when none was changed, and `profile`, `suite` and `out` as given. Throws
 * Stop for anything else.
 */
export function readOptions(args) {
  const text = { type: 'string' };
  const options = Object.fromEntries(Object.keys(sizes).map((name) => [name, text]));
  const { values, positionals } = parse(args, {
    ...options,
    ...{ short: { type: 'boolean' }, profile: text, suite: text, out: text },
  });
  const unknown = positionals.find((name) => !partNames.includes(name));
  if (unknown) throw new Stop(`There is no part "${unknown}".\n${usage}`);
  if (values.suite && !existsSync(path.join(values.suite, 'groups')))
    throw new Stop(`${values.suite} has no folder "groups": it is not JSONata's test suite.`);
  const read = Object.entries(sizes).map(([name, size]) => {
    const usual = values.short ? size.short : size.full;
    return [camel(name), values[name] === undefined ? usual : given(name, size, values[name])];
  });
  return {
    parts: partNames.filter((name) =>
      positionals.length === 0 ? !onlyNamed.includes(name) : positionals.includes(name),
    ),
    sizes: Object.fromEntries(read),
    isFull: !values.short && Object.keys(sizes).every((name) => values[name] === undefined),
    ...{ profile: values.profile, suite: values.suite, out: values.out },
  };
}

function given(name, { list }, text) {
  const numbers = text.split(',').map(Number);
  const least = name === 'latency' ? 0 : 1;
  const isRight = (one) => Number.isInteger(one) && one >= least && one <= 100_000_000;
  if (numbers.every(isRight) && (list || numbers.length === 1)) return list ? numbers : numbers[0];
  throw new Stop(
    `--${name} must be ${list ? 'whole numbers with commas' : 'a whole number'}, not "${text}".`,
  );
}

function camel(name) {
  return name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

function parse(args, options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Stop(`${error.message}\n${usage}`);
  }
}
