// Decides what is due in a run from what is stored of its entries. Pure.
import type { EntryState } from '@eclusa/db';
import type { PlanEntry } from '@eclusa/engine';
import type { ErrorRecord } from '@eclusa/flow';
import type { RunFailure } from '../failures';

/** One entry as stored, with the number of its pages that are not done. */
export interface EntryProgress {
  node: string;
  state: EntryState;
  error: ErrorRecord | null;
  openPages: number;
}

export interface NextSteps {
  /** Barriers whose rows are all there. */
  release: string[];
  /** Set when nothing is left to do. */
  end?: { state: 'completed' | 'failed'; error?: RunFailure };
}

/**
 * A barrier is due when every entry that feeds it has been read to its end and has no open page. One that
 * is fed by a failed source never is: half of the rows would make a wrong sum. The run ends when nothing is
 * being read, no page is open and no barrier is due; it has failed when a source has.
 */
export function nextSteps(
  entries: readonly PlanEntry[],
  stored: ReadonlyMap<string, EntryProgress>,
): NextSteps {
  const isDone = (node: string): boolean => {
    const entry = stored.get(node);
    return entry?.state === 'read' && entry.openPages === 0;
  };
  const isWaiting = (node: string): boolean => stored.get(node)?.state === 'waiting';
  const release = entries
    .filter((entry) => entry.kind === 'barrier' && isWaiting(entry.node) && entry.fedBy.every(isDone))
    .map((entry) => entry.node);
  const all = [...stored.values()];
  const busy = all.some((entry) => entry.state === 'reading' || entry.openPages > 0);
  if (busy || release.length > 0) return { release };
  const failed = all.find((entry) => entry.state === 'failed');
  if (!failed) return { release, end: { state: 'completed' } };
  const error = failed.error ?? { kind: 'bug', code: 'bug.unexpected', values: {} };
  return { release, end: { state: 'failed', error: { ...error, node: failed.node } } };
}
