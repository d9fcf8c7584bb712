// The three states of a list that comes from the server: loading, broken, there. Empty is the page's own.
import { Button, Skeleton, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from './Notice';
import { useProblemText } from './useProblemText';

interface Query {
  isPending: boolean;
  isError: boolean;
  error: unknown;
  refetch: () => Promise<unknown>;
}

/** `children` are drawn once the answer is there. */
export function ListArea({ query, children }: { query: Query; children: ReactNode }) {
  const { t } = useTranslation();
  const say = useProblemText();
  if (query.isPending) {
    return (
      <Stack gap="xs" role="status" aria-busy="true" aria-label={t('loading')}>
        <Skeleton h={44} />
        <Skeleton h={44} />
        <Skeleton h={44} />
      </Stack>
    );
  }
  if (query.isError) {
    return (
      <Notice icon={IconAlertTriangle} title={t('error.title')} text={say(query.error)}>
        <Button variant="default" onClick={() => void query.refetch()}>
          {t('action.retry')}
        </Button>
      </Notice>
    );
  }
  return children;
}
