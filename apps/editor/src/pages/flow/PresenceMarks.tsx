// A frame with a name around the box that somebody else has selected.
import { useInternalNode, ViewportPortal } from '@xyflow/react';
import type { Present } from '../../api/types';
import classes from './people.module.css';
import { useOthers } from './useCompany';

/** Stands inside the canvas's provider; draws nothing when nobody else has a box selected. */
export function PresenceMarks() {
  const marked = useOthers().filter(({ node, isYou }) => node !== null && !isYou);
  return (
    <ViewportPortal>
      {marked.map((person) => (
        <Mark key={person.tab} person={person} />
      ))}
    </ViewportPortal>
  );
}

function Mark({ person }: { person: Present }) {
  const node = useInternalNode(person.node ?? '');
  if (!node) return null;
  const { x, y } = node.internals.positionAbsolute;
  const { width = 236, height = 84 } = node.measured;
  return (
    <div
      className={classes.frame}
      style={{ width: width + 12, height: height + 12, transform: `translate(${x - 6}px, ${y - 6}px)` }}
    >
      <span className={classes.tag}>{person.name}</span>
    </div>
  );
}
