// A box of a drawing that is only looked at, with the mark of what became of it.
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { groupColour, nodeIcon } from '../theme/groups';
import classes from './compare.module.css';
import type { ComparedNode } from './compared-drawing';
import { MarkBadge } from './MarkBadge';

function Box({ data, selected }: NodeProps<ComparedNode>) {
  const colour = groupColour(data.group);
  const Picture = nodeIcon(data.type, data.group);
  const looks = [
    classes.box,
    data.mark && classes[`box-${data.mark}`],
    data.disabled && classes.boxOff,
    selected && classes.boxChosen,
  ];
  return (
    <div className={looks.filter(Boolean).join(' ')}>
      <Ports ids={data.inputs} type="target" position={Position.Left} />
      <span className={classes.icon} style={{ color: colour.ink, background: colour.soft }}>
        <Picture size={20} stroke={1.7} aria-hidden />
      </span>
      <span className={classes.names}>
        <span className={classes.title}>{data.title}</span>
        {data.title !== data.kind && <span className={classes.kind}>{data.kind}</span>}
      </span>
      <Ports ids={data.outputs} type="source" position={Position.Right} />
      {data.mark && (
        <span className={classes.corner}>
          <MarkBadge kind={data.mark} />
        </span>
      )}
    </div>
  );
}

export const ComparedBoxView = memo(Box);

interface PortsProps {
  ids: readonly string[];
  type: 'source' | 'target';
  position: Position;
}

function Ports({ ids, type, position }: PortsProps) {
  return ids.map((id, at) => (
    <Handle
      key={id}
      id={id}
      type={type}
      position={position}
      isConnectable={false}
      className={classes.port ?? ''}
      style={{ top: `${((at + 1) / (ids.length + 1)) * 100}%` }}
    />
  ));
}
