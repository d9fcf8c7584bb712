// The state of a run in words and colour.
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RunState } from '../api/types';

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
export function RunStateBadge({ state }: { state: RunState }) {
  const { t } = useTranslation();
  return (
    <Badge color={colours[state]} variant="light" tt="none" fw={600} radius="sm">
      {t(`runState.${state}`)}
    </Badge>
  );
}
