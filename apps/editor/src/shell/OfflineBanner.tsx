// One line across the top while the browser has no network.
import { useNetwork } from '@mantine/hooks';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';

/** Nothing while online. */
export function OfflineBanner() {
  const { online } = useNetwork();
  const { t } = useTranslation();
  if (online) return null;
  return (
    <div className={classes.offline} role="alert">
      <IconCloudOff size={16} aria-hidden />
      {t('error.offline')}
    </div>
  );
}
