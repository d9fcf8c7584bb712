// What the suite of calls is told on its command line, and what is the same in every execution.
import { parseArgs } from 'node:util';
import { Stop } from '../../scripts/setup/say.mjs';

/** Shares of the calls, of 1; all others are sent once and repeated only when no answer came. */
export const shares = {
  /** Sent again, as it was, once it is answered. */
  again: 0.05,
  /** Sent again with another body under the same name once it is answered. */
  other: 0.02,
  /** Sent twice at the same moment, to both apis. */
  twins: 0.02,
  /** Its row lacks what the flow asks for. */
  bad: 0.01,
  /** One line of NDJSON instead of JSON. */
  stream: 0.02,
};

export const fixed = {
  apis: 2,
  workers: 2,
  shares,
  /** A killed process stays away for a time between these, in ms. */
  awayMs: { least: 200, most: 3_000 },
  /** Of so many kills one ends both processes of its kind. */
  doubleEvery: 5,
  /** The client waits between these before it repeats a call without an answer, in ms. */
  pauseMs: { least: 50, most: 250 },
  /** A call that has no answer for so long is given up. */
  patienceMs: 120_000,
  /** Of the calls so many, one in ten at most, are repeated once more when all runs have ended. */
  late: 500,
  /** Connections of the calls at one moment; of these calls one key may make one in ten. */
  burstConnections: 1_000,
  /** How long the runs that are left may take when no more calls come. */
  drainWithinMs: 5 * 60_000,
};

const usage =
  'Usage: npm run calls -w bench -- [--calls N] [--connections N] [--kills N] [--burst N] [--seed S] [--out FILE]';

/** `calls`, `connections`, `kills`, `burst` and `seed` as whole numbers, `out` as given; throws Stop for anything else. */
export function readOptions(args) {
  const text = { type: 'string' };
  const names = { calls: text, connections: text, kills: text, burst: text, seed: text, out: text };
  const { values } = parse(args, names);
  const whole = (name, usual, least, most) => {
    const value = values[name] === undefined ? usual : Number(values[name]);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new Stop(`--${name} must be a whole number from ${least} to ${most}, not "${values[name]}".`);
  };
  return {
    calls: whole('calls', 50_000, 1, 1_000_000),
    connections: whole('connections', 100, 1, 1_000),
    kills: whole('kills', 40, 0, 1_000),
    burst: whole('burst', 10_000, 0, 50_000),
    seed: whole('seed', 1, 1, 2 ** 32 - 1),
    out: values.out,
  };
}

function parse(args, options) {
  try {
    return parseArgs({ args, options });
  } catch (error) {
    throw new Stop(`${error.message}\n${usage}`);
  }
}
