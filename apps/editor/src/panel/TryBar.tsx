// The ways to try boxes from one of them: alone, with all before it, with all after it. Nothing is sent.
import { Alert, Button, Group, Text } from '@mantine/core';
import {
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
  IconTableDown,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../canvas/to-react-flow';
import { useLocale } from '../i18n/useLocale';
import { useProblemText } from '../shell/useProblemText';
import { useDocument, useFlowStores } from '../store/flow-stores';
import type { Extent } from '../store/sample-flow';
import { tryBoxes } from '../store/try-boxes';
import type { BoxSample } from './useBoxSample';

/** A source has nothing before it: its own sample is what there is to get. */
export function TryBar({ id, sample }: { id: string; sample: BoxSample }) {
  const { t } = useTranslation();
  const stores = useFlowStores();
  const source = sample.description?.inputs.length === 0;
  const rowsIn = sample.inputs?.some(({ rows }) => rows.length > 0) ?? false;
  const run = (extent: Extent) => void tryBoxes(stores, id, extent, source);
  const off = sample.disabled || sample.pinned !== undefined;
  return (
    <div>
      <Group gap={6} role="group" aria-label={t('rows.run.label')}>
        <Button
          size="xs"
          leftSection={
            source ? <IconTableDown size={15} aria-hidden /> : <IconPlayerSkipForward size={15} aria-hidden />
          }
          loading={sample.trying}
          disabled={off || sample.busy || (!source && !sample.fed)}
          onClick={() => run('upTo')}
        >
          {t(source ? 'rows.run.sample' : 'rows.run.upTo')}
        </Button>
        {!source && (
          <Button
            size="xs"
            variant="light"
            leftSection={<IconPlayerPlay size={15} aria-hidden />}
            disabled={off || sample.busy || !rowsIn}
            title={rowsIn ? undefined : t('rows.run.needsRows')}
            onClick={() => run('here')}
          >
            {t('rows.run.here')}
          </Button>
        )}
        {sample.feeds && (
          <Button
            size="xs"
            variant="light"
            leftSection={<IconPlayerTrackNext size={15} aria-hidden />}
            disabled={sample.disabled || sample.busy || (!source && !sample.fed)}
            onClick={() => run('from')}
          >
            {t('rows.run.from')}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed" mt={6}>
        {t(sample.disabled ? 'rows.run.off' : 'rows.run.help')}
      </Text>
      <Stopped sample={sample} />
    </div>
  );
}

function Stopped({ sample: { stopped } }: { sample: BoxSample }) {
  const { t } = useTranslation();
  const { catalogue } = useFlowStores();
  const { locale } = useLocale();
  const explain = useProblemText();
  const node = useDocument((state) => (stopped ? state.document.nodes[stopped.node] : undefined));
  if (!stopped || !node) return null;
  const box = titleOf(node, catalogue.nodes.get(node.type), locale);
  return (
    <Alert color="red" p="xs" mt="xs" title={t('rows.run.stopped', { box })}>
      {explain(stopped.error)}
    </Alert>
  );
}
