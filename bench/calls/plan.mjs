// Decides from a seed alone what each call is and when which processes are killed. Pure.
import { randomFrom } from '../crash/plan.mjs';
import { fixed, shares } from './options.mjs';

/** What each of `calls` calls is: `plain` or a name of `shares`. */
export function kindsOf(seed, calls) {
  const random = randomFrom(seed);
  return Array.from({ length: calls }, () => {
    let draw = random();
    for (const [kind, share] of Object.entries(shares)) {
      if (draw < share) return kind;
      draw -= share;
    }
    return 'plain';
  });
}

/**
 * Kills, spread over the calls: each comes once `at` calls have been sent, whatever time that takes, and ends one process
 * of `kind` (the one that `pick`, from 0 to 1, points at) or `both` for `awayMs`.
 */
export function killsOf(seed, calls, kills) {
  const random = randomFrom(seed + 1);
  const { least, most } = fixed.awayMs;
  return Array.from({ length: kills }, (_, index) => ({
    at: Math.floor(((index + 0.1 + 0.8 * random()) * calls) / kills),
    kind: index % 2 === 0 ? 'api' : 'worker',
    pick: random(),
    both: random() < 1 / fixed.doubleEvery,
    awayMs: Math.round(least + random() * (most - least)),
  }));
}
