// What React Flow tells about selection, sizes and drags, as view and edits.
import { applyNodeChanges, type EdgeChange, type NodeChange } from '@xyflow/react';
import { useCallback, useRef } from 'react';
import type { FlowEdit } from '@eclusa/flow';
import { useFlowStores } from '../store/flow-stores';
import { noteOf, type CanvasNode, type NoteNode } from './canvas-nodes';
import type { Point } from './placing';
import type { BoxNode, LineEdge } from './to-react-flow';

type Change<Node extends CanvasNode> = (next: (old: Node[]) => Node[]) => void;

/** Handlers for ReactFlow. `nodes` is what it shows now. */
export function useChanges(
  nodes: readonly CanvasNode[],
  setBoxes: Change<BoxNode>,
  setNotes: Change<NoteNode>,
) {
  const { document, view } = useFlowStores();
  const move = useMoves();
  const shown = useRef(nodes);
  shown.current = nodes;
  const onNodesChange = useCallback(
    (all: NodeChange<CanvasNode>[]) => {
      const changes = withMembers(all, shown.current).filter(({ type }) => type !== 'select');
      const isNote = (change: NodeChange<CanvasNode>) => 'id' in change && noteOf(change.id) !== undefined;
      const ofNotes = changes.filter(isNote) as NodeChange<NoteNode>[];
      const ofBoxes = changes.filter((change) => !isNote(change)) as NodeChange<BoxNode>[];
      if (ofNotes.length > 0) setNotes((old) => applyNodeChanges(ofNotes, old));
      if (ofBoxes.length > 0) setBoxes((old) => applyNodeChanges(ofBoxes, old));
      const chosen = selectionAfter(view.getState().nodes, all);
      if (chosen) view.getState().select(chosen, view.getState().edges);
      const positions = move(changes);
      if (positions) document.getState().edit(moveEdits(positions, shown.current), 'move');
    },
    [view, document, move, setBoxes, setNotes],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<LineEdge>[]) => {
      const chosen = selectionAfter(view.getState().edges, changes);
      if (chosen) view.getState().select(view.getState().nodes, chosen);
    },
    [view],
  );
  return { onNodesChange, onEdgesChange };
}

type Selectable = { type: string; id?: string; selected?: boolean };

/** The selection after React Flow's changes, or null when they change none of it. */
export function selectionAfter(before: readonly string[], changes: readonly Selectable[]): string[] | null {
  const selects = changes.filter(({ type }) => type === 'select');
  if (selects.length === 0) return null;
  const off = new Set(selects.filter(({ selected }) => !selected).map(({ id }) => id));
  const known = new Set(before);
  const on = selects.flatMap(({ id, selected }) => (selected && id && !known.has(id) ? [id] : []));
  return [...before.filter((id) => !off.has(id)), ...on];
}

/** The changes with those of groups given on to their boxes: a frame or a folded card stands where its boxes do. */
export function withMembers(
  changes: readonly NodeChange<CanvasNode>[],
  nodes: readonly CanvasNode[],
): NodeChange<CanvasNode>[] {
  const dragged = changes.filter((change) => change.type === 'position' && change.position);
  const own = new Set(dragged.map((change) => ('id' in change ? change.id : '')));
  return changes.flatMap((change): NodeChange<CanvasNode>[] => {
    if (change.type !== 'position') return [change];
    const group = nodes.find(({ id }) => id === change.id);
    if (group?.type !== 'frame' && group?.type !== 'folded') return [change];
    const { position, dragging } = change;
    const by = position && { x: position.x - group.position.x, y: position.y - group.position.y };
    return group.data.group.nodes
      .filter((id) => !own.has(id))
      .map((id) => {
        const at = group.data.places[id] ?? { x: 0, y: 0 };
        return {
          type: 'position',
          id,
          ...(by && { position: { x: at.x + by.x, y: at.y + by.y } }),
          ...(dragging !== undefined && { dragging }),
        };
      });
  });
}

/** Places of boxes and notes as edits. */
function moveEdits(places: Record<string, Point>, nodes: readonly CanvasNode[]): FlowEdit[] {
  const notes = nodes.flatMap((node): FlowEdit[] => {
    const place = node.type === 'note' && places[node.id];
    return place ? [{ type: 'set-note', note: { ...(node as NoteNode).data.note, ...place } }] : [];
  });
  const positions = Object.fromEntries(Object.entries(places).filter(([id]) => noteOf(id) === undefined));
  return [...notes, { type: 'move-nodes', positions }];
}

/** Collects the places of a drag and gives them out once, at its end, so that a drag is one step of undo. */
function useMoves() {
  const under = useRef<Record<string, Point>>({});
  return useCallback((changes: readonly NodeChange<CanvasNode>[]): Record<string, Point> | null => {
    let ended = false;
    for (const change of changes) {
      if (change.type !== 'position') continue;
      if (change.position) under.current[change.id] = change.position;
      if (!change.dragging) ended = true;
    }
    if (!ended || Object.keys(under.current).length === 0) return null;
    const places = under.current;
    under.current = {};
    return places;
  }, []);
}
