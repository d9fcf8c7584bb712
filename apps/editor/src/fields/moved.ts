// Reordering as a value.

/** A copy of `list` with the element at `from` standing at `to`; out of range changes nothing. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const copy = [...list];
  if (from < 0 || to < 0 || from >= copy.length || to >= copy.length) return copy;
  const [element] = copy.splice(from, 1);
  copy.splice(to, 0, element!);
  return copy;
}
