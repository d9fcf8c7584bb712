// Asks before rows go out again: how many they are, and through which version of the flow.
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFlows } from '../../api/flows';
import type { Run } from '../../api/types';

export type VersionWish = number | 'newest';

export interface RepeatModalProps {
  run: Run;
  /** Closed while null. */
  ask: { title: string; text: string; confirm: string; danger?: boolean } | null;
  busy: boolean;
  onConfirm: (version: VersionWish) => void;
  onClose: () => void;
}

/** The newest version is proposed: usually it is the one in which something was mended. */
export function RepeatModal({ run, ask, busy, onConfirm, onClose }: RepeatModalProps) {
  const { t } = useTranslation();
  const [version, setVersion] = useState('newest');
  const published = useFlows().data?.find(({ id }) => id === run.flowId)?.publishedVersion ?? run.version;
  const choice = published !== run.version;
  return (
    <Modal opened={ask !== null} onClose={onClose} title={ask?.title}>
      <Stack gap="md">
        <Text size="sm">{ask?.text}</Text>
        {choice ? (
          <Radio.Group label={t('runs.repeat.version')} value={version} onChange={setVersion}>
            <Stack gap={6} mt={6}>
              <Radio value="newest" label={t('runs.repeat.newest', { number: published })} />
              <Radio value="same" label={t('runs.repeat.same', { number: run.version })} />
            </Stack>
          </Radio.Group>
        ) : (
          <Text size="sm" c="dimmed">
            {t('runs.repeat.only', { number: run.version })}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onClose} data-autofocus>
            {t('action.cancel')}
          </Button>
          <Button
            {...(ask?.danger && { color: 'red' })}
            loading={busy}
            onClick={() => onConfirm(choice && version === 'newest' ? 'newest' : run.version)}
          >
            {ask?.confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
