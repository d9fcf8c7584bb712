// What the first page says, line by line: the sentence, and where it leads.
import { useTranslation } from 'react-i18next';
import type { Home } from '../../api/types';
import { formatAgo, formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { missingCodesAt } from '../codes/codes-place';

export interface Line {
  id: string;
  text: string;
  help?: string;
  to: string;
  /** What the button says. */
  action: string;
}

/** Failing flows, rows in doubt, stores that are away, missing codes. */
export function useRedLines(home: Home): Line[] {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const counted = (count: number) => ({ count, number: formatNumber(count, locale) });
  return [
    ...home.inDoubt.map(({ runId, flowName, rows }) => ({
      id: `doubt ${runId}`,
      text: t('home.red.doubt', { name: flowName, ...counted(rows) }),
      to: `/runs/${runId}?tab=doubt`,
      action: t('home.red.doDoubt'),
    })),
    ...home.failing.map(({ runId, name, state, failed, at }) => ({
      id: `run ${runId}`,
      text:
        state === 'failed'
          ? t('home.red.stopped', { name })
          : t('home.red.failed', { name, ...counted(failed) }),
      help: formatAgo(at, locale),
      to: state === 'failed' ? `/runs/${runId}` : `/runs/${runId}?tab=failed`,
      action: t(state === 'failed' ? 'home.red.doStopped' : 'home.red.doFailed'),
    })),
    ...home.away.map(({ service, name, runId, since }) => ({
      id: `away ${service}`,
      text: t('home.red.away', { name: name ?? service, when: formatAgo(since, locale) }),
      help: t('home.red.awayHelp'),
      to: `/runs/${runId}`,
      action: t('home.red.doAway'),
    })),
    ...home.missing.map(({ table, storeId, storeName, codes, rows }) => ({
      id: `codes ${table} ${storeId ?? ''}`,
      text: t('home.red.codes', { table, ...counted(codes) }),
      help: [t('home.red.codesRows', counted(rows)), storeName].filter(Boolean).join(' · '),
      to: missingCodesAt(storeId),
      action: t('home.red.doCodes'),
    })),
  ];
}

/** Schedules that did not run, and what somebody has paused. */
export function useLateLines(home: Home): Line[] {
  const { t } = useTranslation();
  const { locale } = useLocale();
  return [
    ...home.late.map(({ why, flowId, flowName, runId, at }) => ({
      id: `late ${why} ${flowId} ${at}`,
      text: t(`home.late.${why}`, { name: flowName, when: formatAgo(at, locale) }),
      to: runId ? `/runs/${runId}` : `/flows/${flowId}`,
      action: t(runId ? 'home.late.doRun' : 'home.late.doFlow'),
    })),
    ...home.paused.map(({ what, id, name, since }) => ({
      id: `paused ${id}`,
      text: t(what === 'flow' ? 'home.late.flowPaused' : 'home.late.storePaused', {
        name,
        when: formatAgo(since, locale),
      }),
      to: what === 'flow' ? `/flows/${id}` : '/stores',
      action: t('home.late.doPaused'),
    })),
  ];
}
