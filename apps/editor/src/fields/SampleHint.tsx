// Offers to fetch sample rows where results could be shown but no rows are known yet.
import { Button, Group, Text } from '@mantine/core';
import { IconTablePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFieldScope } from './field-scope';

/** `brief`: the button alone. Nothing once rows are there, or where none can be had. */
export function SampleHint({ brief = false }: { brief?: boolean }) {
  const { t } = useTranslation();
  const { rows, sample } = useFieldScope();
  if (!sample || rows.length > 0) return null;
  return (
    <Group gap="xs" mt={brief ? 0 : 6} wrap="nowrap">
      <Button
        variant="light"
        size={brief ? 'compact-sm' : 'compact-xs'}
        leftSection={<IconTablePlus size={15} aria-hidden />}
        loading={sample.loading}
        onClick={sample.load}
        title={t('fields.expression.noSample')}
        style={{ flex: 'none' }}
      >
        {t('fields.expression.getSample')}
      </Button>
      {!brief && (
        <Text size="xs" c="dimmed">
          {t('fields.expression.noSample')}
        </Text>
      )}
    </Group>
  );
}
