// The boxes and lines React Flow shows: made from the document, with selection from the view and drags not yet dropped.
import { applyNodeChanges, type EdgeChange, type NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { useDocument, useFlowStores, useLiveRun, useView } from '../store/flow-stores';
import { useProblems } from '../store/useProblems';
import type { Point } from './placing';
import { reuse, toReactFlow, type BoxNode, type LineEdge } from './to-react-flow';

/** Props for ReactFlow. */
export function useDrawing() {
  const { catalogue } = useFlowStores();
  const document = useDocument((state) => state.document);
  const selected = useView((state) => state.nodes);
  const selectedEdges = useView((state) => state.edges);
  const run = useLiveRun((state) => state.run);
  const problems = useProblems();
  const { locale } = useLocale();
  const spoken = useSpokenKinds();
  const picture = useMemo(
    () =>
      toReactFlow(
        document,
        catalogue.nodes,
        problems,
        run && {
          ...{ id: run.id, state: run.state, counts: run.counts },
          ...{ read: run.totals.read, expected: run.expectedRows },
        },
        locale,
      ),
    [document, catalogue, problems, run, locale],
  );
  const [nodes, setNodes] = useState<BoxNode[]>(picture.nodes);
  useEffect(() => setNodes((old) => reuse(old, picture.nodes)), [picture]);
  const shown = useMemo(
    () =>
      nodes.map((node) => {
        const is = selected.includes(node.id);
        const same = (node.selected ?? false) === is && node.domAttributes === spoken.box;
        return same ? node : { ...node, selected: is, domAttributes: spoken.box };
      }),
    [nodes, selected, spoken],
  );
  const edges = useMemo<LineEdge[]>(
    () =>
      picture.edges.map((edge) => ({
        ...edge,
        selected: selectedEdges.includes(edge.id),
        domAttributes: spoken.line,
      })),
    [picture, selectedEdges, spoken],
  );

  return { nodes: shown, edges, ...useChanges(setNodes) };
}

/** What screen readers call a box and a line: React Flow itself says "node" and "edge" in every language. */
function useSpokenKinds() {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      box: { 'aria-roledescription': t('editor.reader.boxKind') },
      line: { 'aria-roledescription': t('editor.reader.lineKind') },
    }),
    [t],
  );
}

/** What React Flow tells about selection and drags, as view and edits. */
function useChanges(setNodes: Dispatch<SetStateAction<BoxNode[]>>) {
  const { document, view } = useFlowStores();
  const move = useMoves();
  const onNodesChange = useCallback(
    (changes: NodeChange<BoxNode>[]) => {
      setNodes((old) =>
        applyNodeChanges(
          changes.filter(({ type }) => type !== 'select'),
          old,
        ),
      );
      const chosen = selectionAfter(view.getState().nodes, changes);
      if (chosen) view.getState().select(chosen, view.getState().edges);
      const positions = move(changes);
      if (positions) document.getState().edit([{ type: 'move-nodes', positions }], 'move');
    },
    [view, document, move, setNodes],
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
  const on = selects.flatMap(({ id, selected }) => (selected && id && !before.includes(id) ? [id] : []));
  return [...before.filter((id) => !off.has(id)), ...on];
}

/** Collects the places of a drag and gives them out once, at its end, so that a drag is one step of undo. */
function useMoves() {
  const under = useRef<Record<string, Point>>({});
  return useCallback((changes: readonly NodeChange<BoxNode>[]): Record<string, Point> | null => {
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
