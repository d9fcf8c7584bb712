// Runs over time as bars: heights, scale and marks. Pure.
import type { RunHistoryPiece } from '../../api/types';

export const states = ['completed', 'failed', 'stopped', 'live'] as const;
export type HistoryView = 'runs' | 'rows' | 'time';

export interface Part {
  state: (typeof states)[number];
  value: number;
}

/** The parts of one bar from the bottom up, the empty ones left out. */
export function partsOf(piece: RunHistoryPiece, view: HistoryView): Part[] {
  if (view === 'time') return [{ state: 'completed' as const, value: piece.longestMs }].filter(hasValue);
  if (view === 'rows') {
    const rows: Part[] = [
      { state: 'completed', value: piece.written },
      { state: 'failed', value: piece.failedRows },
    ];
    return rows.filter(hasValue);
  }
  return states.map((state) => ({ state, value: piece[state] })).filter(hasValue);
}

/** The top of the scale: the largest bar, 1 at least. */
export function topOf(pieces: readonly RunHistoryPiece[], view: HistoryView): number {
  const sums = pieces.map((piece) => partsOf(piece, view).reduce((sum, { value }) => sum + value, 0));
  return Math.max(1, ...sums);
}

/** How many bars lie between two dates that are written below: six dates at most. */
export function labelEvery(count: number): number {
  return Math.max(1, Math.ceil(count / 6));
}

function hasValue({ value }: Part): boolean {
  return value > 0;
}

/** Hours for up to two days, days for more; when no time is chosen, the last 30 days. */
export function spanOf(
  span: string | undefined,
  now: number,
): { since: Date; step: 'hour' | 'day'; list: boolean } {
  const day = 86_400_000;
  const hour = 3_600_000;
  if (span === 'day')
    return { since: new Date(Math.ceil(now / hour) * hour - day), step: 'hour', list: true };
  const days = span === 'week' ? 7 : 30;
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  return {
    since: new Date(midnight.getTime() - days * day),
    step: 'day',
    list: span === 'week' || span === 'month',
  };
}
