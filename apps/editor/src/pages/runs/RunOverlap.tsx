// What a run has to do with another of its key: it waits for it, was skipped for it, or took its place.
import { Alert, Anchor } from '@mantine/core';
import { IconHourglass, IconPlayerSkipForward, IconReplace } from '@tabler/icons-react';
import { Trans } from 'react-i18next';
import { Link } from 'react-router';
import type { RunProgress } from '../../api/types';

export interface RunOverlapProps {
  run: Pick<RunProgress, 'state' | 'overlapRunId' | 'waitsFor'>;
}

/** One sentence with a link to the other run; nothing when there is none. */
export function RunOverlap({ run: { state, overlapRunId, waitsFor } }: RunOverlapProps) {
  const how = waitsFor !== null ? 'waits' : state === 'skipped' ? 'skipped' : 'replaced';
  const other = waitsFor ?? overlapRunId;
  if (other === null) return null;
  const Icon = { waits: IconHourglass, skipped: IconPlayerSkipForward, replaced: IconReplace }[how];
  return (
    <Alert color={how === 'replaced' ? 'gray' : 'yellow'} p="xs" icon={<Icon size={18} aria-hidden />}>
      <Trans
        i18nKey={`runs.overlap.${how}`}
        components={{ run: <Anchor component={Link} to={`/runs/${other}`} inherit /> }}
      />
    </Alert>
  );
}
