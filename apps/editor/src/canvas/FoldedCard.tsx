// A group folded to one card: its name, how many boxes it holds, and one port for each line that crosses its border.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlertCircleFilled, IconArrowsMaximize, IconStack2 } from '@tabler/icons-react';
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../store/flow-stores';
import card from './canvas.module.css';
import type { FoldedNode, FoldedPort } from './canvas-nodes';
import { GroupName } from './GroupName';
import classes from './layout.module.css';

function Folded({ data: { group, inputs, outputs, errors }, selected }: NodeProps<FoldedNode>) {
  const { t } = useTranslation();
  const edit = useDocument((state) => state.edit);
  const faults = t('editor.box.errors', { count: errors });
  return (
    <div
      className={`${card.card} ${classes.folded} ${selected ? card.selected : ''}`}
      data-colour={group.colour ?? 'grey'}
      data-testid={`group-${group.id}`}
      onDoubleClick={() => edit([{ type: 'set-group', group: { ...group, folded: false } }])}
    >
      <div className={card.head}>
        <span className={`${card.icon} ${classes.foldedIcon}`}>
          <IconStack2 size={20} stroke={1.7} aria-hidden />
        </span>
        <span className={card.names}>
          <GroupName group={group} />
          <span className={card.kind}>{t('canvas.group.boxes', { count: group.nodes.length })}</span>
        </span>
        {errors > 0 && (
          <Tooltip label={faults}>
            <IconAlertCircleFilled size={17} className={card.markError} aria-label={faults} />
          </Tooltip>
        )}
        <Tooltip label={t('canvas.group.unfold')}>
          <ActionIcon
            size="sm"
            className="nodrag nopan"
            aria-label={t('canvas.group.unfoldNamed', { name: group.name })}
            onClick={() => edit([{ type: 'set-group', group: { ...group, folded: false } }])}
          >
            <IconArrowsMaximize size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {(inputs.length > 0 || outputs.length > 0) && (
        <div className={card.ports}>
          {inputs.map((port) => (
            <PortRow key={port.id} port={port} side="in" />
          ))}
          {outputs.map((port) => (
            <PortRow key={port.id} port={port} side="out" />
          ))}
        </div>
      )}
    </div>
  );
}

export const FoldedCard = memo(Folded);

function PortRow({ port: { id, name, failed }, side }: { port: FoldedPort; side: 'in' | 'out' }) {
  const { t } = useTranslation();
  const isIn = side === 'in';
  return (
    <div className={`${isIn ? card.portIn : card.portOut} ${classes.foldedPort}`}>
      {failed ? t('canvas.group.failedPort', { name }) : name}
      <Handle
        id={id}
        type={isIn ? 'target' : 'source'}
        position={isIn ? Position.Left : Position.Right}
        className={card.rowHandle}
      />
    </div>
  );
}
