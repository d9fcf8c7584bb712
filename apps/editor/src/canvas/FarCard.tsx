// A card as it is seen from far away: its colour, its name, and whether something is wrong. Its ports are plain marks.
import { IconAlertCircleFilled } from '@tabler/icons-react';
import { FAILED } from '@eclusa/flow';
import { groupColour } from '../theme/groups';
import { handleTops, type BoxData } from './box-shape';
import classes from './far.module.css';

export interface FarCardProps {
  data: BoxData;
  title: string;
  selected: boolean;
  /** As the whole card was measured; guessed when not given. */
  height: number | undefined;
}

/** As large as the whole card, so that coming nearer moves nothing. */
export function FarCard({ data, title, selected, height }: FarCardProps) {
  const { node, description, inputs, outputs, hasFailed, errors, counts } = data;
  const colour = groupColour(description?.group ?? 'transform');
  const tops = handleTops(data);
  const looks = [
    classes.card,
    selected && classes.selected,
    node.disabled && classes.disabled,
    (errors > 0 || (counts?.failed ?? 0) > 0) && classes.faulty,
  ];
  return (
    <div
      className={looks.filter(Boolean).join(' ')}
      style={{ height: height ?? tops.height, background: colour.soft }}
    >
      <span className={classes.title} style={{ color: colour.ink }}>
        {title}
      </span>
      {errors > 0 && <IconAlertCircleFilled size={34} className={classes.mark} aria-hidden />}
      {inputs.map((port, index) => (
        <Mark key={port.id} id={port.id} side="target" place="left" top={tops.inputs[index]!} />
      ))}
      {outputs.map((port, index) => (
        <Mark key={port.id} id={port.id} side="source" place="right" top={tops.outputs[index]!} />
      ))}
      {hasFailed && <Mark id={FAILED} side="source" place="bottom" top={height ?? tops.height} />}
    </div>
  );
}

interface MarkProps {
  id: string;
  side: 'source' | 'target';
  place: 'left' | 'right' | 'bottom';
  top: number;
}

/** What React Flow measures a port by, without its listeners: from far away nobody draws lines. */
function Mark({ id, side, place, top }: MarkProps) {
  const at = { left: { left: 0 }, right: { right: 0 }, bottom: { right: 22 } }[place];
  return (
    <i
      className={`${classes.port} ${side}`}
      data-handleid={id}
      data-handlepos={place}
      style={{ top, ...at }}
    />
  );
}
