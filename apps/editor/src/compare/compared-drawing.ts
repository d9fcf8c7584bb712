// One side of a comparison as React Flow draws it: every box and arrow with its mark. Pure.
import type { Edge, Node } from '@xyflow/react';
import {
  edgeId,
  FAILED,
  outputPorts,
  type Catalogue,
  type ChangeKind,
  type FlowChange,
  type FlowDocument,
  type Locale,
  type NodeDescription,
} from '@eclusa/flow';
import { boxSize } from '../canvas/placing';
import { titleOf } from '../canvas/to-react-flow';
import { tidyLayout } from '../layout/tidy';

export type Mark = ChangeKind | null;

export interface ComparedBox extends Record<string, unknown> {
  title: string;
  kind: string;
  type: string;
  group: NodeDescription['group'];
  disabled: boolean;
  mark: Mark;
  inputs: readonly string[];
  outputs: readonly string[];
}

export type ComparedNode = Node<ComparedBox, 'box'>;
export type ComparedEdge = Edge<{ mark: Mark; failed: boolean }, 'line'>;

export interface ComparedDrawing {
  nodes: ComparedNode[];
  edges: ComparedEdge[];
}

/** Draws `document`, one of the two that `changes` tells the differences of. */
export function comparedDrawing(
  document: FlowDocument,
  changes: readonly FlowChange[],
  catalogue: Catalogue,
  locale: Locale,
): ComparedDrawing {
  const marks = new Map(changes.map(({ part, id, kind }) => [`${part} ${id}`, kind]));
  const unplaced = Object.keys(document.nodes).some((id) => !document.layout.nodes[id]);
  const places = unplaced ? tidyLayout(document) : document.layout.nodes;
  const nodes = Object.entries(document.nodes).map(([id, node]): ComparedNode => {
    const description = catalogue.get(node.type);
    const title = titleOf(node, description, locale);
    return {
      id,
      type: 'box',
      position: places[id] ?? { x: 0, y: 0 },
      initialWidth: boxSize.width,
      initialHeight: boxSize.height,
      ariaLabel: title,
      data: {
        title,
        kind: description?.name[locale] ?? node.type,
        type: node.type,
        group: description?.group ?? 'transform',
        disabled: node.disabled ?? false,
        mark: marks.get(`node ${id}`) ?? null,
        inputs: (description?.inputs ?? []).map((port) => port.id),
        outputs: description ? outputPorts(description, node.config).map((port) => port.id) : [],
      },
    };
  });
  const edges = document.edges.map((edge): ComparedEdge => {
    const id = edgeId(edge);
    return {
      id,
      type: 'line',
      source: edge.from.node,
      sourceHandle: edge.from.port,
      target: edge.to.node,
      targetHandle: edge.to.port,
      data: { mark: marks.get(`edge ${id}`) ?? null, failed: edge.from.port === FAILED },
    };
  });
  return { nodes: nodes.sort((a, b) => a.position.x - b.position.x || a.position.y - b.position.y), edges };
}

/** The area both drawings take, or those of their boxes that are named, so that one view fits both. */
export function areaOf(documents: readonly FlowDocument[], only?: ReadonlySet<string>) {
  const places = documents.flatMap(({ layout, nodes }) =>
    Object.keys(nodes).flatMap((id) => (only && !only.has(id) ? [] : (layout.nodes[id] ?? []))),
  );
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  if (places.length === 0) return { x: 0, y: 0, ...boxSize };
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return {
    x,
    y,
    width: Math.max(...xs) - x + boxSize.width,
    height: Math.max(...ys) - y + boxSize.height,
  };
}
