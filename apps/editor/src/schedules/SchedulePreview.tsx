// What a schedule says in one sentence, and the next ten times it would fire, as the clocks of its zone show them.
import { Alert, Paper, SimpleGrid, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useSchedulePreview } from '../api/schedules';
import { formatDateIn } from '../i18n/format';
import { useLocale } from '../i18n/useLocale';
import { useProblemText } from '../shell/useProblemText';

/** Asks the server, whose answer is the one that counts. */
export function SchedulePreview(props: { cron: string; timezone: string }) {
  const { t } = useTranslation();
  const { say, locale } = useLocale();
  const problem = useProblemText();
  const [{ cron, timezone }] = useDebouncedValue(props, 250);
  const { data, error } = useSchedulePreview(cron, timezone);
  if (error) return <Alert color="red">{problem(error)}</Alert>;
  if (!data) return null;
  return (
    <Paper p="sm" bg="var(--ec-sunken)">
      <Text size="sm" fw={600} role="status">
        {say(data.text)}
      </Text>
      <Text size="xs" c="dimmed" mt={6} mb={4}>
        {t('schedules.nextTen')}
      </Text>
      <SimpleGrid component="ol" cols={2} spacing={4} m={0} pl={0} style={{ listStyle: 'none' }}>
        {data.times.map((time) => (
          <Text component="li" size="xs" className="ec-num" key={time}>
            {formatDateIn(time, locale, timezone)}
          </Text>
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt={8}>
        {t('schedules.dst')}
      </Text>
    </Paper>
  );
}
