// What a person does on the canvas with the mouse: drawing lines, dropping boxes. Refusals are explained.
import { notifications } from '@mantine/notifications';
import { useReactFlow, type Connection, type FinalConnectionState } from '@xyflow/react';
import { useCallback, type DragEvent } from 'react';
import { edgeId, type FlowEdge } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import { leadThrough } from '../store/adding';
import { whyNot } from '../store/connecting';
import { useFlowStores } from '../store/flow-stores';
import type { AddPlace } from './canvas-actions';
import type { CanvasNode } from './canvas-nodes';
import { innerEnd } from './grouped';
import { nearestEdge } from './nearest-edge';
import { DRAGGED } from './PaletteList';
import { boxSize, snapped } from './placing';
import { useFlowCommands } from './useFlowCommands';

interface Ends {
  source: string;
  sourceHandle?: string | null;
  target: string;
  targetHandle?: string | null;
}

function toEdge({ source, sourceHandle, target, targetHandle }: Ends): FlowEdge {
  return {
    from: innerEnd(source, sourceHandle ?? 'out'),
    to: innerEnd(target, targetHandle ?? 'in'),
  };
}

/** Handlers for ReactFlow. `onWanted` opens the quick-add list. */
export function useCanvasEvents(onWanted: (place: AddPlace) => void) {
  const { document, catalogue } = useFlowStores();
  const { say } = useLocale();
  const refusal = useCallback(
    (ends: Ends) => whyNot(document.getState().document, catalogue.nodes, toEdge(ends)),
    [document, catalogue],
  );
  const isValidConnection = useCallback((ends: Ends) => refusal(ends) === null, [refusal]);
  const onConnect = useCallback(
    (ends: Connection) => document.getState().edit([{ type: 'connect', edge: toEdge(ends) }]),
    [document],
  );
  const removeEdge = useCallback(
    (id: string) => {
      const edges = document.getState().document.edges.filter((edge) => edgeId(edge) === id);
      document.getState().edit([{ type: 'disconnect', edges }]);
    },
    [document],
  );

  const onConnectEnd = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    const { fromHandle, toHandle, isValid } = state;
    if (isValid || !fromHandle) return;
    if (toHandle) {
      const forward = fromHandle.type === 'source';
      const [from, to] = forward ? [fromHandle, toHandle] : [toHandle, fromHandle];
      const reason = refusal({
        source: from.nodeId,
        sourceHandle: from.id ?? null,
        target: to.nodeId,
        targetHandle: to.id ?? null,
      });
      if (reason) notifications.show({ message: say(reason), color: 'yellow' });
      return;
    }
    if (fromHandle.type !== 'source') return;
    const point = 'changedTouches' in event ? event.changedTouches[0]! : event;
    onWanted({
      screen: { x: point.clientX, y: point.clientY },
      from: innerEnd(fromHandle.nodeId, fromHandle.id ?? 'out'),
    });
  };

  return { isValidConnection, onConnect, onConnectEnd, removeEdge };
}

/** Handlers for a box dragged out of the palette: dropped on a line, it is put into the line. */
export function useDropping() {
  const { document, catalogue } = useFlowStores();
  const flow = useReactFlow();
  const { addHere } = useFlowCommands();
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(DRAGGED)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };
  const onDrop = (event: DragEvent) => {
    const description = catalogue.nodes.get(event.dataTransfer.getData(DRAGGED));
    if (!description) return;
    event.preventDefault();
    const screen = { x: event.clientX - boxSize.width / 2, y: event.clientY - 30 };
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const edge = nearestEdge(document.getState().document, snapped(at));
    addHere(description, { screen, ...(edge && { edge: edgeId(edge) }) });
  };
  /** A box without lines that is dragged onto a line is put into it, in the same step of undo as the drag. */
  const onNodeDragStop = (_event: unknown, { id, type, position }: CanvasNode, dragged: CanvasNode[]) => {
    if (type !== 'box' || dragged.length !== 1) return;
    const drawing = document.getState().document;
    const middle = { x: position.x + boxSize.width / 2, y: position.y + 30 };
    const edge = nearestEdge(drawing, middle);
    const edits = edge && leadThrough(drawing, catalogue.nodes, id, edge);
    if (edits) document.getState().edit(edits, 'move');
  };
  return { onDragOver, onDrop, onNodeDragStop };
}
