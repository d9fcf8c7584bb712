// Runs over time as bars: how many of each state, how many rows, or how long the longest took.
import { Group, Paper, SegmentedControl, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunHistoryPiece } from '../../api/types';
import { formatDuration, formatNumber, formatShort, formatStep } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { labelEvery, partsOf, states, topOf, type HistoryView } from './history-bars';
import classes from './history.module.css';

export interface RunHistoryProps {
  pieces: readonly RunHistoryPiece[];
  step: 'hour' | 'day';
  /** Narrows to the time of one bar. */
  onPiece?: (piece: RunHistoryPiece) => void;
}

/** Every bar tells its figures to the pointer, the keyboard and screen readers alike. */
export function RunHistory({ pieces, step, onPiece }: RunHistoryProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const [view, setView] = useState<HistoryView>('runs');
  const top = topOf(pieces, view);
  const every = labelEvery(pieces.length);
  const most = view === 'time' ? formatDuration(top, locale) : formatShort(top, locale);
  return (
    <Paper p="md" mb="md" component="section" aria-label={t('home.history.title')}>
      <Group justify="space-between" mb="xs">
        <Legend view={view} />
        <SegmentedControl
          size="xs"
          aria-label={t('home.history.show')}
          value={view}
          onChange={(next) => setView(next as HistoryView)}
          data={[
            { value: 'runs', label: t('home.history.asRuns') },
            { value: 'rows', label: t('home.history.asRows') },
            { value: 'time', label: t('home.history.asTime') },
          ]}
        />
      </Group>
      <Text size="xs" c="dimmed">
        {t('home.history.most', { value: most })}
      </Text>
      <ol
        className={classes.bars}
        aria-label={t('home.history.label', { step: t(`home.history.${step}`) })}
        style={{ gridTemplateColumns: `repeat(${pieces.length}, minmax(0, 1fr))` }}
      >
        {pieces.map((piece, index) => (
          <li key={piece.at} className={classes.place}>
            <Bar {...{ piece, step, view, top }} {...(onPiece && { onPiece })} />
            {index % every === 0 && (
              <span className={classes.date} aria-hidden>
                {formatStep(piece.at, step, locale)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Paper>
  );
}

interface BarProps {
  piece: RunHistoryPiece;
  step: 'hour' | 'day';
  view: HistoryView;
  top: number;
  onPiece?: (piece: RunHistoryPiece) => void;
}

function Bar({ piece, step, view, top, onPiece }: BarProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const runs = states.reduce((sum, state) => sum + piece[state], 0);
  const told = [
    formatStep(piece.at, step, locale),
    t('home.history.runs', { count: runs, number: formatNumber(runs, locale) }),
    ...states
      .filter((state) => piece[state] > 0)
      .map((state) => `${t(`home.history.${state}`)}: ${formatNumber(piece[state], locale)}`),
    ...(piece.written > 0 ? [`${t('home.history.written')}: ${formatNumber(piece.written, locale)}`] : []),
    ...(piece.longestMs > 0
      ? [`${t('home.history.longest')}: ${formatDuration(piece.longestMs, locale)}`]
      : []),
  ];
  const bar = (
    <span className={classes.bar}>
      {partsOf(piece, view).map(({ state, value }) => (
        <span
          key={state}
          className={classes.part}
          data-state={state}
          style={{ height: `${(value / top) * 100}%` }}
        />
      ))}
    </span>
  );
  if (!onPiece || runs === 0) return <span className={classes.still}>{bar}</span>;
  return (
    <Tooltip label={told.join('\n')} classNames={{ tooltip: classes.told ?? '' }}>
      <button
        type="button"
        className={classes.button}
        aria-label={told.join(', ')}
        onClick={() => onPiece(piece)}
      >
        {bar}
      </button>
    </Tooltip>
  );
}

function Legend({ view }: { view: HistoryView }) {
  const { t } = useTranslation();
  const names =
    view === 'runs'
      ? states.map((state) => ({ state, name: t(`home.history.${state}`) }))
      : view === 'rows'
        ? [
            { state: 'completed', name: t('home.history.written') },
            { state: 'failed', name: t('home.ran.failed') },
          ]
        : [{ state: 'completed', name: t('home.history.longest') }];
  return (
    <Group gap="md">
      {names.map(({ state, name }) => (
        <Group key={state} gap={6}>
          <span className={classes.dot} data-state={state} aria-hidden />
          <Text size="xs">{name}</Text>
        </Group>
      ))}
    </Group>
  );
}
