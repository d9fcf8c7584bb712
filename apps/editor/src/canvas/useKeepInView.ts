// Keeps the selected box in sight when the side panel takes room from the canvas.
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useView } from '../store/flow-stores';
import type { BoxNode, LineEdge } from './to-react-flow';

const margin = 24;
/** The panel must stand before the room that is left can be measured. */
const settled = 80;

/** Moves the canvas only when the box would be hidden, and never zooms. */
export function useKeepInView(): void {
  const canvas = useReactFlow<BoxNode, LineEdge>();
  const only = useView((state) => (state.nodes.length === 1 ? state.nodes[0] : undefined));
  const wide = useView((state) => state.wide);
  useEffect(() => {
    if (only === undefined) return;
    const timer = setTimeout(() => {
      const box = canvas.getInternalNode(only);
      const pane = document.querySelector('.react-flow')?.getBoundingClientRect();
      if (!box || !pane) return;
      const { x, y } = canvas.flowToScreenPosition(box.internals.positionAbsolute);
      const zoom = canvas.getZoom();
      const right = x + (box.measured.width ?? 0) * zoom;
      const bottom = y + (box.measured.height ?? 0) * zoom;
      const seen =
        x > pane.left + margin &&
        right < pane.right - margin &&
        y > pane.top + margin &&
        bottom < pane.bottom - margin;
      if (!seen) void canvas.fitView({ nodes: [{ id: only }], minZoom: zoom, maxZoom: zoom, duration: 200 });
    }, settled);
    return () => clearTimeout(timer);
  }, [only, wide, canvas]);
}
