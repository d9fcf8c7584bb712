// The totals of a run in large figures, with progress, rate and time left while it goes on.
import { Group, Paper, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isLive } from '../../api/runs';
import type { RunProgress, RunTotals } from '../../api/types';
import { formatDuration, formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { Elapsed, elapsedMs } from './Elapsed';
import classes from './runs.module.css';

const always = ['read', 'written', 'skipped', 'failed'] as const;
const whenThere = ['waiting', 'derived', 'collected'] as const;
const inks: Partial<Record<keyof RunTotals, string>> = {
  written: 'var(--ec-good-text)',
  failed: 'var(--ec-danger)',
};

/** Rows per second and milliseconds left; the latter only when the source told how many rows there are. */
export function pace(
  run: RunProgress,
  now: number = Date.now(),
): { rate: number | null; left: number | null } {
  const ms = elapsedMs(run, now);
  const done = run.settledRows;
  if (!ms || done === 0) return { rate: null, left: null };
  const rate = (done / ms) * 1000;
  const missing = run.expectedRows === null ? null : run.expectedRows + run.totals.derived - done;
  return { rate, left: missing === null || missing <= 0 ? null : (missing / rate) * 1000 };
}

/** One tile per figure and, while live, a bar. */
export function RunFigures({ run }: { run: RunProgress }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { totals, state } = run;
  const rest = isLive(state) || totals.unfinished === 0 ? [] : (['unfinished'] as const);
  const shown = [...always, ...whenThere.filter((figure) => totals[figure] > 0), ...rest];
  const { rate } = pace(run);
  return (
    <div>
      {isLive(run.state) && run.waitsFor === null && run.paused.length === 0 && <LiveBar run={run} />}
      <div className={classes.figures}>
        {shown.map((figure) => (
          <Figure
            key={figure}
            label={t(`runs.figure.${figure === 'written' && run.dryRun ? 'wouldWrite' : figure}`)}
            value={formatNumber(run.totals[figure], locale)}
            {...(run.totals[figure] > 0 && inks[figure] && { ink: inks[figure] })}
          />
        ))}
        <Figure label={t('runs.duration')} value={<Elapsed run={run} />} />
        <Figure
          label={t('runs.rate')}
          value={
            rate === null
              ? '–'
              : formatNumber(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate), locale)
          }
        />
      </div>
    </div>
  );
}

function Figure({ label, value, ink }: { label: string; value: ReactNode; ink?: string }) {
  return (
    <Paper px="md" py="sm">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fz={22} fw={650} className="ec-num" {...(ink && { c: ink })}>
        {value}
      </Text>
    </Paper>
  );
}

function LiveBar({ run }: { run: RunProgress }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { left } = pace(run);
  const expected = run.expectedRows;
  const share = expected ? Math.min(100, (run.settledRows / (expected + run.totals.derived)) * 100) : 100;
  return (
    <div>
      <Progress value={share} animated striped={!expected} mb={6} aria-label={t('runs.progress')} />
      <Group justify="space-between" mb="sm">
        <Text size="sm" c="dimmed">
          {expected ? t('runs.percent', { percent: Math.floor(share) }) : t('runs.unknownTotal')}
        </Text>
        {left !== null && (
          <Text size="sm" c="dimmed">
            {t('runs.left', { time: formatDuration(left, locale) })}
          </Text>
        )}
      </Group>
    </div>
  );
}
