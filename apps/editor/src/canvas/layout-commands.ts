// What a person can do to the layout: groups, notes, lining up, moving. Each is edits of the document, one step of undo.
import type { ReactFlowInstance } from '@xyflow/react';
import { freeId, type FlowDocument, type FlowEdit, type FlowGroup } from '@eclusa/flow';
import { aligned, spaced, type Direction, type Side } from '../layout/align';
import type { Placed } from '../layout/layered';
import type { FlowStores } from '../store/flow-stores';
import { groupNodeId, groupOf, noteNodeId, noteOf } from './canvas-nodes';
import { groupAround } from './grouped';
import { boxSize, grid, snapped, type Point } from './placing';
import type { BoxNode, LineEdge } from './to-react-flow';

type Canvas = ReactFlowInstance<BoxNode, LineEdge>;

const noteSize = { width: 240, height: 140 };

/** Ids of boxes among what is selected, those of selected groups included. */
export function chosenBoxes({ document, view }: FlowStores): string[] {
  const { nodes, layout } = document.getState().document;
  const inGroups = (layout.groups ?? []).filter(({ id }) => view.getState().nodes.includes(groupNodeId(id)));
  const ids = [...view.getState().nodes, ...inGroups.flatMap((group) => group.nodes)];
  return [...new Set(ids)].filter((id) => Object.hasOwn(nodes, id));
}

/** The selected groups, and those around selected boxes. */
export function chosenGroups({ document, view }: FlowStores): FlowGroup[] {
  const now = document.getState().document;
  const selected = view.getState().nodes;
  return (now.layout.groups ?? []).filter(
    ({ id, nodes }) => selected.includes(groupNodeId(id)) || nodes.some((node) => selected.includes(node)),
  );
}

/** Commands over the flow's stores; `middle` is where new things go. */
export function layoutCommands(stores: FlowStores, canvas: Canvas, middle: () => Point) {
  return { ...grouping(stores), ...lining(stores, canvas), ...notes(stores, middle) };
}

function grouping(stores: FlowStores) {
  const { document, view } = stores;
  const edit = (edits: FlowEdit[]) => document.getState().edit(edits);
  return {
    group: () => {
      const nodes = chosenBoxes(stores);
      if (nodes.length === 0) return;
      const { layout } = document.getState().document;
      const id = freeId('group', new Set((layout.groups ?? []).map((group) => group.id)));
      edit([{ type: 'add-group', group: { id, name: '', nodes, colour: 'blue' } }]);
      view.getState().select([groupNodeId(id)]);
    },
    ungroup: () => {
      const groups = chosenGroups(stores);
      edit([{ type: 'remove-groups', ids: groups.map(({ id }) => id) }]);
      view.getState().select(groups.flatMap(({ nodes }) => nodes));
    },
    fold: () => {
      const groups = chosenGroups(stores);
      const folded = groups.some((group) => !group.folded);
      edit(groups.map((group) => ({ type: 'set-group', group: { ...group, folded } })));
      // What was selected may be out of sight now.
      view.getState().select(groups.map(({ id }) => groupNodeId(id)));
    },
  };
}

function lining(stores: FlowStores, canvas: Canvas) {
  const { document, view } = stores;
  const sizeOf = (id: string) => {
    const { width = boxSize.width, height = boxSize.height } = canvas.getNode(id)?.measured ?? {};
    return { width, height };
  };
  /** Selected boxes, and groups as one thing each. */
  const things = (): Placed[] =>
    view.getState().nodes.flatMap((id) => {
      const node = canvas.getNode(id);
      const inSelectedGroup = groupAround(document.getState().document, id);
      if (!node || noteOf(id) !== undefined) return [];
      if (inSelectedGroup && view.getState().nodes.includes(groupNodeId(inSelectedGroup.id))) return [];
      return [{ id, ...node.position, ...sizeOf(id) }];
    });
  const put = (from: readonly Placed[], places: Record<string, Point>) => {
    const { layout } = document.getState().document;
    const positions = Object.fromEntries(
      from.flatMap(({ id, x, y }): [string, Point][] => {
        const to = places[id];
        const group = layout.groups?.find((each) => each.id === groupOf(id));
        if (!to) return [];
        if (!group) return [[id, to]];
        const moved = ({ x: left, y: top }: Point) => ({ x: left + to.x - x, y: top + to.y - y });
        return group.nodes.map((node) => [node, moved(layout.nodes[node] ?? { x: 0, y: 0 })]);
      }),
    );
    document.getState().edit([{ type: 'move-nodes', positions }]);
  };
  return {
    align: (side: Side) => put(things(), aligned(things(), side)),
    space: (direction: Direction) => put(things(), spaced(things(), direction)),
    /** Moves what is selected by steps of the grid. */
    nudge: (dx: number, dy: number) => {
      const { layout } = document.getState().document;
      const by = ({ x, y }: Point) => ({ x: x + dx * grid, y: y + dy * grid });
      const positions = Object.fromEntries(
        chosenBoxes(stores).map((id) => [id, by(layout.nodes[id] ?? { x: 0, y: 0 })]),
      );
      const moved = (layout.notes ?? [])
        .filter(({ id }) => view.getState().nodes.includes(noteNodeId(id)))
        .map((note): FlowEdit => ({ type: 'set-note', note: { ...note, ...by(note) } }));
      document.getState().edit([{ type: 'move-nodes', positions }, ...moved], 'nudge');
    },
  };
}

function notes({ document, view }: FlowStores, middle: () => Point) {
  return {
    /** Puts a note in the middle of what is seen and answers its id. */
    addNote: (): string => {
      const { layout } = document.getState().document;
      const id = freeId('note', new Set((layout.notes ?? []).map((note) => note.id)));
      const at = besideBoxes(document.getState().document, snapped(middle()));
      document
        .getState()
        .edit([{ type: 'add-note', note: { id, text: '', ...at, ...noteSize, colour: 'yellow' } }]);
      view.getState().select([noteNodeId(id)]);
      return id;
    },
  };
}

/** `wanted`, or the first place below it where a note covers no box. */
function besideBoxes({ layout }: FlowDocument, wanted: Point): Point {
  const meets = ({ x, y }: Point) =>
    Object.values(layout.nodes).some(
      (box) =>
        box.x < x + noteSize.width &&
        x < box.x + boxSize.width &&
        box.y - grid < y + noteSize.height &&
        y < box.y + boxSize.height + 2 * grid,
    );
  let place = wanted;
  while (meets(place)) place = { x: place.x, y: place.y + 2 * grid };
  return place;
}
