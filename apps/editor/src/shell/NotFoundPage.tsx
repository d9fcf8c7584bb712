// An address that leads nowhere.
import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from './Notice';

/** Also used by pages whose thing does not exist any more. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Notice icon={IconMapOff} title={t('error.notFound')} text={t('error.notFoundHelp')}>
      <Button component={Link} to="/flows">
        {t('error.toFlows')}
      </Button>
    </Notice>
  );
}
