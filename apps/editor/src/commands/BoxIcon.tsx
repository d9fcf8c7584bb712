// The icon of a box in a list.
import type { NodeDescription } from '@eclusa/flow';
import { groupColour, nodeIcon } from '../theme/groups';
import classes from './commands.module.css';

export function BoxIcon({ type, description }: { type: string; description: NodeDescription | undefined }) {
  const group = description?.group ?? 'transform';
  const colour = groupColour(group);
  const Picture = nodeIcon(type, group);
  return (
    <span className={classes.icon} style={{ color: colour.ink, background: colour.soft }}>
      <Picture size={17} stroke={1.8} aria-hidden />
    </span>
  );
}
