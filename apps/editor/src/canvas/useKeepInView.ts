// Keeps the selected box in sight when the side panel takes room from the canvas.
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useView } from '../store/flow-stores';
import type { BoxNode, LineEdge } from './to-react-flow';

const margin = 56;
/** The panel must stand before the room that is left can be measured. */
const settled = 80;

/** How far to move so that both sides keep the margin; the near side wins when there is no room for both. */
function shift(before: number, after: number): number {
  if (before < margin) return margin - before;
  return after < margin ? Math.max(after - margin, margin - before) : 0;
}

/** Moves the canvas only when the box would be hidden, no further than needed, and never zooms. */
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
      const dx = shift(x - pane.left, pane.right - right);
      const dy = shift(y - pane.top, pane.bottom - bottom);
      const view = canvas.getViewport();
      if (dx !== 0 || dy !== 0) {
        void canvas.setViewport({ x: view.x + dx, y: view.y + dy, zoom }, { duration: 200 });
      }
    }, settled);
    return () => clearTimeout(timer);
  }, [only, wide, canvas]);
}
