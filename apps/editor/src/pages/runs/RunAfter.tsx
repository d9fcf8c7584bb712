// A run that another flow's run started, by ending or by a box that waits for it: a link back to it.
import { Alert, Anchor } from '@mantine/core';
import { IconArrowRampRight, IconSubtask } from '@tabler/icons-react';
import { Trans } from 'react-i18next';
import { Link } from 'react-router';
import type { Run } from '../../api/types';

/** Nothing for a run that was started otherwise. */
export function RunAfter({ run: { afterRunId, trigger } }: { run: Pick<Run, 'afterRunId' | 'trigger'> }) {
  if (afterRunId === null) return null;
  const isCalled = trigger === 'call';
  const Icon = isCalled ? IconSubtask : IconArrowRampRight;
  return (
    <Alert color="gray" p="xs" icon={<Icon size={18} aria-hidden />}>
      <Trans
        i18nKey={isCalled ? 'runs.calls.by' : 'runs.after'}
        components={{
          run: <Anchor component={Link} to={`/runs/${afterRunId}`} inherit underline="always" />,
        }}
      />
    </Alert>
  );
}
