// How fast the shown run is, how long it still takes, and holding it, all in its strip.
import { Button } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePause } from '../../api/pauses';
import { isLive } from '../../api/runs';
import type { RunProgress } from '../../api/types';
import { formatDuration, formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ResumeButton } from '../../shell/Paused';
import { useToast } from '../../shell/useToast';
import { pace } from '../runs/RunFigures';

/** Rows a second over the whole run so far, and the time left where the total is known. */
export function RunPace({ run }: { run: RunProgress }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { rate, left } = pace(run);
  if (!isLive(run.state) || rate === null || run.paused.length > 0) return null;
  const n = formatNumber(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate), locale);
  return (
    <span className="ec-num">
      <span title={t('live.perSecondHelp', { n })}>{t('live.perSecond', { n })}</span>
      {left !== null && ` · ${t('live.left', { time: formatDuration(left, locale) })}`}
    </span>
  );
}

/** Pauses the flow the run is of; a run that is held says by what, and goes on from here. */
export function HoldRun({ run, size = 'compact-sm' }: { run: RunProgress; size?: string }) {
  const { t } = useTranslation();
  const pause = usePause();
  const toast = useToast();
  if (!isLive(run.state) || run.state === 'cancelling') return null;
  const [held] = run.paused;
  const id = held?.what === 'store' ? run.storeId : run.flowId;
  if (held && id) return <ResumeButton what={held.what} id={id} />;
  return (
    <Button
      size={size}
      variant="default"
      title={t('live.pauseHelp')}
      leftSection={<IconPlayerPause size={15} aria-hidden />}
      loading={pause.isPending}
      onClick={() => pause.mutate({ what: 'flow', id: run.flowId, on: true }, { onError: toast.bad })}
    >
      {t('live.pause')}
    </Button>
  );
}
