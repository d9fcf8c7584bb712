// How sample rows travel: what enters a box, which results still hold, and which boxes are to be tried. Pure.
import { FAILED, isJsonObject, type FlowDocument, type FlowEdge, type Json, type Row } from '@eclusa/flow';
import { knownResults, type BoxResult, type KnownResult, type PinnedRows } from './sample-store';

export interface PortRows {
  port: string;
  rows: Row[];
}

type Known = Readonly<Record<string, KnownResult>>;

/** Rows that leave a box by a port; null while they are not known. One that is switched off passes on what enters it. */
function rowsOut(document: FlowDocument, { node, port }: FlowEdge['from'], known: Known): Row[] | null {
  if (document.nodes[node]?.disabled) return port === FAILED ? [] : rowsInto(document, node, known);
  const result = known[node];
  if (!result) return null;
  if (port !== FAILED) return (result.outputs[port] ?? []) as Row[];
  return result.failed.flatMap(({ input, error: { code, values } }) =>
    isJsonObject(input) ? [{ ...input, _error: { code, node, values: values as Json } }] : [],
  );
}

/** The rows that enter a box by any input; null when a box before it has no result yet. */
export function rowsInto(...of: Parameters<typeof inputsOf>): Row[] | null {
  return inputsOf(...of)?.flatMap(({ rows }) => rows) ?? null;
}

/** The rows that enter a box, by input port; null when one of the boxes before it has no result yet. */
export function inputsOf(document: FlowDocument, node: string, known: Known): PortRows[] | null {
  const into = document.edges.filter((edge) => edge.to.node === node && edge.from.node !== node);
  const lines = into.map((edge) => ({ port: edge.to.port, rows: rowsOut(document, edge.from, known) }));
  if (lines.length === 0 || lines.some(({ rows }) => rows === null)) return null;
  return [...new Set(lines.map(({ port }) => port))].map((port) => ({
    port,
    rows: lines.filter((line) => line.port === port).flatMap(({ rows }) => rows ?? []),
  }));
}

/** The rows that boxes without an input gave. */
export function rowsRead(document: FlowDocument, known: Known): Row[] {
  const fed = new Set(document.edges.map((edge) => edge.to.node));
  const sources = Object.keys(document.nodes).filter((id) => !fed.has(id));
  return sources.flatMap((id) => Object.values(known[id]?.outputs ?? {}).flat() as Row[]);
}

/** The boxes before `node` in the order rows pass them, `node` left out; nothing before those of `ends`. */
export function upstreamOf(
  document: FlowDocument,
  node: string,
  ends: (id: string) => boolean = () => false,
): string[] {
  return reached(document, node, ({ from, to }, id) => (to.node === id ? from.node : null), ends);
}

/** The boxes after `node`, `node` left out. */
export function downstreamOf(document: FlowDocument, node: string): string[] {
  return reached(document, node, ({ from, to }, id) => (from.node === id ? to.node : null));
}

function reached(
  document: FlowDocument,
  start: string,
  step: (edge: FlowEdge, id: string) => string | null,
  ends: (id: string) => boolean = () => false,
): string[] {
  const order: string[] = [];
  const seen = new Set<string>([start]);
  const visit = (id: string) => {
    for (const edge of document.edges) {
      const next = step(edge, id);
      if (next === null || seen.has(next)) continue;
      seen.add(next);
      if (!ends(next)) visit(next);
      order.push(next);
    }
  };
  visit(start);
  return order;
}

interface Feeder {
  node: string;
  port: string;
  into: string;
}

/** What hands rows to the box, those that are switched off stepped over. */
function feedersOf(document: FlowDocument, node: string, seen: ReadonlySet<string> = new Set()): Feeder[] {
  if (seen.has(node)) return [];
  return document.edges
    .filter(({ to }) => to.node === node)
    .flatMap(({ from, to }): Feeder[] =>
      document.nodes[from.node]?.disabled
        ? feedersOf(document, from.node, new Set([...seen, node])).map((one) => ({ ...one, into: to.port }))
        : [{ node: from.node, port: from.port, into: to.port }],
    );
}

/**
 * What a result of the box rests on, as a text that is equal while nothing of it has changed: settings, parameters, the
 * store, the lines into it and the very results those carry.
 */
export function basisOf(document: FlowDocument, node: string, known: Known, storeId: string | null): string {
  const { type, version, config } = document.nodes[node] ?? {};
  const lines = feedersOf(document, node).map((from) =>
    JSON.stringify([from.into, from.node, from.port, known[from.node]?.stamp ?? null]),
  );
  return JSON.stringify([type, version, config, document.parameters, storeId, lines.sort()]);
}

export interface SampleView {
  tested: Readonly<Record<string, BoxResult>>;
  pinned: Readonly<Record<string, PinnedRows>>;
  storeId: string | null;
}

export type SampleMark = 'pinned' | 'fresh' | 'failing' | 'stale';

/** How each box stands that has a result or pinned rows. A result is stale too when one that feeds it is. */
export function sampleMarks(
  document: FlowDocument,
  { tested, pinned, storeId }: SampleView,
): Record<string, SampleMark> {
  const known = knownResults({ tested, pinned });
  const marks: Record<string, SampleMark> = {};
  for (const id of rowOrder(document)) {
    const result = tested[id];
    if (document.nodes[id]?.disabled) continue;
    if (pinned[id]) marks[id] = 'pinned';
    else if (result) {
      const doubtful =
        result.basis !== basisOf(document, id, known, storeId) ||
        feedersOf(document, id).some(({ node }) => marks[node] === 'stale');
      marks[id] = doubtful ? 'stale' : result.failed.length > 0 ? 'failing' : 'fresh';
    }
  }
  return marks;
}

/** Every box after all that feed it. */
function rowOrder({ nodes, edges }: FlowDocument): string[] {
  const feeders = new Map<string, string[]>();
  for (const { from, to } of edges) feeders.set(to.node, [...(feeders.get(to.node) ?? []), from.node]);
  const seen = new Set<string>();
  const order: string[] = [];
  const visit = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    feeders.get(id)?.forEach(visit);
    order.push(id);
  };
  Object.keys(nodes).forEach(visit);
  return order;
}

/** `here`: the box alone. `into`: all before it that need it. `upTo`: those and the box. `from`: with all after it. */
export type Extent = 'here' | 'into' | 'upTo' | 'from';

/**
 * The boxes to try. Those before that have a result which holds are not tried again, unless `again` asks for it; pinned
 * ones never are, and a box that is switched off has nothing to try.
 */
export function boxesToTry(
  document: FlowDocument,
  node: string,
  extent: Extent,
  marks: Readonly<Record<string, SampleMark>>,
  again = false,
): string[] {
  const holds = (id: string) => marks[id] === 'pinned' || (!again && (marks[id] ?? 'stale') !== 'stale');
  const wanted = [node, ...(extent === 'from' ? downstreamOf(document, node) : [])];
  const before = extent === 'here' ? [] : wanted.flatMap((id) => upstreamOf(document, id, holds));
  const needed = before.filter((id) => !wanted.includes(id) && !holds(id));
  return [...new Set([...needed, ...(extent === 'into' ? [] : wanted)])].filter(
    (id) => marks[id] !== 'pinned' && !document.nodes[id]?.disabled,
  );
}

export interface GivenRows {
  node: string;
  outputs: PortRows[];
}

/** Rows that are sent along at most, per port: as many as the API takes. */
export const mostRows = 50;

/** The results that feed the boxes to try, without being tried themselves. */
export function givenTo(document: FlowDocument, nodes: readonly string[], known: Known): GivenRows[] {
  const feeding = new Set(nodes.flatMap((id) => feedersOf(document, id).map(({ node }) => node)));
  return [...feeding]
    .filter((id) => !nodes.includes(id) && known[id])
    .map((node) => {
      const ports = new Set([...Object.keys(known[node]!.outputs), FAILED]);
      const outputs = [...ports].map((port) => ({
        port,
        rows: (rowsOut(document, { node, port }, known) ?? []).slice(0, mostRows),
      }));
      return { node, outputs: outputs.filter(({ port, rows }) => port !== FAILED || rows.length > 0) };
    });
}
