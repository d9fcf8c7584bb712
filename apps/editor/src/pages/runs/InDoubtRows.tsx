// Rows that may have been done, nobody saw: what was sent, what is known, and a person's word on what became of them.
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconHelpCircle, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { sentence } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import { useFailedRows, useSettleDoubt } from '../../api/repeats';
import { isLive } from '../../api/runs';
import type { FailedRow, RunDetail, SettleDoubt } from '../../api/types';
import { useLocale } from '../../i18n/useLocale';
import { ListArea } from '../../shell/ListArea';
import { useToast } from '../../shell/useToast';
import { answerField, answerOf } from './answer-of';
import { FailedRowTable } from './FailedRowTable';
import { RepeatModal } from './RepeatModal';

/** One, several or all of them are settled at a time. */
export function InDoubtRows({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const catalogue = useCatalogue().data?.nodes;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const query = useFailedRows(run.id, { inDoubt: true });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const fieldOf = ({ node }: FailedRow) =>
    answerField(run.document, node, catalogue?.get(run.document.nodes[node]?.type ?? ''));
  const answers = rows.flatMap((row) => {
    const field = fieldOf(row);
    const values = field && answerOf(field, typed[row.id] ?? '');
    return values ? [{ failedRowId: row.id, values }] : [];
  });
  return (
    <ListArea query={query}>
      <Stack gap="sm">
        <Alert color="yellow" icon={<IconHelpCircle aria-hidden />} title={t('runs.doubt.title')}>
          {t('runs.doubt.text')}
        </Alert>
        <DoubtBar run={run} chosen={[...chosen]} answers={answers} />
        <FailedRowTable
          {...{ run, rows, chosen, onChoose: setChosen, more: query }}
          extra={(row) => (
            <Doubt
              row={row}
              field={fieldOf(row)}
              typed={typed[row.id] ?? ''}
              onType={(text) => setTyped((old) => ({ ...old, [row.id]: text }))}
            />
          )}
        />
      </Stack>
    </ListArea>
  );
}

interface DoubtProps {
  row: FailedRow;
  field: string | undefined;
  typed: string;
  onType: (text: string) => void;
}

/** What is known of one row, and the answer a person may have found. */
function Doubt({ row, field, typed, onType }: DoubtProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { reason } = row.error.values;
  return (
    <Stack gap="xs" mb="md">
      <Text size="sm">
        {typeof reason === 'string' ? sentence(reason, row.error.values, locale) : t('runs.doubt.noReason')}
      </Text>
      {field && row.state === 'open' && (
        <TextInput
          w={360}
          label={t('runs.doubt.answer')}
          description={t('runs.doubt.answerHelp', { field })}
          value={typed}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      )}
    </Stack>
  );
}

interface DoubtBarProps {
  run: RunDetail;
  chosen: string[];
  answers: NonNullable<SettleDoubt['answers']>;
}

function DoubtBar({ run, chosen, answers }: DoubtBarProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  const settle = useSettleDoubt(run.id);
  const [outcome, setOutcome] = useState<SettleDoubt['outcome'] | null>(null);
  const count = chosen.length || run.inDoubt;
  const off = run.inDoubt === 0 || isLive(run.state);
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed">
        {isLive(run.state) ? t('runs.doubt.whileLive') : t('runs.doubt.chosen', { count })}
      </Text>
      <Group gap="sm">
        <Button
          leftSection={<IconCheck size={16} aria-hidden />}
          disabled={off}
          onClick={() => setOutcome('happened')}
        >
          {t('runs.doubt.happened')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          disabled={off}
          onClick={() => setOutcome('again')}
        >
          {t('runs.doubt.again')}
        </Button>
      </Group>
      <RepeatModal
        run={run}
        busy={settle.isPending}
        ask={
          outcome && {
            title: t(`runs.doubt.${outcome}Title`, { count }),
            text: t(`runs.doubt.${outcome}Text`),
            confirm: t(`runs.doubt.${outcome}`),
            danger: outcome === 'again',
          }
        }
        onClose={() => setOutcome(null)}
        onConfirm={(version) => {
          const which = chosen.length > 0 ? { failedRowIds: chosen } : { all: true };
          const wanted = answers.filter((one) => chosen.length === 0 || chosen.includes(one.failedRowId));
          const found = outcome === 'happened' ? { answers: wanted } : {};
          settle.mutate(
            { outcome: outcome ?? 'happened', version, ...which, ...found },
            { onSuccess: (next) => void navigate(`/runs/${next.id}`), onError: toast.bad },
          );
        }}
      />
    </Group>
  );
}
