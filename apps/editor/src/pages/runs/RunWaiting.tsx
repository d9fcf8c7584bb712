// Why a run that goes on does not move: the other side is silent, or refuses for now.
import { Alert } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowDocument } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import type { RunWait } from '../../api/types';
import { formatDuration } from '../../i18n/format';
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
  const { node, status } = wait;
  const how = status === null ? 'silent' : status === 429 ? 'limited' : 'refused';
  const time = formatDuration(Math.max(1_000, now - Date.parse(wait.since)), locale);
  return (
    <Alert color="yellow" p="xs" icon={<IconHourglass size={18} aria-hidden />}>
      {t(`runs.wait.${how}`, { box: boxName(document, catalogue, node, locale), status, time })}
    </Alert>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
