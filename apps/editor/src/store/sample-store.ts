// Rows seen while trying boxes: what came out of each, what failed, what would be sent. Kept for this visit only.
import { createStore, type StoreApi } from 'zustand';
import type { FlowDocument, Row } from '@eclusa/flow';
import type { NodeTested } from '../api/types';

export interface SampleState {
  /** The last test of each box. */
  tested: Readonly<Record<string, NodeTested>>;
  put: (node: string, result: NodeTested) => void;
  clear: () => void;
}

export type SampleStore = StoreApi<SampleState>;

/** A store for one open flow. */
export function createSampleStore(): SampleStore {
  return createStore<SampleState>()((set) => ({
    tested: {},
    put: (node, result) => set((state) => ({ tested: { ...state.tested, [node]: result } })),
    clear: () => set({ tested: {} }),
  }));
}

export interface PortRows {
  port: string;
  rows: Row[];
}

/** The rows that enter a box by any input; null when a box before it has no test yet. */
export function rowsInto(...of: Parameters<typeof inputsOf>): Row[] | null {
  return inputsOf(...of)?.flatMap(({ rows }) => rows) ?? null;
}

/**
 * The rows that enter a box, by input port, taken from the tests of the boxes before it; null when one of them has no
 * test yet.
 */
export function inputsOf(
  document: FlowDocument,
  node: string,
  tested: Readonly<Record<string, NodeTested>>,
): PortRows[] | null {
  const into = document.edges.filter((edge) => edge.to.node === node);
  if (into.length === 0 || into.some((edge) => !tested[edge.from.node])) return null;
  const rowsOver = (edge: (typeof into)[number]) =>
    (tested[edge.from.node]!.outputs[edge.from.port] ?? []) as Row[];
  return [...new Set(into.map((edge) => edge.to.port))].map((port) => ({
    port,
    rows: into.filter((edge) => edge.to.port === port).flatMap(rowsOver),
  }));
}

/** The rows that boxes without an input gave when they were last tried. */
export function rowsRead(document: FlowDocument, tested: Readonly<Record<string, NodeTested>>): Row[] {
  const fed = new Set(document.edges.map((edge) => edge.to.node));
  const sources = Object.keys(document.nodes).filter((id) => !fed.has(id));
  return sources.flatMap((id) => Object.values(tested[id]?.outputs ?? {}).flat() as Row[]);
}

/** The boxes before `node` in the order rows pass them, `node` left out. */
export function upstreamOf(document: FlowDocument, node: string): string[] {
  const order: string[] = [];
  const seen = new Set<string>([node]);
  const visit = (id: string) => {
    for (const edge of document.edges) {
      if (edge.to.node !== id || seen.has(edge.from.node)) continue;
      seen.add(edge.from.node);
      visit(edge.from.node);
      order.push(edge.from.node);
    }
  };
  visit(node);
  return order;
}
