// A key at the one moment at which it can be seen.
import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyBlock } from './CopyBlock';

export function KeyShown({ secret }: { secret: string }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />}>
        {t('keys.shown.once')}
      </Alert>
      <CopyBlock text={secret} label={t('keys.shown.label')} copy={t('keys.shown.copy')} />
    </Stack>
  );
}
