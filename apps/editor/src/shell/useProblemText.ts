// Turns whatever was thrown into the sentence a person reads.
import { ApiProblem } from '@eclusa/client';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnreachable } from '../api/client';

/** The API's own sentence when it sent one; else ours. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (error: unknown) => {
      if (isUnreachable(error)) return t('error.network');
      if (!(error instanceof ApiProblem)) return t('error.unexpected', { code: 'editor' });
      if (error.is('client.no-problem')) return t('error.unexpected', { code: `HTTP ${error.status}` });
      return error.message;
    },
    [t],
  );
}
