// What a person holds while connecting: a field or a target, by click, key or drag.
import { useCallback, useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';
import type { SourceField } from '@eclusa/flow';
import { keyOf, type Entry } from './entries';

export type Hand = { side: 'source'; field: SourceField } | { side: 'entry'; entry: Entry };

/** Where on the page something was let go. */
export type Drop = { entry: string } | 'new' | null;

/** Movements below it are a click by an unsteady hand. */
const dragFrom = 5;
/** Near an edge a list scrolls by itself. */
const edge = 36;

export interface Connecting {
  hand: Hand | null;
  /** The pointer while dragging, in page coordinates. */
  pointer: { x: number; y: number } | null;
  take: (hand: Hand | null) => void;
  /** Starts what may become a drag. */
  grab: (field: SourceField, event: ReactPointerEvent) => void;
}

/** `onDrop` gets what was dragged and where it was let go. */
export function useConnecting(onDrop: (field: SourceField, drop: Drop) => void): Connecting {
  const [hand, setHand] = useState<Hand | null>(null);
  const [pointer, setPointer] = useState<{ x: number; y: number } | null>(null);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });
  const end = useRef<() => void>(() => undefined);
  useEffect(() => () => end.current(), []);
  const grab = useCallback((field: SourceField, event: ReactPointerEvent) => {
    if (event.button !== 0) return;
    const start = { x: event.clientX, y: event.clientY };
    let dragging = false;
    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      if (!dragging && Math.hypot(x - start.x, y - start.y) < dragFrom) return;
      if (!dragging) setHand({ side: 'source', field });
      dragging = true;
      setPointer({ x, y });
      scrollAt(x, y);
    };
    const up = ({ clientX: x, clientY: y }: PointerEvent) => {
      end.current();
      if (!dragging) return;
      drop.current(field, dropAt(x, y));
      setHand(null);
    };
    end.current = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', end.current);
      setPointer(null);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', end.current);
  }, []);
  return { hand, pointer, take: setHand, grab };
}

function dropAt(x: number, y: number): Drop {
  const element = document.elementFromPoint(x, y);
  const entry = element?.closest('[data-entry]')?.getAttribute('data-entry');
  if (entry) return { entry };
  return element?.closest('[data-new-entry]') ? 'new' : null;
}

function scrollAt(x: number, y: number): void {
  const pane = document.elementFromPoint(x, y)?.closest('[data-pane]');
  if (!pane) return;
  const { top, bottom } = pane.getBoundingClientRect();
  if (y < top + edge) pane.scrollBy(0, -14);
  if (y > bottom - edge) pane.scrollBy(0, 14);
}

/** True when the hand holds this field. */
export function holds(hand: Hand | null, field: SourceField): boolean {
  return hand?.side === 'source' && keyOf(hand.field.path) === keyOf(field.path);
}
