// The top of a box's panel: icon, name to change, and what can be done with the whole box.
import { ActionIcon, Menu, Text, Tooltip } from '@mantine/core';
import {
  IconArrowsDiagonal,
  IconArrowsDiagonalMinimize2,
  IconCopy,
  IconDots,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FlowNode, NodeDescription } from '@eclusa/flow';
import { useFlowCommands } from '../canvas/useFlowCommands';
import { useLocale } from '../i18n/useLocale';
import { useDocument, useView } from '../store/flow-stores';
import { groupColour, nodeIcon } from '../theme/groups';
import classes from './panel.module.css';

/** Marks the field that the "rename" action puts the cursor in. */
export const boxNameId = (id: string): string => `box-name-${id}`;

export interface NodeHeadProps {
  id: string;
  node: FlowNode;
  description: NodeDescription | undefined;
}

/** An emptied name gives the box the node's own again. */
export function NodeHead({ id, node, description }: NodeHeadProps) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const edit = useDocument((state) => state.edit);
  const select = useView((state) => state.select);
  const wide = useView((state) => state.wide);
  const toggleWide = useView((state) => state.toggleWide);
  const group = description?.group ?? 'transform';
  const Picture = nodeIcon(node.type, group);
  const colour = groupColour(group);
  const own = description ? say(description.name) : node.type;
  const widthLabel = wide ? t('editor.panel.narrow') : t('editor.panel.wide');
  return (
    <header className={classes.head} data-flow-form>
      <span className={classes.icon} style={{ color: colour.ink, background: colour.soft }}>
        <Picture size={20} stroke={1.7} aria-hidden />
      </span>
      <div style={{ flex: 1, minWidth: 0 }}>
        <input
          id={boxNameId(id)}
          className={classes.nameInput}
          aria-label={t('editor.panel.name')}
          placeholder={own}
          value={node.name ?? ''}
          maxLength={120}
          onChange={({ currentTarget: { value } }) =>
            edit([{ type: 'rename-node', id, ...(value !== '' && { name: value }) }], `${id}.name`)
          }
        />
        <Text size="xs" c="dimmed">
          {node.name ? own : t(`editor.group.${group}`)}
        </Text>
      </div>
      <Tooltip label={widthLabel}>
        <ActionIcon aria-label={widthLabel} onClick={toggleWide}>
          {wide ? (
            <IconArrowsDiagonalMinimize2 size={17} aria-hidden />
          ) : (
            <IconArrowsDiagonal size={17} aria-hidden />
          )}
        </ActionIcon>
      </Tooltip>
      <BoxMenu disabled={node.disabled === true} />
      <ActionIcon aria-label={t('editor.panel.close')} onClick={() => select([])}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </header>
  );
}

function BoxMenu({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation();
  const { toggleDisabled, duplicate, removeSelected } = useFlowCommands();
  const Power = disabled ? IconPlayerPlay : IconPlayerPause;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('editor.panel.more')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Power size={16} aria-hidden />} onClick={toggleDisabled}>
          {disabled ? t('editor.panel.enable') : t('editor.panel.disable')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={duplicate}>
          {t('editor.panel.duplicate')}
        </Menu.Item>
        <Menu.Item
          c="var(--ec-danger)"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={removeSelected}
        >
          {t('editor.panel.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
