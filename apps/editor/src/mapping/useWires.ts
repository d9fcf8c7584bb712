// Where the lines between both sides run now: measured from the page, again whenever something scrolls or grows.
import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react';

export interface Wire {
  key: string;
  /** Keys of the two ends. */
  source: string;
  entry: string;
  kind: 'set' | 'proposal' | 'fault';
}

export interface DrawnWire extends Wire {
  d: string;
  /** An end is scrolled out of sight; the line then ends at the border of its side. */
  faded: boolean;
}

interface Point {
  x: number;
  y: number;
  out: boolean;
}

/** A curve from left to right, flat at both ends. */
export function curve(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const bend = Math.max(24, (to.x - from.x) / 2);
  return `M${from.x},${from.y} C${from.x + bend},${from.y} ${to.x - bend},${to.y} ${to.x},${to.y}`;
}

/** `root` holds two panes marked `data-pane`, with ends marked `data-source` and `data-entry`. */
export function useWires(root: RefObject<HTMLElement | null>, wires: readonly Wire[]): readonly DrawnWire[] {
  const [drawn, setDrawn] = useState<readonly DrawnWire[]>([]);
  const measure = useCallback(() => {
    if (!root.current) return;
    const next = drawWires(root.current, wires);
    setDrawn((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  }, [root, wires]);
  // Every render may move an end; measuring without a change draws nothing again.
  useLayoutEffect(measure);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    };
    const sizes = new ResizeObserver(later);
    sizes.observe(element);
    for (const pane of element.querySelectorAll('[data-pane] > *')) sizes.observe(pane);
    element.addEventListener('scroll', later, true);
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      element.removeEventListener('scroll', later, true);
    };
  }, [root, measure]);
  return drawn;
}

function drawWires(root: HTMLElement, wires: readonly Wire[]): DrawnWire[] {
  const box = root.getBoundingClientRect();
  const ends = (attribute: 'data-source' | 'data-entry') =>
    new Map([...root.querySelectorAll(`[${attribute}]`)].map((one) => [one.getAttribute(attribute)!, one]));
  const sources = ends('data-source');
  const entries = ends('data-entry');
  const place = (element: Element | undefined, side: 'source' | 'entry'): Point | null => {
    const pane = element?.closest('[data-pane]');
    if (!element || !pane) return null;
    const end = (element.querySelector('[data-end]') ?? element).getBoundingClientRect();
    const seen = pane.getBoundingClientRect();
    const middle = end.top + end.height / 2;
    const y = Math.min(Math.max(middle, seen.top + 2), seen.bottom - 2);
    const x = side === 'source' ? Math.min(end.right, seen.right) : Math.max(end.left, seen.left);
    return { x: Math.round(x - box.left), y: Math.round(y - box.top), out: y !== middle };
  };
  return wires.flatMap((wire) => {
    const from = place(shownAncestor(sources, wire.source), 'source');
    const to = place(entries.get(wire.entry), 'entry');
    // Two ends out of sight on the same side would only be a line along the border.
    if (!from || !to || (from.out && to.out)) return [];
    const faded = from.out || to.out;
    return faded && wire.kind === 'proposal' ? [] : [{ ...wire, d: curve(from, to), faded }];
  });
}

/** The field itself, or the closed group it stands in. */
function shownAncestor(sources: ReadonlyMap<string, Element>, key: string): Element | undefined {
  for (let path = JSON.parse(key) as string[]; path.length > 0; path = path.slice(0, -1)) {
    const found = sources.get(JSON.stringify(path));
    if (found) return found;
  }
  return undefined;
}
