// The column at the left from which boxes are taken.
import { useTranslation } from 'react-i18next';
import classes from './canvas.module.css';
import { PaletteList } from './PaletteList';
import { useFlowCommands } from './useFlowCommands';

/** Click or Enter adds beside the selected box; dragging puts it where it is dropped. */
export function Palette() {
  const { t } = useTranslation();
  const { add } = useFlowCommands();
  return (
    <aside data-tour="palette" className={classes.palette} aria-label={t('editor.palette.label')}>
      <PaletteList onPick={add} draggable />
    </aside>
  );
}
