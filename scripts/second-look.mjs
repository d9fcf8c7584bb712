// Suites run side by side, on a machine that may do other things. What failed there is looked at once more, alone: only what
// fails again has failed. What does not is named, so that nobody takes it for sound.

/** With more places than this something is broken, and need not be looked at twice. */
const most = 8;

/**
 * Goes through the places of `failures` (`{ suite, place, name, again }`, where `again` runs the place alone and answers whether
 * all of it passed), and moves what passes from `failed` to `passed` in `results`. Answers the failures that stay and those
 * that do not.
 */
export async function secondLook(failures, results, say) {
  const places = new Map();
  for (const one of failures) places.set(one.place, [...(places.get(one.place) ?? []), one]);
  if (places.size > most) return { failed: failures, alone: [] };
  const failed = [];
  const alone = [];
  for (const [place, ones] of places) {
    const [{ suite, again }] = ones;
    say(`once more, alone: ${place}`);
    if (!again || !(await again())) failed.push(...ones);
    else {
      const result = results.find((one) => one.suite === suite);
      result.failed -= ones.length;
      result.passed += ones.length;
      alone.push(...ones);
    }
  }
  return { failed, alone };
}
