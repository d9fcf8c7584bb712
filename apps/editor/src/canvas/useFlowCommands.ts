// What a person can do to the drawing, by name, for keys, buttons and menus alike.
import { useReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useMemo } from 'react';
import { applyEdits, edgeId, replacementOf, type FlowDocument, type NodeDescription } from '@eclusa/flow';
import { useConnections } from '../api/connections';
import { useStores } from '../api/stores';
import { tidyLayout } from '../layout/tidy';
import { addAfter, addAt, insertInto, mainOutput, newNode, type Added } from '../store/adding';
import type { Sight } from '../store/clipboard';
import { firstConnections, type Systems } from '../store/first-connections';
import { useFlowStores, useView, type FlowStores } from '../store/flow-stores';
import type { AddPlace } from './canvas-actions';
import { layoutCommands } from './layout-commands';
import { boxSize, type Point } from './placing';
import { selectionCommands } from './selection-commands';
import type { BoxNode, LineEdge } from './to-react-flow';
import { walk, type Way } from './walking';

type Canvas = ReactFlowInstance<BoxNode, LineEdge>;

const showAll = { padding: 0.15, maxZoom: 1.1, duration: 250 };

export type FlowCommands = ReturnType<typeof useFlowCommands>;

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
      ...selectionCommands(stores, () => sight(canvas)),
      ...layoutCommands(stores, canvas, () => middle(canvas)),
      ...wholeDrawing(stores, canvas),
    }),
    [stores, canvas, connections, store],
  );
}

function adding({ document, view, catalogue, save }: FlowStores, canvas: Canvas, systems: Systems) {
  const now = () => document.getState().document;
  /** Binds what there is no choice about. A binding that could not be kept is asked for before the first run. */
  const bind = (slots: Record<string, string>) => {
    if (Object.keys(slots).length === 0) return;
    save
      .getState()
      .bind(view.getState().storeId, slots)
      .catch(() => undefined);
  };
  /** Adds the box with the connections there is no choice about, as one step. */
  const put = (description: NodeDescription, place: (drawing: FlowDocument) => Added) => {
    const first = firstConnections(now(), description, systems);
    const { id, edits } = place(applyEdits(now(), first.edits));
    document.getState().edit([...first.edits, ...edits]);
    view.getState().select([id]);
    view.getState().showTab('settings');
    bind(first.bind);
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
    /** Puts a box of another type in the place of one; what did not fit is answered, to be told. */
    replace: (id: string, description: NodeDescription) => {
      const first = firstConnections(now(), description, systems);
      const drawing = applyEdits(now(), first.edits);
      const start = newNode(drawing, description).config;
      const replacement = replacementOf(drawing, id, description, catalogue.nodes, start);
      if (!replacement) return undefined;
      document.getState().edit([...first.edits, ...replacement.edits]);
      bind(first.bind);
      return replacement;
    },
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

function wholeDrawing({ document, view }: FlowStores, canvas: Canvas) {
  const fit = () => void canvas.fitView(showAll);
  return {
    fit,
    fitSelection: () =>
      void canvas.fitView({ ...showAll, nodes: view.getState().nodes.map((id) => ({ id })) }),
    zoomIn: () => void canvas.zoomIn({ duration: 120 }),
    zoomOut: () => void canvas.zoomOut({ duration: 120 }),
    actualSize: () => void canvas.zoomTo(1, { duration: 120 }),
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
    /** Goes to another box; false when there is none that way. */
    walk: (way: Way): boolean => {
      const to = walk(document.getState().document, view.getState().nodes.at(-1), way);
      if (to === undefined) return false;
      view.getState().select([to]);
      focusNode(to);
      return true;
    },
    undo: () => document.getState().undo(),
    redo: () => document.getState().redo(),
  };
}

/** Out of sight, a box stands in the page only once the canvas has moved to it. */
function focusNode(id: string, tries = 8): void {
  window.setTimeout(() => {
    const node = window.document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
    if (node) node.focus({ preventScroll: true });
    else if (tries > 0) focusNode(id, tries - 1);
  }, 60);
}
