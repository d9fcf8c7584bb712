// A flow as React Flow draws it. Pure: the same document, catalogue and run give the same picture.
import type { Edge, Node } from '@xyflow/react';
import {
  edgeId,
  FAILED,
  outputPorts,
  type Catalogue,
  type FlowDocument,
  type FlowNode,
  type Locale,
  type NodeDescription,
  type Port,
  type Problem,
} from '@eclusa/flow';
import { guessedShape } from './box-shape';
import { boxStates, failedHere, isGoingOn, rowsOver, type BoxState, type ShownRun } from './box-state';

/** Numbers of one box in the run that is shown. */
export interface BoxCounts {
  run: string;
  state: BoxState;
  in: number;
  out: number;
  failed: number;
  /** Whether the failed rows wait in the run, to be looked at there. */
  kept: boolean;
}

export interface BoxData extends Record<string, unknown> {
  node: FlowNode;
  /** Missing when the catalogue does not know the type. */
  description: NodeDescription | undefined;
  inputs: readonly Port[];
  outputs: readonly Port[];
  hasFailed: boolean;
  errors: number;
  warnings: number;
  counts: BoxCounts | null;
}

export interface LineData extends Record<string, unknown> {
  failed: boolean;
  /** Rows that passed; null while no run is shown. */
  rows: number | null;
  live: boolean;
  broken: boolean;
}

export type BoxNode = Node<BoxData, 'box'>;
export type LineEdge = Edge<LineData, 'line'>;

/** What a box is called: the person's name for it, else the node's own, else its type. */
export function titleOf(node: FlowNode, description: NodeDescription | undefined, locale: Locale): string {
  return node.name ?? description?.name[locale] ?? node.type;
}

/** Boxes from left to right, lines in the document's order, named for screen readers. Selection and measured sizes are the canvas's own matter. */
export function toReactFlow(
  document: FlowDocument,
  catalogue: Catalogue,
  problems: readonly Problem[] = [],
  run: ShownRun | null = null,
  locale: Locale = 'en',
): { nodes: BoxNode[]; edges: LineEdge[] } {
  const nameOf = (id: string) => {
    const node = document.nodes[id];
    return node ? titleOf(node, catalogue.get(node.type), locale) : id;
  };
  const states = run && boxStates(document, run, barriersOf(document, catalogue));
  const countsOf = (id: string): BoxCounts | null => run && boxCounts(document, run, id, states?.[id]);
  const found = problemsByPlace(problems);
  const nodes = Object.entries(document.nodes).map(([id, node], index): BoxNode => {
    const description = catalogue.get(node.type);
    const data = boxData(node, description, found.boxes.get(id), countsOf(id));
    return {
      id,
      type: 'box',
      ariaLabel: titleOf(node, description, locale),
      position: document.layout.nodes[id] ?? { x: 300 * index, y: 0 },
      data,
      ...guessedShape(data),
    };
  });
  const edges = document.edges.map((edge): LineEdge => {
    const id = edgeId(edge);
    return {
      id,
      type: 'line',
      ariaLabel: `${nameOf(edge.from.node)} → ${nameOf(edge.to.node)}`,
      source: edge.from.node,
      sourceHandle: edge.from.port,
      target: edge.to.node,
      targetHandle: edge.to.port,
      data: {
        failed: edge.from.port === FAILED,
        rows: run ? rowsOver(run, edge.from.node, 'out', edge.from.port) : null,
        live: run !== null && isGoingOn(run),
        broken: found.brokenLines.has(id),
      },
    };
  });
  // The keyboard goes through boxes as the eye does.
  nodes.sort((a, b) => a.position.x - b.position.x || a.position.y - b.position.y);
  return { nodes, edges };
}

/** Problems sorted once: a large flow has more than a thousand. */
function problemsByPlace(problems: readonly Problem[]) {
  const boxes = new Map<string, Problem[]>();
  const brokenLines = new Set<string>();
  for (const problem of problems) {
    if (problem.edge !== undefined && problem.severity === 'error') brokenLines.add(problem.edge);
    if (problem.node === undefined) continue;
    const own = boxes.get(problem.node);
    if (own) own.push(problem);
    else boxes.set(problem.node, [problem]);
  }
  return { boxes, brokenLines };
}

function boxData(
  node: FlowNode,
  description: NodeDescription | undefined,
  own: readonly Problem[] | undefined,
  counts: BoxCounts | null,
): BoxData {
  const ports = description ? outputPorts(description, node.config) : [];
  return {
    node,
    description,
    inputs: description?.inputs ?? [],
    outputs: ports.filter((port) => port.id !== FAILED),
    hasFailed: ports.some((port) => port.id === FAILED),
    errors: own?.filter((problem) => problem.severity === 'error').length ?? 0,
    warnings: own?.filter((problem) => problem.severity === 'warning').length ?? 0,
    counts,
  };
}

function boxCounts(
  document: FlowDocument,
  run: ShownRun,
  node: string,
  state: BoxState = 'waiting',
): BoxCounts {
  const failed = rowsOver(run, node, 'out', FAILED);
  return {
    run: run.id,
    state,
    in: rowsOver(run, node, 'in'),
    out: rowsOver(run, node, 'out') - failed,
    failed,
    kept: failedHere(document, run, node),
  };
}

function barriersOf({ nodes }: FlowDocument, catalogue: Catalogue): Set<string> {
  const holds = ([, { type }]: [string, FlowNode]) => catalogue.get(type)?.behaviour.kind === 'barrier';
  return new Set(
    Object.entries(nodes)
      .filter(holds)
      .map(([id]) => id),
  );
}

/** Keeps the old objects of boxes that did not change, with what React Flow measured, so that only changes redraw. */
export function reuse(old: readonly BoxNode[], next: readonly BoxNode[]): BoxNode[] {
  const before = new Map(old.map((node) => [node.id, node]));
  return next.map((node) => {
    const known = before.get(node.id);
    if (!known) return node;
    const data = sameData(known.data, node.data) ? known.data : node.data;
    const samePlace = known.position.x === node.position.x && known.position.y === node.position.y;
    const sameName = known.ariaLabel === node.ariaLabel;
    if (data === known.data && samePlace && sameName) return known;
    return { ...known, ariaLabel: node.ariaLabel, position: node.position, data };
  });
}

/** Keeps the old objects of lines that did not change. */
export function reuseLines(old: readonly LineEdge[], next: readonly LineEdge[]): LineEdge[] {
  const before = new Map(old.map((line) => [line.id, line]));
  return next.map((line) => {
    const known = before.get(line.id);
    return known && known.ariaLabel === line.ariaLabel && sameLine(known.data!, line.data!) ? known : line;
  });
}

// A line's id names both its ends.
function sameLine(a: LineData, b: LineData): boolean {
  return a.failed === b.failed && a.rows === b.rows && a.live === b.live && a.broken === b.broken;
}

function sameData(a: BoxData, b: BoxData): boolean {
  return (
    a.node === b.node &&
    a.description === b.description &&
    a.errors === b.errors &&
    a.warnings === b.warnings &&
    JSON.stringify(a.counts) === JSON.stringify(b.counts)
  );
}
