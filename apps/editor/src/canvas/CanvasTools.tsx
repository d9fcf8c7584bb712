// The small bar at the lower left of the canvas: zoom, fit, tidy, undo, redo, help.
import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCommand,
  IconKeyboard,
  IconMaximize,
  IconMinus,
  IconNote,
  IconPlus,
  IconSchema,
  IconSearch,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { flowActions } from '../commands/flow-actions';
import { useFlowActions } from '../commands/useFlowActions';
import { useDocument, useView } from '../store/flow-stores';
import classes from './canvas.module.css';
import { useFlowCommands } from './useFlowCommands';

const note = flowActions.find(({ id }) => id === 'note');

/** Undo, zoom, tidy, note, search, all actions, keys. */
export function CanvasTools() {
  const { t } = useTranslation();
  const { fit, tidy, undo, redo, zoomIn, zoomOut } = useFlowCommands();
  const { run } = useFlowActions();
  const show = useView((state) => state.show);
  const canUndo = useDocument((state) => state.past.length > 0);
  const canRedo = useDocument((state) => state.future.length > 0);
  return (
    <div className={classes.tools} role="toolbar" aria-label={t('editor.tools.label')}>
      <Tool
        icon={IconArrowBackUp}
        label={t('editor.tools.undo')}
        keys="Ctrl+Z"
        onClick={undo}
        disabled={!canUndo}
      />
      <Tool
        icon={IconArrowForwardUp}
        label={t('editor.tools.redo')}
        keys="Ctrl+Shift+Z"
        onClick={redo}
        disabled={!canRedo}
      />
      <span className={classes.divider} />
      <Tool icon={IconMinus} label={t('editor.tools.zoomOut')} keys="-" onClick={zoomOut} />
      <Tool icon={IconPlus} label={t('editor.tools.zoomIn')} keys="+" onClick={zoomIn} />
      <Tool icon={IconMaximize} label={t('editor.tools.fit')} keys="Shift+1" onClick={fit} />
      <Tool icon={IconSchema} label={t('editor.tools.tidy')} keys="Shift+T" onClick={tidy} />
      <span className={classes.divider} />
      <Tool icon={IconNote} label={t('canvas.action.note')} keys="N" onClick={() => note && run(note)} />
      <Tool icon={IconSearch} label={t('canvas.find.title')} keys="Ctrl+F" onClick={() => show('find')} />
      <Tool
        icon={IconCommand}
        label={t('canvas.commands.title')}
        keys="Ctrl+K"
        onClick={() => show('commands')}
      />
      <Tool icon={IconKeyboard} label={t('editor.tools.keys')} keys="?" onClick={() => show('keys')} />
    </div>
  );
}

interface ToolProps {
  icon: Icon;
  label: string;
  keys?: string;
  disabled?: boolean;
  onClick: () => void;
}

function Tool({ icon: Picture, label, keys, disabled = false, onClick }: ToolProps) {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <ActionIcon size={32} aria-label={label} onClick={onClick} disabled={disabled}>
        <Picture size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
