// Starts a run of the published version, and shows that one is going on.
import { Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isLive } from '../../api/runs';
import { useLiveRun, useSaving } from '../../store/flow-stores';
import { RunModal } from './RunModal';

/** Without a published version it says what to do first. */
export function RunButton() {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const published = useSaving((state) => state.publishedVersion !== null);
  const live = useLiveRun((state) => state.run !== null && isLive(state.run.state));
  const reason = published ? null : t('editor.run.notPublished');
  return (
    <>
      <Tooltip label={reason ?? ''} disabled={reason === null}>
        <Button
          size="xs"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={live}
          aria-disabled={reason !== null}
          data-disabled={reason !== null || undefined}
          aria-description={reason ?? undefined}
          onClick={() => reason === null && open()}
        >
          {t('editor.bar.run')}
        </Button>
      </Tooltip>
      <RunModal opened={opened} onClose={close} />
    </>
  );
}
