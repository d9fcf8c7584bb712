// Shown when a page throws: says so and offers to reload.
import { Button, Center } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Notice } from './Notice';

/** The router's error element. */
export function CrashPage() {
  const { t } = useTranslation();
  return (
    <Center mih="100vh">
      <Notice icon={IconLifebuoy} title={t('error.crash')} text={t('error.crashHelp')}>
        <Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>
      </Notice>
    </Center>
  );
}
