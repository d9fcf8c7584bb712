// How deep a JSON value goes. Stops counting early, so that a hostile document cannot exhaust the stack.

const enough = 200;

/** Levels of lists and objects: 0 for a plain value, `enough` at most. */
export function nestingOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth >= enough) return depth;
  let deepest = depth + 1;
  for (const member of Object.values(value)) deepest = Math.max(deepest, nestingOf(member, depth + 1));
  return deepest;
}
