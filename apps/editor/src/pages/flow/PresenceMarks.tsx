// A frame with a name around the box that is selected in another tab.
import { useInternalNode, ViewportPortal } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import type { Present } from '../../api/types';
import classes from './people.module.css';
import { useOthers } from './useCompany';

/** Stands inside the canvas's provider; draws nothing while no other tab has a box selected. */
export function PresenceMarks() {
  const marked = useOthers().filter(({ node }) => node !== null);
  return (
    <ViewportPortal>
      {marked.map((person) => (
        <Mark key={person.tab} person={person} />
      ))}
    </ViewportPortal>
  );
}

function Mark({ person }: { person: Present }) {
  const { t } = useTranslation();
  const node = useInternalNode(person.node ?? '');
  if (!node) return null;
  const { x, y } = node.internals.positionAbsolute;
  const { width = 236, height = 84 } = node.measured;
  return (
    <div
      className={classes.frame}
      style={{ width: width + 12, height: height + 12, transform: `translate(${x - 6}px, ${y - 6}px)` }}
    >
      <span className={classes.tag}>{person.isYou ? t('versions.people.you') : person.name}</span>
    </div>
  );
}
