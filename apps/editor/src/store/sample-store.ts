// Rows seen while trying boxes: what came out of each, and rows that are pinned in place of a result. Results are kept for
// this visit; pinned rows are the flow's, and kept by whoever puts them here.
import { createStore, type StoreApi } from 'zustand';
import type { FlowSample, NodeTested } from '../api/types';

/** A result with what it was made from, to know when it no longer holds. */
export interface BoxResult extends NodeTested {
  /** Tells results apart: a new one, though equal, makes those after it doubtful. */
  stamp: number;
  /** See `basisOf`. */
  basis: string;
  /** Requests were sent, not only shown. */
  real: boolean;
}

/** Rows that stand for a box's result. */
export interface PinnedRows extends Omit<FlowSample, 'node'> {
  stamp: number;
}

/** What is known of the rows that leave a box. */
export type KnownResult = Pick<BoxResult, 'outputs' | 'failed' | 'requests' | 'stamp'>;

export interface SampleState {
  /** The last test of each box. */
  tested: Readonly<Record<string, BoxResult>>;
  pinned: Readonly<Record<string, PinnedRows>>;
  /** Boxes that are being tried right now. */
  trying: readonly string[];
  /** The box at which trying came to a stop, and why. */
  stopped: { node: string; error: unknown } | null;
  put: (node: string, result: NodeTested, basis: string, real?: boolean) => void;
  pin: (sample: FlowSample) => void;
  unpin: (node: string) => void;
  begin: (nodes: readonly string[]) => void;
  end: (stopped?: SampleState['stopped']) => void;
}

export type SampleStore = StoreApi<SampleState>;

/** A store for one open flow. */
export function createSampleStore(): SampleStore {
  let stamps = 0;
  return createStore<SampleState>()((set) => ({
    tested: {},
    pinned: {},
    trying: [],
    stopped: null,
    put: (node, result, basis, real = false) =>
      set(({ tested }) => ({ tested: { ...tested, [node]: { ...result, basis, real, stamp: ++stamps } } })),
    pin: ({ node, ...kept }) =>
      set(({ pinned }) => ({ pinned: { ...pinned, [node]: { ...kept, stamp: ++stamps } } })),
    unpin: (node) => set(({ pinned: { [node]: _gone, ...pinned } }) => ({ pinned })),
    begin: (trying) => set({ trying, stopped: null }),
    end: (stopped = null) => set({ trying: [], stopped }),
  }));
}

/** The rows known to leave each box: pinned ones before those of a test. */
export function knownResults({
  tested,
  pinned,
}: Pick<SampleState, 'tested' | 'pinned'>): Record<string, KnownResult> {
  const kept = Object.entries(pinned).map(([node, { outputs, stamp }]): [string, KnownResult] => [
    node,
    { outputs, stamp, failed: [], requests: [] },
  ]);
  return { ...tested, ...Object.fromEntries(kept) };
}
