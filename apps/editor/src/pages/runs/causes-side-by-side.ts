// The causes of two runs, each with the rows it has in either. Pure.
import type { FailedCause } from '../../api/types';

export interface SharedCause {
  id: string;
  /** As one of the two has it. */
  cause: FailedCause;
  first: number;
  second: number;
}

/** Causes are the same when box, code and field are; the largest first. */
export function causesSideBySide(
  first: readonly FailedCause[],
  second: readonly FailedCause[],
): SharedCause[] {
  const idOf = ({ node, code, field }: FailedCause) => JSON.stringify([node, code, field]);
  const causes = new Map<string, SharedCause>();
  for (const cause of first)
    causes.set(idOf(cause), { id: idOf(cause), cause, first: cause.rows, second: 0 });
  for (const cause of second) {
    const known = causes.get(idOf(cause));
    if (known) known.second = cause.rows;
    else causes.set(idOf(cause), { id: idOf(cause), cause, first: 0, second: cause.rows });
  }
  return [...causes.values()].sort((a, b) => b.first + b.second - (a.first + a.second));
}
