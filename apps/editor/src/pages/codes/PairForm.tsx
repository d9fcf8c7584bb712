// One pair of codes: both codes of a new one, the VTEX id of one that is there. Names the table when it is new.
import { Alert, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { longestCode, longestTableName } from '@eclusa/flow';
import { useSaveCodes, type CodesOf, type Pair } from '../../api/codes';
import { FormActions } from '../../shell/FormActions';
import { useProblemText } from '../../shell/useProblemText';

export interface PairFormProps {
  storeId: CodesOf;
  table?: string;
  pair?: Pair;
  onSaved: (table: string) => void;
  onCancel: () => void;
}

/** Rows that wait for the code go on when it is saved. */
export function PairForm({ storeId, table, pair, onSaved, onCancel }: PairFormProps) {
  const { t } = useTranslation();
  const sayProblem = useProblemText();
  const save = useSaveCodes(storeId);
  const [name, setName] = useState(table ?? '');
  const [key, setKey] = useState(pair?.key ?? '');
  const [value, setValue] = useState(pair?.value ?? '');
  const [asked, setAsked] = useState(false);
  const needed = (text: string) => (asked && !text.trim() ? t('fields.needed') : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!name.trim() || !key.trim() || !value.trim()) return;
    const whole = { table: name.trim(), pairs: [{ key: key.trim(), value: value.trim() }] };
    save.mutate(whole, { onSuccess: () => onSaved(whole.table) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {table === undefined && (
          <TextInput
            label={t('codes.table')}
            description={t('codes.tableHelp')}
            withAsterisk
            data-autofocus
            maxLength={longestTableName}
            value={name}
            error={needed(name)}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={t('codes.erp')}
          withAsterisk
          disabled={pair !== undefined}
          maxLength={longestCode}
          value={key}
          error={needed(key)}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <TextInput
          label={t('codes.vtex')}
          withAsterisk
          maxLength={longestCode}
          value={value}
          error={needed(value)}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        {save.isError && <Alert color="red">{sayProblem(save.error)}</Alert>}
        <FormActions submit={t('codes.save')} busy={save.isPending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
