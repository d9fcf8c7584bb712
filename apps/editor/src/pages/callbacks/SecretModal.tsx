// A secret, shown once. A click beside it must not be the end of it.
import { Alert, Button, Modal, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyBlock } from '../../programs/CopyBlock';
import { VerifyHelp } from './VerifyHelp';

export function SecretModal({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={secret !== null}
      onClose={onClose}
      title={t('callbacks.secret.title')}
      size="lg"
      closeOnClickOutside={false}
    >
      {secret !== null && (
        <Stack gap="sm">
          <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {t('callbacks.secret.once')}
          </Alert>
          <CopyBlock text={secret} label={t('callbacks.secret.label')} copy={t('callbacks.secret.copy')} />
          <VerifyHelp />
        </Stack>
      )}
      <Button mt="lg" ml="auto" display="block" onClick={onClose}>
        {t('action.done')}
      </Button>
    </Modal>
  );
}
