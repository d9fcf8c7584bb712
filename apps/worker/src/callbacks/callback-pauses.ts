// How far apart calls to programs are tried. How they are signed is the same for all calls of Eclusa.

/** In seconds, after each try: a day in all. */
const pauses = [1, 5, 30, 120, 600, 1_800, 3_600, 7_200, 10_800, 14_400, 21_600, 25_200];

/** Seconds from try number `tries` (from 1) to the next, up to a tenth more for `random` of 1; null after the last. */
export function secondsUntilNext(tries: number, random: number): number | null {
  const pause = pauses[tries - 1];
  return pause === undefined ? null : pause * (1 + random / 10);
}
