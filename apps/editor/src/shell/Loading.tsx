// What stands while a page or its data is on the way.
import { Center, Loader, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Fills its parent; says "Loading…" to screen readers too. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <Center mih={240} h="100%" role="status">
      <Stack align="center" gap="xs">
        <Loader size="sm" />
        <Text size="sm" c="dimmed">
          {t('loading')}
        </Text>
      </Stack>
    </Center>
  );
}
