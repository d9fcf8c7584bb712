// Decides from a seed alone what is killed when: the same seed gives the same crashes. Pure.
import { fixed, workerSettings } from './options.mjs';

const kinds = ['api', 'worker', 'redis', 'redis-wiped', 'postgres'];
/** One round in so many kills a second process at the same moment. */
const doubleEvery = 3;
/** One round in so many leaves its victims away for longer than a lease lasts. */
const longEvery = 10;

/**
 * A round: `afterMs` of calm, then all `victims` get SIGKILL at once and stay away for `awayMs`. A victim is
 * `{ name, wiped, children }`: `wiped` Redis comes back empty; Postgres dies with its `children`, or leaves them.
 */
export function makePlan(seed, rounds) {
  const random = randomFrom(seed);
  const deck = dealer(kinds, random);
  return Array.from({ length: rounds }, () => {
    const victims = [victimOf(deck(), random)];
    if (random() < 1 / doubleEvery) {
      const second = victimOf(kinds[Math.floor(random() * kinds.length)], random);
      if (second.name !== victims[0].name) victims.push(second);
    }
    const isLong = random() < 1 / longEvery;
    return {
      afterMs: between(random, 1_500, 7_000),
      victims,
      awayMs: isLong ? workerSettings.ECLUSA_LEASE_MS + 2_000 : between(random, 200, 3_000),
    };
  });
}

/** Numbers from 0 to 1 that depend on `seed` only (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function victimOf(kind, random) {
  const draw = random();
  if (kind === 'api') return victim(`api-${Math.floor(draw * fixed.apis)}`);
  if (kind === 'worker') return victim(`worker-${Math.floor(draw * fixed.workers)}`);
  if (kind === 'postgres') return { ...victim('postgres'), children: draw < 0.5 };
  return { ...victim('redis'), wiped: kind === 'redis-wiped' };
}

const victim = (name) => ({ name, wiped: false, children: false });

// Every kind comes once before any comes again, so that few rounds still meet all of them.
function dealer(cards, random) {
  let deck = [];
  return () => {
    if (deck.length === 0) deck = [...cards];
    return deck.splice(Math.floor(random() * deck.length), 1)[0];
  };
}

function between(random, least, most) {
  return Math.round(least + random() * (most - least));
}
