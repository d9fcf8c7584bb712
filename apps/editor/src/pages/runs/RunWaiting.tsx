// Why a run that goes on does not move: the other side is silent or refuses for now, a whole store is away, or a box holds
// its rows for a while.
import { Alert } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowDocument, Locale } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import type { RunWait } from '../../api/types';
import type { TFunction } from 'i18next';
import { formatDuration, formatTime } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { boxName } from './box-names';

export interface RunWaitingProps {
  wait: RunWait;
  /** For the name of the box. */
  document: FlowDocument;
}

/** One sentence; its time counts on by itself. */
export function RunWaiting({ wait, document }: RunWaitingProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const catalogue = useCatalogue().data?.nodes;
  const now = useNow();
  const { node, service, status } = wait;
  if (service !== null) return <Waiting>{away(wait, now, locale, t)}</Waiting>;
  const box = node === null ? '' : boxName(document, catalogue, node, locale);
  if (wait.nextTry !== null) {
    const at = formatTime(wait.nextTry, locale);
    const seconds = Math.max(1, Math.ceil((Date.parse(wait.nextTry) - now) / 1_000));
    const left = formatDuration(seconds * 1_000, locale);
    return <Waiting>{t('runs.wait.held', { box, at, left })}</Waiting>;
  }
  const how = status === null ? 'silent' : status === 429 ? 'limited' : 'refused';
  const time = formatDuration(Math.max(1_000, now - Date.parse(wait.since)), locale);
  return <Waiting>{t(`runs.wait.${how}`, { box, status, time })}</Waiting>;
}

function Waiting({ children }: { children: string }) {
  return (
    <Alert color="yellow" p="xs" icon={<IconHourglass size={18} aria-hidden />}>
      {children}
    </Alert>
  );
}

// A service is written `vtex:account:family`.
function away(
  { service, status, since, nextTry }: RunWait,
  now: number,
  locale: Locale,
  t: TFunction,
): string {
  const [, store = '', family = ''] = service?.split(':') ?? [];
  const ms = nextTry === null ? 0 : Date.parse(nextTry) - now;
  return t('runs.wait.away', {
    store,
    family,
    since: formatTime(since, locale),
    answer: status === null ? t('runs.wait.noAnswer') : `HTTP ${status}`,
    next: ms < 1_000 ? t('runs.wait.nextNow') : t('runs.wait.nextIn', { time: formatDuration(ms, locale) }),
  });
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
