// The frame around the boxes of an open group, with its name and what can be done with it.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFold, IconLayersOff } from '@tabler/icons-react';
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../store/flow-stores';
import type { GroupNode } from './canvas-nodes';
import { ColourMenu } from './ColourMenu';
import { frameHead } from './grouped';
import { GroupName } from './GroupName';
import classes from './layout.module.css';

/** Dragged by its head; its inside belongs to the canvas, so that a selection can be drawn there. */
function Frame({ data: { group }, selected }: NodeProps<GroupNode>) {
  const { t } = useTranslation();
  const edit = useDocument((state) => state.edit);
  return (
    <div
      className={`${classes.frame} ${selected ? classes.frameSelected : ''}`}
      data-colour={group.colour ?? 'grey'}
      data-testid={`group-${group.id}`}
    >
      <div className={`${classes.frameHead} ${frameHead}`}>
        <GroupName group={group} />
        <span className={`${classes.frameTools} nodrag nopan`}>
          <ColourMenu
            colour={group.colour ?? 'grey'}
            onChange={(colour) => edit([{ type: 'set-group', group: { ...group, colour } }])}
          />
          <Tooltip label={t('canvas.group.fold')}>
            <ActionIcon
              size="sm"
              aria-label={t('canvas.group.foldNamed', { name: group.name })}
              onClick={() => edit([{ type: 'set-group', group: { ...group, folded: true } }])}
            >
              <IconFold size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('canvas.group.ungroup')}>
            <ActionIcon
              size="sm"
              aria-label={t('canvas.group.ungroupNamed', { name: group.name })}
              onClick={() => edit([{ type: 'remove-groups', ids: [group.id] }])}
            >
              <IconLayersOff size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </span>
      </div>
    </div>
  );
}

export const GroupFrame = memo(Frame);
