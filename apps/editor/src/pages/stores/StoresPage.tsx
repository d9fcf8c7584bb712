// Stands here until the page is built.
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../shell/PageHead';

/** The stores page. */
export function StoresPage() {
  const { t } = useTranslation();
  return <PageHead title={t('stores.title')} />;
}
