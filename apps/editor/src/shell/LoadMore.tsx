// The end of a list that has more pages.
import { Button, Center, type CenterProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface LoadMoreProps extends CenterProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** Nothing when the list is whole. */
export function LoadMore({ query, ...place }: LoadMoreProps) {
  const { t } = useTranslation();
  if (!query.hasNextPage) return null;
  return (
    <Center mt="md" {...place}>
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('action.loadMore')}
      </Button>
    </Center>
  );
}
