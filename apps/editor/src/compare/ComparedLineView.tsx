// An arrow of a drawing that is only looked at, with the mark of what became of it.
import { BaseEdge, EdgeLabelRenderer, getBezierPath, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import classes from './compare.module.css';
import type { ComparedEdge } from './compared-drawing';
import { MarkBadge } from './MarkBadge';

function Line(props: EdgeProps<ComparedEdge>) {
  const { data, selected } = props;
  const [path, x, y] = getBezierPath(props);
  const looks = [
    classes.line,
    data?.failed && classes.lineFailed,
    data?.mark && classes[`line-${data.mark}`],
    selected && classes.lineChosen,
  ];
  return (
    <>
      <BaseEdge path={path} className={looks.filter(Boolean).join(' ')} />
      {data?.mark && (
        <EdgeLabelRenderer>
          <span
            className={classes.lineMark}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            <MarkBadge kind={data.mark} />
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

export const ComparedLineView = memo(Line);
