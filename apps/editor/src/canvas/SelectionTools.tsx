// A small bar that comes with a selection of several things: group, line up, space, switch off, delete.
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconPlayerPause,
  IconStack2,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { flowActions, type ActionId } from '../commands/flow-actions';
import { Keys } from '../commands/Keys';
import { useFlowActions } from '../commands/useFlowActions';
import { useView } from '../store/flow-stores';
import classes from './canvas.module.css';

const lining: readonly (readonly [ActionId, Icon])[] = [
  ['alignLeft', IconLayoutAlignLeft],
  ['alignCentre', IconLayoutAlignCenter],
  ['alignRight', IconLayoutAlignRight],
  ['alignTop', IconLayoutAlignTop],
  ['alignMiddle', IconLayoutAlignMiddle],
  ['alignBottom', IconLayoutAlignBottom],
  ['spreadAcross', IconLayoutDistributeHorizontal],
  ['spreadDown', IconLayoutDistributeVertical],
];

const actionOf = (id: ActionId) => flowActions.find((action) => action.id === id)!;

/** Nothing while fewer than two things are selected: one box has its panel. */
export function SelectionTools() {
  const { t } = useTranslation();
  const count = useView((state) => state.nodes.length);
  const { run, missing } = useFlowActions();
  if (count < 2) return null;
  const button = (id: ActionId, Picture: Icon) => (
    <Tooltip label={t(`canvas.action.${id}`)}>
      <ActionIcon size={32} aria-label={t(`canvas.action.${id}`)} onClick={() => run(actionOf(id))}>
        <Picture size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className={classes.selectionTools} role="toolbar" aria-label={t('canvas.selection.label')}>
      <span className={classes.selectionCount}>{t('canvas.selection.count', { count })}</span>
      {button('group', IconStack2)}
      <Menu position="top">
        <Menu.Target>
          <Tooltip label={t('canvas.selection.arrange')}>
            <ActionIcon size={32} aria-label={t('canvas.selection.arrange')}>
              <IconLayoutAlignLeft size={18} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {lining.map(([id, Picture]) => (
            <Menu.Item
              key={id}
              leftSection={<Picture size={16} aria-hidden />}
              rightSection={<Keys keys={actionOf(id).keys[0]!} />}
              disabled={missing(actionOf(id)) !== undefined}
              onClick={() => run(actionOf(id))}
            >
              {t(`canvas.action.${id}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {button('toggle', IconPlayerPause)}
      {button('delete', IconTrash)}
    </div>
  );
}
