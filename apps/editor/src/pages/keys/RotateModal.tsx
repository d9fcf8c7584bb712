// A new key in place of one: how long the old one stays good, so that programs can be changed over without a gap.
import { Alert, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRotateKey } from '../../api/api-keys';
import type { ApiKey, NewApiKey } from '../../api/types';
import { useProblemText } from '../../shell/useProblemText';

/** In hours. */
const overlaps = [0, 1, 24, 72, 168, 720] as const;

export interface RotateModalProps {
  apiKey: ApiKey | null;
  onRotated: (made: NewApiKey) => void;
  onClose: () => void;
}

export function RotateModal({ apiKey, onRotated, onClose }: RotateModalProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={apiKey !== null}
      onClose={onClose}
      title={t('keys.rotate.title', { name: apiKey?.name ?? '' })}
    >
      {apiKey && <RotateForm apiKey={apiKey} onRotated={onRotated} onClose={onClose} />}
    </Modal>
  );
}

function RotateForm({ apiKey, onRotated, onClose }: RotateModalProps & { apiKey: ApiKey }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const rotate = useRotateKey();
  const [hours, setHours] = useState('24');
  return (
    <Stack>
      <Text size="sm">{t('keys.rotate.text')}</Text>
      <Select
        label={t('keys.rotate.overlap')}
        data={overlaps.map((value) => ({ value: `${value}`, label: t(`keys.rotate.hours.${value}`) }))}
        value={hours}
        onChange={(value) => setHours(value ?? '24')}
      />
      {rotate.isError && <Alert color="red">{say(rotate.error)}</Alert>}
      <Group justify="flex-end">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          loading={rotate.isPending}
          onClick={() =>
            rotate.mutate({ id: apiKey.id, overlapHours: Number(hours) }, { onSuccess: onRotated })
          }
        >
          {t('keys.rotate.confirm')}
        </Button>
      </Group>
    </Stack>
  );
}
