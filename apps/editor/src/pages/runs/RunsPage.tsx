// Stands here until the page is built.
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../shell/PageHead';

/** The runs page. */
export function RunsPage() {
  const { t } = useTranslation();
  return <PageHead title={t('runs.title')} />;
}
