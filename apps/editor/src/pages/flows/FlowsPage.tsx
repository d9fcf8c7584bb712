// The list of flows.
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../shell/PageHead';

/** Flows. */
export function FlowsPage() {
  const { t } = useTranslation();
  return <PageHead title={t('flows.title')} />;
}
