// The members of a row as inputs, one under the other. Each keeps the kind of value it had.
import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json, Row } from '@eclusa/flow';
import { isNested, shownValue, typedValue } from './row-edits';

export interface RowFieldsProps {
  row: Row;
  /** Name of the field that is wrong, where the row has one of that name. */
  wrong: string | null;
  onChange: (row: Row) => void;
  /** Told which members hold no valid JSON right now. */
  onFaults: (faults: ReadonlySet<string>) => void;
}

/** Texts that are long get room for several lines. */
const longText = 60;

export function RowFields({ row, wrong, onChange, onFaults }: RowFieldsProps) {
  const [faults, setFaults] = useState<ReadonlySet<string>>(new Set());
  // The kinds the members had when the form was opened.
  const [first] = useState(row);
  const change = (name: string, value: Json | undefined) => {
    const next = new Set(faults);
    if (value === undefined) next.add(name);
    else next.delete(name);
    setFaults(next);
    onFaults(next);
    if (value !== undefined) onChange({ ...row, [name]: value });
  };
  // What is wrong is what the person came for.
  const names = Object.keys(row).sort((a, b) => Number(b === wrong) - Number(a === wrong));
  return (
    <Stack gap="sm" pr={4}>
      {names.map((name) => (
        <RowField
          key={name}
          name={name}
          value={row[name] as Json}
          before={first[name]}
          isWrong={name === wrong}
          isFaulty={faults.has(name)}
          onChange={(value) => change(name, value)}
        />
      ))}
    </Stack>
  );
}

interface RowFieldProps {
  name: string;
  value: Json;
  before: Json | undefined;
  isWrong: boolean;
  isFaulty: boolean;
  /** Undefined: what is typed cannot be read. */
  onChange: (value: Json | undefined) => void;
}

function RowField({ name, value, before, isWrong, isFaulty, onChange }: RowFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(isNested(value) ? JSON.stringify(value, null, 2) : shownValue(value));
  const type = (next: string) => {
    setText(next);
    onChange(typedValue(next, before)?.value);
  };
  const frame = {
    label: name,
    ...(isWrong && { description: t('failures.form.isWrong') }),
    ...(isFaulty && { error: t('failures.form.badField') }),
  };
  if (typeof before === 'boolean') {
    return (
      <Checkbox
        label={name}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  if (isNested(before) || text.length > longText) {
    return (
      <Textarea
        {...frame}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        {...(isNested(before) && { classNames: { input: 'ec-mono' } })}
        onChange={(event) => type(event.currentTarget.value)}
      />
    );
  }
  return <TextInput {...frame} value={text} onChange={(event) => type(event.currentTarget.value)} />;
}
