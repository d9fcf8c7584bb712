// What of a drawing is seen first: all of it when its text stays readable, else its beginning.
import { useReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useLiveRun } from '../store/flow-stores';
import type { BoxNode, LineEdge } from './to-react-flow';

type Canvas = ReactFlowInstance<BoxNode, LineEdge>;

/** The zoom under which the numbers on boxes and lines are hard to read. */
const readable = 0.8;
const largest = 1.1;
const room = 70;

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Pure: the viewport for a drawing in a pane of this size. */
export function firstViewport(
  drawing: Area,
  pane: { width: number; height: number },
): { x: number; y: number; zoom: number } {
  const fitting = Math.min(
    pane.width / (drawing.width + 2 * room),
    pane.height / (drawing.height + 2 * room),
  );
  const zoom = Math.min(largest, Math.max(readable, fitting));
  const centred = (start: number, size: number, of: number) => of / 2 - (start + size / 2) * zoom;
  // What is too large for the pane starts at its left and upper end.
  const place = (start: number, size: number, of: number) =>
    size * zoom > of - room ? room - start * zoom : centred(start, size, of);
  return {
    x: place(drawing.x, drawing.width, pane.width),
    y: place(drawing.y, drawing.height, pane.height),
    zoom,
  };
}

/** Moves the canvas to the first view. */
export function showStart(canvas: Canvas): void {
  const drawing = canvas.getNodesBounds(canvas.getNodes());
  const pane = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (pane && drawing.width > 0) void canvas.setViewport(firstViewport(drawing, pane));
}

/** When a run starts while the numbers would be too small to read, its beginning is shown. */
export function useStartOfRun(): void {
  const canvas = useReactFlow<BoxNode, LineEdge>();
  const run = useLiveRun((state) => state.run?.id);
  const seen = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (run === undefined || run === seen.current) return;
    seen.current = run;
    if (canvas.getZoom() < readable - 0.2) showStart(canvas);
  }, [run, canvas]);
}
