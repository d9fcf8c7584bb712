// One line between two boxes: rows that passed on it, and ways to open it up or take it away.
import { IconPlus, IconX } from '@tabler/icons-react';
import { BaseEdge, EdgeLabelRenderer, getBezierPath, type EdgeProps } from '@xyflow/react';
import { memo, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShort } from '../i18n/format';
import { useLocale } from '../i18n/useLocale';
import { CanvasActions } from './canvas-actions';
import classes from './canvas.module.css';
import { useFar } from './far';
import type { LineEdge } from './to-react-flow';

function Line(props: EdgeProps<LineEdge>) {
  const { id, data, selected } = props;
  const { locale } = useLocale();
  const [path, x, y] = getBezierPath(props);
  const rows = data?.rows ?? null;
  const far = useFar();
  const [pointed, setPointed] = useState(false);
  const open = selected || pointed;
  const counted = rows !== null && (rows > 0 || !data?.failed);
  const looks = [
    classes.line,
    data?.failed && classes.lineFailed,
    data?.broken && classes.lineBroken,
    data?.live && rows !== null && rows > 0 && classes.lineLive,
    selected && classes.lineSelected,
  ];
  return (
    // The buttons stand elsewhere in the page, but here they are inside: the mouse may go over to them.
    <g onMouseEnter={() => setPointed(true)} onMouseLeave={() => setPointed(false)}>
      <BaseEdge path={path} className={looks.filter(Boolean).join(' ')} interactionWidth={far ? 0 : 22} />
      {(counted || open) && !far && (
        <EdgeLabelRenderer>
          <div
            className={classes.lineLabel}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {counted && (
              <span className={`${classes.lineCount} ${data?.failed ? classes.lineCountFailed : ''} ec-num`}>
                {formatShort(rows, locale)}
              </span>
            )}
            {open && <LineButtons id={id} />}
          </div>
        </EdgeLabelRenderer>
      )}
    </g>
  );
}

export const LineEdgeView = memo(Line);

function LineButtons({ id }: { id: string }) {
  const { t } = useTranslation();
  const { quickAdd, removeEdge } = useContext(CanvasActions);
  return (
    <span className={`${classes.lineButtons} nodrag nopan`}>
      <button
        type="button"
        aria-label={t('editor.line.insert')}
        title={t('editor.line.insert')}
        onClick={(event) => {
          const at = event.currentTarget.getBoundingClientRect();
          quickAdd({ screen: { x: at.left, y: at.bottom + 6 }, edge: id });
        }}
      >
        <IconPlus size={14} aria-hidden />
      </button>
      <button
        type="button"
        aria-label={t('editor.line.remove')}
        title={t('editor.line.remove')}
        onClick={() => removeEdge(id)}
      >
        <IconX size={14} aria-hidden />
      </button>
    </span>
  );
}
