// Which two drawings are compared, read from the address. Pure.
import type { FlowVersionSummary } from '../../api/types';

/** Stands for the draft where a version's number would stand. */
export const DRAFT = 'draft';

export interface Pair {
  /** Null when there is nothing to compare with: the first version. */
  before: string | null;
  after: string;
}

/**
 * The pair an address asks for. Without `after` the draft; without `before` what came before: the newest version before
 * the draft, the version before a version.
 */
export function chosenPair(
  search: URLSearchParams,
  versions: readonly Pick<FlowVersionSummary, 'number'>[],
): Pair {
  const numbers = versions.map(({ number }) => number).sort((a, b) => b - a);
  const known = (value: string | null) =>
    value === DRAFT || numbers.some((number) => String(number) === value) ? value : null;
  const after = known(search.get('after')) ?? DRAFT;
  const earlier = after === DRAFT ? numbers[0] : numbers.find((number) => number < Number(after));
  return { before: known(search.get('before')) ?? (earlier === undefined ? null : String(earlier)), after };
}
