// Stands here until the page is built.
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../shell/PageHead';

/** The connections page. */
export function ConnectionsPage() {
  const { t } = useTranslation();
  return <PageHead title={t('connections.title')} />;
}
