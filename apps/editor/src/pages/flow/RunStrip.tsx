// The run that is shown on the canvas, in one line: state, totals, stop, and the way to its page.
import { ActionIcon, Button, Progress, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isLive, useCancelRun } from '../../api/runs';
import type { RunProgress } from '../../api/types';
import { formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { missingCodesAt } from '../codes/codes-place';
import { DryRunBadge, RunStateBadge } from '../../shell/RunStateBadge';
import { useCalmDocument, useLiveRun } from '../../store/flow-stores';
import { RunOverlap } from '../runs/RunOverlap';
import { HoldRun, RunPace } from './RunControls';
import { RunWaiting } from '../runs/RunWaiting';
import classes from './flow.module.css';

/** Nothing while no run is shown. */
export function RunStrip() {
  const { t } = useTranslation();
  const run = useLiveRun((state) => state.run);
  const leave = useLiveRun((state) => state.leave);
  const cancel = useCancelRun();
  const document = useCalmDocument();
  if (!run) return null;
  const live = isLive(run.state);
  return (
    <div className={classes.runStrip} role="status">
      <RunStateBadge run={run} />
      {run.dryRun && <DryRunBadge />}
      {live && run.expectedRows !== null && run.expectedRows > 0 && (
        <Progress
          w={90}
          size="sm"
          value={(100 * run.settledRows) / (run.expectedRows + run.totals.derived)}
          aria-label={t('runState.running')}
        />
      )}
      <Totals run={run} />
      <RunPace run={run} />
      <HoldRun run={run} />
      {live && (
        <Button
          size="compact-sm"
          variant="default"
          loading={cancel.isPending || run.state === 'cancelling'}
          onClick={() => cancel.mutate(run.id)}
        >
          {t('editor.run.cancel')}
        </Button>
      )}
      <Button size="compact-sm" variant="light" component={Link} to={`/runs/${run.id}`}>
        {t(run.dryRun && !live ? 'live.dry.changes' : 'editor.run.see')}
      </Button>
      {!live && (
        <Tooltip label={t('editor.run.hide')}>
          <ActionIcon size="sm" aria-label={t('editor.run.hide')} onClick={leave}>
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {(run.waitsFor ?? run.overlapRunId) !== null && (
        <div className={classes.runWait}>
          <RunOverlap run={run} />
        </div>
      )}
      {run.waiting && (
        <div className={classes.runWait}>
          <RunWaiting wait={run.waiting} document={document} />
        </div>
      )}
    </div>
  );
}

function Totals({ run: { id, dryRun, storeId, totals } }: { run: RunProgress }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  return (
    <span className="ec-num">
      {t(dryRun ? 'editor.run.dryProgress' : 'editor.run.progress', {
        read: n(totals.read),
        written: n(totals.written),
      })}
      {totals.skipped > 0 && ` · ${t('editor.run.skipped', { n: n(totals.skipped) })}`}
      {totals.failed > 0 && (
        <>
          {' · '}
          <Link to={`/runs/${id}?box=`} className={classes.bad} title={t('editor.box.seeFailed')}>
            {t('editor.run.failed', { n: n(totals.failed) })}
          </Link>
        </>
      )}
      {totals.waiting > 0 && (
        <>
          {' · '}
          <Link to={missingCodesAt(storeId)}>{t('editor.run.waiting', { n: n(totals.waiting) })}</Link>
        </>
      )}
    </span>
  );
}
