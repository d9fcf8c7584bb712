// What a person can do with what is selected: boxes, lines, notes and groups. Each is one step of undo.
import {
  applyEdit,
  copyFragment,
  edgeId,
  pastedIds,
  type FlowDocument,
  type FlowFragment,
} from '@eclusa/flow';
import { clipText, pasteEdit, type Sight } from '../store/clipboard';
import type { FlowStores } from '../store/flow-stores';
import { groupNodeId, noteNodeId, noteOf } from './canvas-nodes';
import { chosenBoxes } from './layout-commands';

/** Commands over the flow's stores; `seen` is what of the drawing can be seen. */
export function selectionCommands(stores: FlowStores, seen: () => Sight) {
  const { document, view } = stores;
  const now = () => document.getState().document;
  const notes = () => view.getState().nodes.flatMap((id) => noteOf(id) ?? []);
  const paste = (fragment: FlowFragment) => {
    const ids = [...pastedIds(now(), fragment).values()];
    const edit = pasteEdit(fragment, seen());
    const before = (now().layout.notes ?? []).length;
    const after = applyEdit(now(), edit);
    document.getState().edit([edit]);
    const added = (after.layout.notes ?? []).slice(before).map(({ id }) => noteNodeId(id));
    view.getState().select([...ids, ...added]);
  };
  return {
    removeSelected: () => {
      const { edges } = view.getState();
      const lines = now().edges.filter((edge) => edges.includes(edgeId(edge)));
      document.getState().edit([
        { type: 'disconnect', edges: lines },
        { type: 'remove-nodes', ids: chosenBoxes(stores) },
        { type: 'remove-notes', ids: notes() },
      ]);
      view.getState().select([]);
    },
    copySelected: () => clipText(now(), chosenBoxes(stores), notes()),
    paste,
    duplicate: () => {
      const [boxes, copied] = [chosenBoxes(stores), notes()];
      if (boxes.length + copied.length > 0) paste(copyFragment(now(), boxes, copied));
    },
    selectAll: () => view.getState().select(everything(now()), now().edges.map(edgeId)),
    toggleDisabled: () => {
      const ids = chosenBoxes(stores);
      const disabled = ids.some((id) => !now().nodes[id]?.disabled);
      document.getState().edit([{ type: 'set-disabled', ids, disabled }]);
    },
  };
}

/** All that can be seen: boxes, notes, and one card for each folded group. */
function everything({ nodes, layout }: FlowDocument): string[] {
  const folded = (layout.groups ?? []).filter((group) => group.folded);
  const hidden = new Set(folded.flatMap((group) => group.nodes));
  return [
    ...Object.keys(nodes).filter((id) => !hidden.has(id)),
    ...folded.map(({ id }) => groupNodeId(id)),
    ...(layout.notes ?? []).map(({ id }) => noteNodeId(id)),
  ];
}
