// How many rows a second pass each line of a run, read from the counts it tells twice a second. Pure.
import type { RunCount } from '../api/types';

/** Counts as they stood at a moment, in milliseconds. */
export interface CountsAt {
  at: number;
  counts: readonly RunCount[];
}

/** Rows per second by what leaves a box: `portKey` of box and port. */
export type LineRates = Readonly<Record<string, number>>;

/** Told over this much time, so that a page that ends at once does not look like a thousand rows a second. */
const window = 5_000;
/** Less time than this between two counts says nothing. */
const shortest = 400;

/** One name per box and output port. */
export function portKey(node: string, port: string): string {
  return `${node} ${port}`;
}

/** `history` with the newest counts; what is older than the window goes, all but the last before it. */
export function withCounts(history: readonly CountsAt[], next: CountsAt): CountsAt[] {
  const from = history.findLastIndex(({ at }) => at <= next.at - window);
  return [...history.slice(Math.max(0, from)), next];
}

/** The rates over the history; nothing before it spans some time. Lines that stand still have none. */
export function lineRates(history: readonly CountsAt[]): LineRates {
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last || last.at - first.at < shortest) return {};
  const before = outOf(first.counts);
  const seconds = (last.at - first.at) / 1000;
  const rates = Object.entries(outOf(last.counts)).map(([key, rows]): [string, number] => [
    key,
    (rows - (before[key] ?? 0)) / seconds,
  ]);
  return Object.fromEntries(rates.filter(([, rate]) => rate > 0));
}

function outOf(counts: readonly RunCount[]): Record<string, number> {
  const leaving = counts.filter(({ side }) => side === 'out');
  return Object.fromEntries(leaving.map(({ node, port, rows }) => [portKey(node, port), rows]));
}
