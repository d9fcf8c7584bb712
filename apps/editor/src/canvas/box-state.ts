// How far each box of a run is, read from what crossed its sides. Pure.
import { FAILED, type FlowDocument } from '@eclusa/flow';
import type { RunCount, RunState } from '../api/types';

/** `waiting`: no row yet. `stopped`: the run ended before the box had all its rows. */
export type BoxState = 'waiting' | 'working' | 'done' | 'stopped';

/** The run whose numbers are drawn. */
export interface ShownRun {
  id: string;
  state: RunState;
  /** Rows the sources gave so far, and how many they announced; null when they did not say. */
  read: number;
  expected: number | null;
  counts: readonly RunCount[];
}

/** Rows over one side of a box, summed over ports unless one is named. */
export function rowsOver(run: ShownRun, node: string, side: 'in' | 'out', port?: string): number {
  return run.counts
    .filter((count) => count.node === node && count.side === side && (!port || count.port === port))
    .reduce((total, { rows }) => total + rows, 0);
}

/** True while numbers may still change. */
export function isGoingOn({ state }: ShownRun): boolean {
  return state === 'queued' || state === 'running' || state === 'cancelling';
}

/**
 * States by box id. A source is done when all announced rows left it, another box when those before it are done
 * and it took all they gave. What holds rows back (`barriers`) is done with the run: nobody knows what it still holds.
 */
export function boxStates(
  { nodes, edges }: Pick<FlowDocument, 'nodes' | 'edges'>,
  run: ShownRun,
  barriers: ReadonlySet<string> = new Set(),
): Record<string, BoxState> {
  const known: Record<string, BoxState> = {};
  const live = isGoingOn(run);
  const feeding = (node: string) => edges.filter(({ to, from }) => to.node === node && nodes[from.node]);
  const sources = Object.keys(nodes).filter((node) => feeding(node).length === 0);
  const given = sources.reduce((total, node) => total + rowsOver(run, node, 'out'), 0);
  const complete = (node: string): boolean => {
    const lines = feeding(node);
    if (lines.length === 0) return run.expected !== null && given >= run.expected;
    const wanted = lines.reduce((total, { from }) => total + rowsOver(run, from.node, 'out', from.port), 0);
    return lines.every(({ from }) => stateOf(from.node) === 'done') && rowsOver(run, node, 'in') >= wanted;
  };
  const stateOf = (node: string): BoxState => {
    const before = known[node];
    if (before) return before;
    // Set before the boxes in front are looked at, so that a circle ends.
    known[node] = run.state === 'completed' ? 'done' : live ? 'waiting' : 'stopped';
    if (run.state === 'completed') return 'done';
    const started = feeding(node).length === 0 ? run.read > 0 : rowsOver(run, node, 'in') > 0;
    if (!barriers.has(node) && complete(node)) known[node] = 'done';
    else if (live && started) known[node] = 'working';
    return known[node]!;
  };
  Object.keys(nodes).forEach(stateOf);
  return known;
}

/** Rows of a box that wait among the failed rows of the run: those no line leads away. */
export function failedHere({ edges }: Pick<FlowDocument, 'edges'>, run: ShownRun, node: string): boolean {
  const led = edges.some(({ from }) => from.node === node && from.port === FAILED);
  return !led && rowsOver(run, node, 'out', FAILED) > 0;
}
