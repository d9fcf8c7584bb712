// The way back from a run, or from two of them, to the list.
import { Anchor, Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Stands over the heading. */
export function BackToRuns() {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to="/runs" size="sm">
      <Group gap={4} mb={6} component="span">
        <IconArrowLeft size={14} aria-hidden />
        {t('runs.title')}
      </Group>
    </Anchor>
  );
}
