// Turns whatever was thrown into the sentence a person reads.
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/request';

/** The API's own sentence when it sent one; else ours. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiError)) return t('error.unexpected', { code: 'editor' });
    if (error.problem.code === 'network') return t('error.network');
    return error.problem.detail || t('error.unexpected', { code: error.problem.code });
  };
}
