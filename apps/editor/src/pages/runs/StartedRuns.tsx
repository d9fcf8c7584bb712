// Runs of other flows that a run has started: those its boxes wait for, and those that its end began.
import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isLive, useRuns } from '../../api/runs';
import type { RunDetail } from '../../api/types';
import { ListArea } from '../../shell/ListArea';
import { LoadMore } from '../../shell/LoadMore';
import { RunTable } from './RunTable';

/** The newest first; asked again while the run goes on. */
export function useStartedRuns(run: Pick<RunDetail, 'id' | 'state'>) {
  const query = useRuns({ startedBy: run.id }, isLive(run.state));
  return { query, runs: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}

type Started = ReturnType<typeof useStartedRuns>;

/** The runs as lines. */
export function StartedRuns({ started: { query, runs } }: { started: Started }) {
  const { t } = useTranslation();
  return (
    <ListArea query={query}>
      <Stack>
        {runs.length > 0 ? <RunTable runs={runs} /> : <Text c="dimmed">{t('runs.calls.none')}</Text>}
        <LoadMore query={query} />
      </Stack>
    </ListArea>
  );
}

/** Says what a run waits for while a box of it does; nothing otherwise. */
export function StartedWait({ run, started: { runs } }: { run: RunDetail; started: Started }) {
  const { t } = useTranslation();
  const waits = isLive(run.state) && runs.some(({ trigger, state }) => trigger === 'call' && isLive(state));
  if (!waits) return null;
  return (
    <Alert color="gray" p="xs" icon={<IconHourglass size={18} aria-hidden />}>
      {t('runs.calls.waits')}{' '}
      <Anchor component={Link} to="?tab=started" inherit underline="always">
        {t('runs.calls.see')}
      </Anchor>
    </Alert>
  );
}
