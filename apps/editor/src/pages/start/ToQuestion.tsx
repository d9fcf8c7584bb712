// The second question: what becomes of the data.
import { Paper, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { goalsFrom, type StartGoal } from '@eclusa/flow';
import type { QuestionProps } from './FromQuestion';
import classes from './start.module.css';

/** Offers what goes with the first answer. */
export function ToQuestion({ answers, onChange }: QuestionProps) {
  const { t } = useTranslation();
  if (!answers.from) return null;
  return (
    <Paper p="md">
      <Radio.Group
        label={t('start.to.question')}
        value={answers.to ?? ''}
        onChange={(to) => onChange({ to: to as StartGoal })}
      >
        <div className={classes.choices} style={{ marginTop: 10 }}>
          {goalsFrom(answers.from).map((goal) => (
            <Radio
              key={goal}
              value={goal}
              label={t(`start.to.${goal}`)}
              description={t(`start.to.${goal}Help`)}
            />
          ))}
        </div>
      </Radio.Group>
    </Paper>
  );
}
