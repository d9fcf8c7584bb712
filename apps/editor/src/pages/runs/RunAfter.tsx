// A run that another flow's run started by ending: a link back to it.
import { Alert, Anchor } from '@mantine/core';
import { IconArrowRampRight } from '@tabler/icons-react';
import { Trans } from 'react-i18next';
import { Link } from 'react-router';

/** Nothing for a run that was started otherwise. */
export function RunAfter({ runId }: { runId: string | null }) {
  if (runId === null) return null;
  return (
    <Alert color="gray" p="xs" icon={<IconArrowRampRight size={18} aria-hidden />}>
      <Trans
        i18nKey="runs.after"
        components={{ run: <Anchor component={Link} to={`/runs/${runId}`} inherit underline="always" /> }}
      />
    </Alert>
  );
}
