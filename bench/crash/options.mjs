// What the crash suite is told on its command line, and the settings the processes under test run with.
import { parseArgs } from 'node:util';
import { Stop } from '../../scripts/setup/say.mjs';

/** The worker's settings that decide how fast it recovers; all as delivered but the last two. */
export const workerSettings = {
  ECLUSA_LEASE_MS: 15_000,
  ECLUSA_SWEEP_MS: 2_000,
  ECLUSA_PAGE_CONCURRENCY: 4,
  ECLUSA_PAGES_IN_FLIGHT: 8,
  // Delivered: 500. A run of two pages can also be hit between them.
  ECLUSA_PAGE_SIZE: 20,
  // Delivered: 65,000, longer than any call may take. The target here is done within a second.
  ECLUSA_CALL_MS: 3_000,
};

/** Processes, rows and times that are the same in every round. */
export const fixed = {
  apis: 2,
  workers: 2,
  rowsPerRun: 40,
  /** The target answers each call after a time between these, in milliseconds. */
  latencyMs: { least: 10, most: 70 },
  /** No round begins later than this after the start. */
  roundsWithinMs: 11 * 60_000,
  /** How long the runs that are left may take when no more crashes come. */
  drainWithinMs: 3 * 60_000,
};

/** `--rounds`, `--runs` (in flight) and `--seed` as whole numbers, `--out` as given; throws Stop for anything else. */
export function readOptions(args) {
  const text = { type: 'string' };
  const { values } = parse(args, { rounds: text, runs: text, seed: text, out: text });
  const whole = (name, usual, most) => {
    const value = values[name] === undefined ? usual : Number(values[name]);
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    throw new Stop(`--${name} must be a whole number from 1 to ${most}, not "${values[name]}".`);
  };
  return {
    rounds: whole('rounds', 50, 1_000),
    runs: whole('runs', 100, 1_000),
    seed: whole('seed', 1, 2 ** 32 - 1),
    out: values.out,
  };
}

function parse(args, options) {
  try {
    return parseArgs({ args, options });
  } catch (error) {
    throw new Stop(
      `${error.message}\nUsage: npm run crash -w bench -- [--rounds N] [--runs N] [--seed S] [--out FILE]`,
    );
  }
}
