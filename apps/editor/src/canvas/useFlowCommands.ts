// What a person can do to the drawing, by name, for keys, buttons and menus alike.
import { useReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useMemo } from 'react';
import { edgeId, pastedIds, type FlowFragment, type NodeDescription } from '@eclusa/flow';
import { addAfter, addAt, insertInto, mainOutput, type Added } from '../store/adding';
import { clipText, pasteEdit, readClip } from '../store/clipboard';
import { useFlowStores, type FlowStores } from '../store/flow-stores';
import type { AddPlace } from './canvas-actions';
import { boxSize, tidyLayout, type Point } from './placing';
import type { BoxNode, LineEdge } from './to-react-flow';

type Canvas = ReactFlowInstance<BoxNode, LineEdge>;

const showAll = { padding: 0.15, maxZoom: 1.1, duration: 250 };

/** Needs the flow's stores and React Flow around it. */
export function useFlowCommands() {
  const stores = useFlowStores();
  const canvas = useReactFlow<BoxNode, LineEdge>();
  return useMemo(
    () => ({
      ...adding(stores, canvas),
      ...withSelection(stores),
      ...wholeDrawing(stores, canvas),
    }),
    [stores, canvas],
  );
}

function adding({ document, view, catalogue }: FlowStores, canvas: Canvas) {
  const now = () => document.getState().document;
  const put = ({ id, edits }: Added) => {
    document.getState().edit(edits);
    view.getState().select([id]);
  };
  return {
    /** Right of the selected box and connected, else in the middle of what is seen. */
    add: (description: NodeDescription) => {
      const [only, ...others] = view.getState().nodes;
      const from = only && others.length === 0 ? mainOutput(now(), catalogue.nodes, only) : null;
      const after = from !== null && description.inputs.length > 0;
      put(
        after
          ? addAfter(now(), catalogue.nodes, description, from)
          : addAt(now(), description, middle(canvas)),
      );
    },
    /** At a place a person pointed at. */
    addHere: (description: NodeDescription, place: AddPlace) => {
      const edge = now().edges.find((known) => edgeId(known) === place.edge);
      const inserted = edge ? insertInto(now(), catalogue.nodes, description, edge) : null;
      if (inserted) put(inserted);
      else if (place.from) put(addAfter(now(), catalogue.nodes, description, place.from));
      else put(addAt(now(), description, canvas.screenToFlowPosition(place.screen)));
    },
  };
}

/** The middle of the visible canvas, in the flow's own measure. */
function middle(canvas: Canvas): Point {
  const pane = window.document.querySelector('.react-flow')?.getBoundingClientRect();
  const screen = pane
    ? { x: pane.x + pane.width / 2, y: pane.y + pane.height / 2 }
    : { x: window.innerWidth / 2, y: window.innerHeight / 2 };
  const { x, y } = canvas.screenToFlowPosition(screen);
  return { x: x - boxSize.width / 2, y: y - boxSize.height / 2 };
}

function withSelection({ document, view }: FlowStores) {
  const now = () => document.getState().document;
  const selected = () => view.getState().nodes.filter((id) => now().nodes[id]);
  const paste = (fragment: FlowFragment) => {
    const ids = [...pastedIds(now(), fragment).values()];
    document.getState().edit([pasteEdit(fragment)]);
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
