// Going to something of the drawing: it is selected and the canvas moves there. A folded group is opened first.
import { useReactFlow } from '@xyflow/react';
import { groupAround } from '../canvas/grouped';
import { useFlowStores } from '../store/flow-stores';

/** Takes an id of the canvas; for a box, also the field to lead to. */
export function useJump(): (id: string, field?: string) => void {
  const { document, view } = useFlowStores();
  const canvas = useReactFlow();
  return (id, field) => {
    const group = groupAround(document.getState().document, id);
    if (group?.folded) document.getState().edit([{ type: 'set-group', group: { ...group, folded: false } }]);
    view.getState().open(null);
    if (document.getState().document.nodes[id]) view.getState().goTo(id, field);
    else view.getState().select([id]);
    // A box that was folded away stands on the canvas a moment later.
    window.setTimeout(() => void canvas.fitView({ nodes: [{ id }], maxZoom: 1, duration: 250 }), 80);
  };
}
