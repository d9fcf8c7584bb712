// A CSV of codes into a table, which is named when it is new.
import { Alert, Checkbox, FileInput, Stack, Text, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { longestTableName } from '@eclusa/flow';
import { useImportCodes, type CodesOf } from '../../api/codes';
import { FormActions } from '../../shell/FormActions';
import { useProblemText } from '../../shell/useProblemText';
import { useToast } from '../../shell/useToast';

export interface ImportFormProps {
  storeId: CodesOf;
  table?: string;
  onSaved: (table: string) => void;
  onCancel: () => void;
}

/** The file is stored whole or not at all; what is wrong with it is said in place. */
export function ImportForm({ storeId, table, onSaved, onCancel }: ImportFormProps) {
  const { t } = useTranslation();
  const sayProblem = useProblemText();
  const toast = useToast();
  const send = useImportCodes(storeId);
  const [name, setName] = useState(table ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [header, setHeader] = useState(true);
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const into = name.trim();
    if (!into || !file) return;
    const onSuccess = ({ pairs }: { pairs: number }) => {
      toast.good(t('codes.import.done', { count: pairs }));
      onSaved(into);
    };
    send.mutate({ table: into, file, header }, { onSuccess });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm">{t('codes.import.help')}</Text>
        {table === undefined && (
          <TextInput
            label={t('codes.table')}
            description={t('codes.tableHelp')}
            withAsterisk
            maxLength={longestTableName}
            value={name}
            error={asked && !name.trim() ? t('fields.needed') : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <FileInput
          label={t('codes.import.file')}
          placeholder={t('codes.import.choose')}
          withAsterisk
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          leftSection={<IconUpload size={16} aria-hidden />}
          value={file}
          error={asked && !file ? t('fields.needed') : undefined}
          onChange={setFile}
        />
        <Checkbox
          label={t('codes.import.header')}
          checked={header}
          onChange={(event) => setHeader(event.currentTarget.checked)}
        />
        {send.isError && <Alert color="red">{sayProblem(send.error)}</Alert>}
        <FormActions submit={t('codes.import.send')} busy={send.isPending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
