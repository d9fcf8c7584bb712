// When a flow that came from an example is meant to run, offered to be set up. It sets up nothing by itself.
import { Button, Group, Paper, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { describeSchedule, type SuggestedSchedule } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';

export interface SuggestionProps {
  suggested: SuggestedSchedule;
  isPublished: boolean;
  onTake: () => void;
}

/** Only a published flow can be given a schedule. */
export function Suggestion({ suggested, isPublished, onTake }: SuggestionProps) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const what = say(describeSchedule(suggested));
  return (
    <Paper p="sm" bg="var(--ec-sunken)" ta="left" w="100%">
      <Group wrap="nowrap" gap="sm">
        <IconBulb size={18} aria-hidden style={{ flex: 'none' }} />
        <div style={{ flex: 1 }}>
          <Text size="sm" fw={600}>
            {t('schedules.suggested.what', { what })}
          </Text>
          <Text size="xs" c="dimmed">
            {t('schedules.suggested.help')}
          </Text>
        </div>
        <Button variant="light" disabled={!isPublished} onClick={onTake} style={{ flex: 'none' }}>
          {t('schedules.suggested.take')}
        </Button>
      </Group>
    </Paper>
  );
}
