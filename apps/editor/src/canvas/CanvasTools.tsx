// The small bar at the lower left of the canvas: zoom, fit, tidy, undo, redo, help.
import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconKeyboard,
  IconMaximize,
  IconMinus,
  IconPlus,
  IconSchema,
  type Icon,
} from '@tabler/icons-react';
import { useReactFlow } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../store/flow-stores';
import classes from './canvas.module.css';
import { useFlowCommands } from './useFlowCommands';

/** `onHelp` opens the list of keys. */
export function CanvasTools({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const { fit, tidy, undo, redo } = useFlowCommands();
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
      <Tool icon={IconMinus} label={t('editor.tools.zoomOut')} onClick={() => void flow.zoomOut()} />
      <Tool icon={IconPlus} label={t('editor.tools.zoomIn')} onClick={() => void flow.zoomIn()} />
      <Tool icon={IconMaximize} label={t('editor.tools.fit')} keys="Shift+1" onClick={fit} />
      <Tool icon={IconSchema} label={t('editor.tools.tidy')} keys="Shift+T" onClick={tidy} />
      <span className={classes.divider} />
      <Tool icon={IconKeyboard} label={t('editor.tools.keys')} keys="?" onClick={onHelp} />
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
