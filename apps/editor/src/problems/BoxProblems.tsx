// What is wrong with one box, where its settings are, each with its one click if there is one.
import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { useProblems } from '../store/useProblems';
import { useRepairs } from '../store/useRepairs';
import { RepairButton } from './RepairButton';

/** Problems of arrows and of the box as a whole, and those of fields that one click can mend: the fields tell the others. */
export function BoxProblems({ id }: { id: string }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { find } = useRepairs();
  const shown = useProblems().filter(
    (problem) => problem.node === id && (problem.field === undefined || find(problem) !== null),
  );
  if (shown.length === 0) return null;
  const isError = shown.some(({ severity }) => severity === 'error');
  return (
    <Alert color={isError ? 'red' : 'yellow'} title={t('problems.ofBox')} mb="md">
      <Stack gap="xs">
        {shown.map((problem, at) => (
          <Stack key={`${problem.code} ${problem.field ?? ''} ${at}`} gap={4} align="flex-start">
            <Text size="sm">{say(problem.text)}</Text>
            <RepairButton problem={problem} />
          </Stack>
        ))}
      </Stack>
    </Alert>
  );
}
