// What a person can do to the drawing, by name, for keys, buttons and menus alike.
import { useReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useMemo } from 'react';
import {
  applyEdits,
  edgeId,
  pastedIds,
  type FlowDocument,
  type FlowFragment,
  type NodeDescription,
} from '@eclusa/flow';
import { useConnections } from '../api/connections';
import { useStores } from '../api/stores';
import { addAfter, addAt, insertInto, mainOutput, type Added } from '../store/adding';
import { clipText, pasteEdit, readClip, type Sight } from '../store/clipboard';
import { firstConnections, type Systems } from '../store/first-connections';
import { useFlowStores, useView, type FlowStores } from '../store/flow-stores';
import type { AddPlace } from './canvas-actions';
import { boxSize, tidyLayout, type Point } from './placing';
import type { BoxNode, LineEdge } from './to-react-flow';

type Canvas = ReactFlowInstance<BoxNode, LineEdge>;

const showAll = { padding: 0.15, maxZoom: 1.1, duration: 250 };

/** Needs the flow's stores and React Flow around it. */
export function useFlowCommands() {
  const stores = useFlowStores();
  const canvas = useReactFlow<BoxNode, LineEdge>();
  const connections = useConnections().data;
  const storeId = useView((state) => state.storeId);
  const store = useStores().data?.find(({ id }) => id === storeId);
  return useMemo(
    () => ({
      ...adding(stores, canvas, { connections: connections ?? [], store }),
      ...withSelection(stores, canvas),
      ...wholeDrawing(stores, canvas),
    }),
    [stores, canvas, connections, store],
  );
}

function adding({ document, view, catalogue, save }: FlowStores, canvas: Canvas, systems: Systems) {
  const now = () => document.getState().document;
  /** Adds the box with the connections there is no choice about, as one step. */
  const put = (description: NodeDescription, place: (drawing: FlowDocument) => Added) => {
    const first = firstConnections(now(), description, systems);
    const { id, edits } = place(applyEdits(now(), first.edits));
    document.getState().edit([...first.edits, ...edits]);
    view.getState().select([id]);
    view.getState().showTab('settings');
    // A binding that could not be kept is asked for before the first run; drawing goes on.
    if (Object.keys(first.bind).length > 0)
      save
        .getState()
        .bind(view.getState().storeId, first.bind)
        .catch(() => undefined);
  };
  return {
    /** Right of the selected box and connected, else in the middle of what is seen. */
    add: (description: NodeDescription) => {
      const [only, ...others] = view.getState().nodes;
      const from = only && others.length === 0 ? mainOutput(now(), catalogue.nodes, only) : null;
      const after = from !== null && description.inputs.length > 0;
      put(description, (drawing) =>
        after
          ? addAfter(drawing, catalogue.nodes, description, from)
          : addAt(drawing, description, middle(canvas)),
      );
    },
    /** At a place a person pointed at. */
    addHere: (description: NodeDescription, { edge: id, from, screen }: AddPlace) =>
      put(description, (drawing) => {
        const edge = drawing.edges.find((known) => edgeId(known) === id);
        const inserted = edge ? insertInto(drawing, catalogue.nodes, description, edge) : null;
        if (inserted) return inserted;
        return from
          ? addAfter(drawing, catalogue.nodes, description, from)
          : addAt(drawing, description, canvas.screenToFlowPosition(screen));
      }),
  };
}

/** The visible canvas, in the flow's own measure. */
function sight(canvas: Canvas): Sight {
  const pane = window.document.querySelector('.react-flow')?.getBoundingClientRect();
  const { left = 0, top = 0, right = window.innerWidth, bottom = window.innerHeight } = pane ?? {};
  return {
    from: canvas.screenToFlowPosition({ x: left, y: top }, { snapToGrid: false }),
    to: canvas.screenToFlowPosition({ x: right, y: bottom }, { snapToGrid: false }),
  };
}

function middle(canvas: Canvas): Point {
  const { from, to } = sight(canvas);
  return { x: (from.x + to.x - boxSize.width) / 2, y: (from.y + to.y - boxSize.height) / 2 };
}

function withSelection({ document, view }: FlowStores, canvas: Canvas) {
  const now = () => document.getState().document;
  const selected = () => view.getState().nodes.filter((id) => now().nodes[id]);
  const paste = (fragment: FlowFragment) => {
    const ids = [...pastedIds(now(), fragment).values()];
    document.getState().edit([pasteEdit(fragment, sight(canvas))]);
    view.getState().select(ids);
  };
  return {
    removeSelected: () => {
      const { edges } = view.getState();
      const lines = now().edges.filter((edge) => edges.includes(edgeId(edge)));
      document.getState().edit([
        { type: 'disconnect', edges: lines },
        { type: 'remove-nodes', ids: selected() },
      ]);
      view.getState().select([]);
    },
    copySelected: () => clipText(now(), selected()),
    paste,
    duplicate: () => {
      const fragment = readClip(clipText(now(), selected()) ?? '');
      if (fragment) paste(fragment);
    },
    selectAll: () => view.getState().select(Object.keys(now().nodes), now().edges.map(edgeId)),
    toggleDisabled: () => {
      const ids = selected();
      const disabled = ids.some((id) => !now().nodes[id]?.disabled);
      document.getState().edit([{ type: 'set-disabled', ids, disabled }]);
    },
  };
}

function wholeDrawing({ document }: FlowStores, canvas: Canvas) {
  const fit = () => void canvas.fitView(showAll);
  return {
    fit,
    tidy: () => {
      const sizes = Object.fromEntries(
        canvas.getNodes().flatMap(({ id, measured }) => {
          const { width, height } = measured ?? {};
          return width && height ? [[id, { width, height }] as const] : [];
        }),
      );
      const positions = tidyLayout(document.getState().document, sizes);
      document.getState().edit([{ type: 'move-nodes', positions }]);
      window.setTimeout(fit, 60);
    },
    undo: () => document.getState().undo(),
    redo: () => document.getState().redo(),
  };
}
