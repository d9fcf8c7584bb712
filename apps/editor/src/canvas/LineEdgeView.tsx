// One line between two boxes: rows that passed on it and how fast, sample rows, and ways to open it up or take it away.
import { IconPlus, IconTable, IconX } from '@tabler/icons-react';
import { BaseEdge, EdgeLabelRenderer, getBezierPath, type EdgeProps } from '@xyflow/react';
import { memo, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShort } from '../i18n/format';
import { useLocale } from '../i18n/useLocale';
import { CanvasActions } from './canvas-actions';
import classes from './canvas.module.css';
import { useFar } from './far';
import { LineFiguresContext } from './line-figures';
import { portKey } from './line-rates';
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
      {(counted || rows === null || open) && !far && (
        <EdgeLabelRenderer>
          <div
            className={classes.lineLabel}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {counted && (
              <span className={`${classes.lineCount} ${data?.failed ? classes.lineCountFailed : ''} ec-num`}>
                {formatShort(rows, locale)}
                <LineRate node={props.source} port={props.sourceHandleId} />
              </span>
            )}
            {rows === null && <LineSample node={props.source} port={props.sourceHandleId} />}
            {open && <LineButtons id={id} />}
          </div>
        </EdgeLabelRenderer>
      )}
    </g>
  );
}

export const LineEdgeView = memo(Line);

interface LeavingProps {
  node: string;
  port: string | null | undefined;
}

function LineRate({ node, port }: LeavingProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const rate = useContext(LineFiguresContext).rates[portKey(node, port ?? '')];
  if (rate === undefined) return null;
  const n =
    rate < 10 ? formatNumber(Math.round(rate * 10) / 10, locale) : formatShort(Math.round(rate), locale);
  return (
    <span className={classes.lineRate} title={t('live.perSecondHelp', { n })}>
      {t('live.perSecond', { n })}
    </span>
  );
}

function LineSample({ node, port }: LeavingProps) {
  const { t } = useTranslation();
  const { samples, look } = useContext(LineFiguresContext);
  const count = samples[portKey(node, port ?? '')];
  if (count === undefined) return null;
  const label = t('rows.edge.sample', { count });
  return (
    <button
      type="button"
      className={`${classes.lineSample} ec-num nodrag nopan`}
      aria-label={label}
      title={label}
      onClick={() => look?.(node)}
    >
      <IconTable size={12} aria-hidden />
      {count}
    </button>
  );
}

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
