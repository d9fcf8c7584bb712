// How to come by a key for a flow, for those who may make one and those who may not.
import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '../api/session';
import { KeyForm } from './KeyForm';

/** A key made here is narrowed to the flow. */
export function KeyHere({ flowId, onMade }: { flowId: string; onMade: (secret: string) => void }) {
  const { t } = useTranslation();
  const isAdmin = useIsAdmin();
  const [making, { open, close }] = useDisclosure(false);
  if (!isAdmin) return <Text size="sm">{t('keys.call.ask')}</Text>;
  return (
    <Group justify="space-between">
      <Text size="sm">{t('keys.call.needsKey')}</Text>
      <Button size="xs" leftSection={<IconKey size={14} aria-hidden />} onClick={open}>
        {t('keys.call.make')}
      </Button>
      <Modal opened={making} onClose={close} title={t('keys.new')} size="lg">
        <KeyForm
          flowIds={[flowId]}
          onMade={({ secret }) => onMade(secret)}
          onSaved={close}
          onCancel={close}
        />
      </Modal>
    </Group>
  );
}
