// The third question: how often. A schedule is only suggested by the flow; setting it up stays with the person.
import { Paper, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { pacesFor, type StartPace } from '@eclusa/flow';
import { ScheduleBuilder } from '../../schedules/ScheduleBuilder';
import type { QuestionProps } from './FromQuestion';
import classes from './start.module.css';

/** Offers what goes with the first two answers. */
export function PaceQuestion({ answers, onChange }: QuestionProps) {
  const { t } = useTranslation();
  const { from, to, pace } = answers;
  if (!from || !to) return null;
  return (
    <Paper p="md">
      <Radio.Group
        label={t('start.pace.question')}
        value={pace ?? ''}
        onChange={(next) => onChange({ pace: next as StartPace })}
      >
        <div className={classes.choices} style={{ marginTop: 10 }}>
          {pacesFor(from, to).map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`start.pace.${one}`)}
              description={t(one === 'once' ? 'start.pace.onceHelp' : `start.pace.${one}Help`)}
            />
          ))}
        </div>
      </Radio.Group>
      {pace === 'schedule' && (
        <Stack gap="xs" mt="md">
          <ScheduleBuilder cron={answers.cron} onChange={(cron) => onChange({ cron })} />
          <Text size="xs" c="dimmed">
            {t('start.pace.nothingFires')}
          </Text>
          {from === 'file' && <Text size="sm">{t('start.pace.fileAt')}</Text>}
        </Stack>
      )}
    </Paper>
  );
}
