// The lines over both sides, and the one that follows the pointer.
import type { RefObject } from 'react';
import classes from './mapper.module.css';
import { curve, type DrawnWire } from './useWires';

export interface WireLayerProps {
  root: RefObject<HTMLElement | null>;
  wires: readonly DrawnWire[];
  hot: ReadonlySet<string>;
  /** Key of the field in the hand. */
  held: string | null;
  pointer: { x: number; y: number } | null;
  onOpen: (entry: string) => void;
}

/** For the eye only: everything it says stands in the two lists in words. */
export function WireLayer({ root, wires, hot, held, pointer, onOpen }: WireLayerProps) {
  return (
    <svg className={classes.wires} aria-hidden>
      {wires.map((wire) => (
        <g
          key={wire.key}
          className={classes.wire}
          data-kind={wire.kind}
          data-faded={wire.faded || undefined}
          data-hot={(hot.has(wire.source) && hot.has(wire.entry)) || undefined}
          data-cool={(hot.size > 0 && !hot.has(wire.entry)) || undefined}
          onClick={() => onOpen(wire.entry)}
        >
          <path className={classes.wireReach} d={wire.d} />
          <path className={classes.wireLine} d={wire.d} />
        </g>
      ))}
      {held !== null && pointer && <PointerWire root={root} held={held} pointer={pointer} />}
    </svg>
  );
}

function PointerWire({
  root,
  held,
  pointer,
}: {
  root: RefObject<HTMLElement | null>;
  held: string;
  pointer: { x: number; y: number };
}) {
  const box = root.current?.getBoundingClientRect();
  const source = [...(root.current?.querySelectorAll('[data-source]') ?? [])].find(
    (one) => one.getAttribute('data-source') === held,
  );
  const end = source?.querySelector('[data-end]')?.getBoundingClientRect();
  if (!box || !end) return null;
  const from = { x: end.right - box.left, y: end.top + end.height / 2 - box.top };
  const to = { x: pointer.x - box.left, y: pointer.y - box.top };
  return (
    <g className={classes.wire} data-hot>
      <path className={classes.wireLine} d={curve(from, to)} />
    </g>
  );
}
