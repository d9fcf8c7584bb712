// The first question: where the data comes from, with what is needed to look at a few rows of it.
import {
  Alert,
  Button,
  FileButton,
  Group,
  Paper,
  Radio,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { startSources, type StartSource } from '@eclusa/flow';
import { useUpload } from '../../api/files';
import { parsePasted } from '../../rows/paste';
import { useProblemText } from '../../shell/useProblemText';
import classes from './start.module.css';
import type { Answers } from './useAnswers';

export interface QuestionProps {
  answers: Answers;
  onChange: (change: Partial<Answers>) => void;
}

export function FromQuestion({ answers, onChange }: QuestionProps) {
  const { t } = useTranslation();
  return (
    <Paper p="md">
      <Radio.Group
        label={t('start.from.question')}
        value={answers.from ?? ''}
        onChange={(from) => onChange({ from: from as StartSource })}
      >
        <div className={classes.choices} style={{ marginTop: 10 }}>
          {startSources.map((source) => (
            <Radio
              key={source}
              value={source}
              label={t(`start.from.${source}`)}
              description={t(`start.from.${source}Help`)}
            />
          ))}
        </div>
      </Radio.Group>
      {answers.from === 'file' && <FilePart answers={answers} onChange={onChange} />}
      {answers.from === 'http' && <HttpPart answers={answers} onChange={onChange} />}
      {answers.from === 'call' && <CallPart answers={answers} onChange={onChange} />}
    </Paper>
  );
}

function FilePart({ answers, onChange }: QuestionProps) {
  const { t } = useTranslation();
  const sayProblem = useProblemText();
  const upload = useUpload();
  const send = (file: File | null) => {
    if (file) upload.mutate(file, { onSuccess: ({ id, name }) => onChange({ file: { id, name } }) });
  };
  return (
    <Stack gap="xs" mt="md">
      <Group gap="sm">
        <FileButton onChange={send} accept=".csv,.txt,.tsv,text/csv,text/plain">
          {(button) => (
            <Button
              {...button}
              variant="default"
              loading={upload.isPending}
              leftSection={<IconUpload size={15} aria-hidden />}
            >
              {t(answers.file ? 'fields.file.replace' : 'fields.file.choose')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" role="status">
          {answers.file?.name ?? ''}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {t('start.from.saveAs')}
      </Text>
      {upload.isError && <Alert color="red">{sayProblem(upload.error)}</Alert>}
    </Stack>
  );
}

function HttpPart({ answers, onChange }: QuestionProps) {
  const { t } = useTranslation();
  return (
    <Group grow mt="md" align="flex-start">
      <TextInput
        label={t('start.from.path')}
        description={t('start.from.pathHelp')}
        placeholder="/v1/estoque"
        withAsterisk
        value={answers.path}
        onChange={(event) => onChange({ path: event.currentTarget.value })}
      />
      <TextInput
        label={t('start.from.items')}
        description={t('start.from.itemsHelp')}
        placeholder="data.items"
        value={answers.items}
        onChange={(event) => onChange({ items: event.currentTarget.value })}
      />
    </Group>
  );
}

function CallPart({ answers, onChange }: QuestionProps) {
  const { t } = useTranslation();
  const pasted = answers.pasted.trim() === '' ? null : parsePasted(answers.pasted);
  return (
    <Textarea
      mt="md"
      label={t('start.from.pasted')}
      description={t('start.from.pastedHelp')}
      placeholder={'[{ "codigo": "SKU-1", "estoque": 12 }]'}
      autosize
      minRows={3}
      maxRows={8}
      classNames={{ input: 'ec-mono' }}
      value={answers.pasted}
      error={pasted && 'fault' in pasted ? t(`rows.paste.fault.${pasted.fault}`) : undefined}
      onChange={(event) => onChange({ pasted: event.currentTarget.value })}
    />
  );
}
