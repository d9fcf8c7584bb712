// What is wrong with one box, where its settings are, each with its one click if there is one.
import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { useDocument, useFlowStores } from '../store/flow-stores';
import { useProblems } from '../store/useProblems';
import { useRepairs } from '../store/useRepairs';
import { RepairButton } from './RepairButton';

/** Problems of arrows, of the box as a whole, and of fields its form does not show; of the others those one click can mend. */
export function BoxProblems({ id }: { id: string }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { find } = useRepairs();
  const { catalogue } = useFlowStores();
  const type = useDocument((state) => state.document.nodes[id]?.type ?? '');
  const fields = catalogue.nodes.get(type)?.fields ?? {};
  const isInForm = (field: string | undefined) => fields[field?.split('.')[0] ?? ''] !== undefined;
  const shown = useProblems().filter(
    (problem) => problem.node === id && (!isInForm(problem.field) || find(problem) !== null),
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
