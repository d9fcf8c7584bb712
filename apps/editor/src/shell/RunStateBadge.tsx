// The state of a run in words and colour. One that is held says by what.
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Run, RunState } from '../api/types';

const colours: Record<RunState, string> = {
  queued: 'gray',
  running: 'water',
  cancelling: 'yellow',
  completed: 'green',
  failed: 'red',
  cancelled: 'gray',
  skipped: 'gray',
};

/** Small; stands in tables and headings. */
export function RunStateBadge({ run: { state, paused } }: { run: Pick<Run, 'state' | 'paused'> }) {
  const { t } = useTranslation();
  const [held] = state === 'cancelling' ? [] : paused;
  return (
    <Badge color={held ? 'yellow' : colours[state]} variant="light" fw={600}>
      {held ? t(`runs.paused.${held.what}Short`) : t(`runState.${state}`)}
    </Badge>
  );
}

/** Says that a run only shows what it would do. */
export function DryRunBadge() {
  const { t } = useTranslation();
  return (
    <Badge variant="outline" color="gray">
      {t('runs.dryRun')}
    </Badge>
  );
}
