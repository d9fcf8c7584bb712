// What React Flow shows: made from the document, with selection from the view and drags not yet dropped.
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowNote } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import { useCalmDocument, useDocument, useFlowStores, useLiveRun, useView } from '../store/flow-stores';
import { useProblems } from '../store/useProblems';
import { noteNodeId, type CanvasNode, type NoteNode } from './canvas-nodes';
import { groupedDrawing } from './grouped';
import { reuse, reuseLines, toReactFlow, type BoxNode, type LineEdge } from './to-react-flow';
import { useChanges } from './useChanges';

const noNotes: readonly FlowNote[] = [];
const noGroups: readonly never[] = [];

/** Props for ReactFlow. */
export function useDrawing() {
  const picture = usePicture();
  const notes = useDocument((state) => state.document.layout.notes ?? noNotes);
  const groups = useDocument((state) => state.document.layout.groups ?? noGroups);
  const selected = useView((state) => state.nodes);
  const selectedEdges = useView((state) => state.edges);
  const spoken = useSpokenKinds();
  const [boxes, setBoxes] = useHeld(picture.nodes, reuse);
  const noteNodes = useMemo(() => notes.map(noteNode), [notes]);
  const [heldNotes, setNotes] = useHeld(noteNodes, reuseNotes);
  const [lines] = useHeld(picture.edges, reuseLines);
  const drawing = useMemo(() => groupedDrawing(boxes, lines, groups), [boxes, lines, groups]);
  const choose = useChosen<CanvasNode>(withoutGuess);
  const chooseLine = useChosen<LineEdge>(asItIs);
  const nodes = useMemo(() => {
    const chosen = new Set(selected);
    return [...heldNotes, ...drawing.nodes].map((node) =>
      choose(node, chosen.has(node.id), node.type === 'box' ? spoken.box : spoken[node.type]),
    );
  }, [heldNotes, drawing, selected, spoken, choose]);
  const edges = useMemo<LineEdge[]>(() => {
    const chosen = new Set(selectedEdges);
    return drawing.edges.map((edge) => chooseLine(edge, chosen.has(edge.id), spoken.line));
  }, [drawing, selectedEdges, spoken, chooseLine]);
  return { nodes, edges, ...useChanges(nodes, setBoxes, setNotes) };
}

function usePicture() {
  const { catalogue } = useFlowStores();
  const document = useCalmDocument();
  const run = useLiveRun((state) => state.run);
  const problems = useProblems();
  const { locale } = useLocale();
  return useMemo(
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
}

/** What comes from the document, with what React Flow changed since: sizes and drags. A new source is taken in at once. */
function useHeld<Part extends CanvasNode | LineEdge>(
  source: readonly Part[],
  merge: (old: readonly Part[], next: readonly Part[]) => Part[],
) {
  const [held, setHeld] = useState({ source, parts: [...source] });
  let current = held;
  if (held.source !== source) {
    // While rendering, so that no picture with old boxes is ever painted.
    current = { source, parts: merge(held.parts, source) };
    setHeld(current);
  }
  const change = useCallback(
    (next: (old: Part[]) => Part[]) => setHeld((old) => ({ ...old, parts: next(old.parts) })),
    [],
  );
  return [current.parts, change] as const;
}

function noteNode(note: FlowNote): NoteNode {
  const { x, y, width, height } = note;
  return {
    id: noteNodeId(note.id),
    type: 'note',
    position: { x, y },
    ...{ width, height, measured: { width, height } },
    data: { note },
  };
}

function reuseNotes(old: readonly NoteNode[], next: readonly NoteNode[]): NoteNode[] {
  const before = new Map(old.map((node) => [node.id, node]));
  return next.map((node) =>
    before.get(node.id)?.data.note === node.data.note ? before.get(node.id)! : node,
  );
}

type DomAttributes = NonNullable<CanvasNode['domAttributes']>;
type Dress<Part> = (part: Part, isFirst: boolean) => Part;

/** The guess of where ports are is for the first sight only: the measured places must not be overwritten. */
function withoutGuess(node: CanvasNode, isFirst: boolean): CanvasNode {
  if (isFirst || !node.handles) return node;
  const { handles: _guessed, ...known } = node;
  return known as CanvasNode;
}

const asItIs = (line: LineEdge) => line;

/** Marks what is selected, giving the very same object out again while nothing about it changed. */
function useChosen<Part extends CanvasNode | LineEdge>(dress: Dress<Part>) {
  const seen = useRef(new Map<string, { part: Part; shown: Part; spoken: DomAttributes }>());
  return useCallback(
    (part: Part, selected: boolean, spoken: DomAttributes): Part => {
      const last = seen.current.get(part.id);
      if (last?.part === part && last.shown.selected === selected && last.spoken === spoken)
        return last.shown;
      const shown = { ...dress(part, !last), selected, domAttributes: spoken };
      seen.current.set(part.id, { part, shown, spoken });
      return shown;
    },
    [dress],
  );
}

/** What screen readers call each kind: React Flow itself says "node" and "edge" in every language. */
function useSpokenKinds() {
  const { t } = useTranslation();
  return useMemo(() => {
    const kind = (word: string) => ({ 'aria-roledescription': word });
    return {
      box: kind(t('editor.reader.boxKind')),
      line: kind(t('editor.reader.lineKind')),
      note: kind(t('canvas.note.kind')),
      frame: kind(t('canvas.group.kind')),
      folded: kind(t('canvas.group.kind')),
    };
  }, [t]);
}

export type { BoxNode };
