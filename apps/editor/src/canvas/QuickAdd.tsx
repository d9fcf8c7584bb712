// The list of boxes at the place where one is wanted: after a port, in a line, where a line was dropped.
import { FocusTrap } from '@mantine/core';
import { useClickOutside, useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { NodeDescription } from '@eclusa/flow';
import type { AddPlace } from './canvas-actions';
import classes from './canvas.module.css';
import { PaletteList } from './PaletteList';

export interface QuickAddProps {
  place: AddPlace;
  onPick: (description: NodeDescription, place: AddPlace) => void;
  onClose: () => void;
}

const size = { width: 282, height: 392 };
const takesRows = (node: NodeDescription) => node.inputs.length > 0;

/** Closes on Escape and on a click elsewhere. Offers sources only where nothing comes before. */
export function QuickAdd({ place, onPick, onClose }: QuickAddProps) {
  const { t } = useTranslation();
  const box = useClickOutside<HTMLDivElement>(onClose);
  useHotkeys([['Escape', onClose]], []);
  const left = Math.max(8, Math.min(place.screen.x, window.innerWidth - size.width));
  const top = Math.max(8, Math.min(place.screen.y, window.innerHeight - size.height));
  const attached = place.from !== undefined || place.edge !== undefined;
  return (
    <FocusTrap active>
      <div
        ref={box}
        className={classes.quickAdd}
        style={{ left, top }}
        role="dialog"
        aria-label={t('editor.quickAdd')}
      >
        <PaletteList
          autoFocus
          onPick={(node) => onPick(node, place)}
          {...(attached && { only: takesRows })}
        />
      </div>
    </FocusTrap>
  );
}
