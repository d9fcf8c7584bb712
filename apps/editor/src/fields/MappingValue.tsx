// The input of a mapping line in each of its three modes.
import { Autocomplete, Group, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingTarget } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import { assertUnreachable } from './field-types';
import { FormulaInput } from './FormulaInput';
import { literalExpression, literalOf, pathExpression, pathOf, type MappingMode } from './mapping-mode';
import { useFieldChoices } from './useFieldChoices';

export interface MappingValueProps {
  id: string;
  label: string;
  mode: MappingMode;
  target: MappingTarget | undefined;
  expression: string;
  error: string | undefined;
  onChange: (expression: string, picked?: string) => void;
}

/** Writes the one expression, whatever the mode. */
export function MappingValue(props: MappingValueProps) {
  switch (props.mode) {
    case 'field':
      return <FieldValue {...props} />;
    case 'text':
      return <FixedValue {...props} />;
    case 'formula':
      return (
        <FormulaInput
          id={props.id}
          size="xs"
          ariaLabel={props.label}
          value={props.expression}
          error={props.error}
          onChange={(expression) => props.onChange(expression)}
        />
      );
    default:
      return assertUnreachable(props.mode);
  }
}

function FieldValue({ id, label, expression, error, onChange }: MappingValueProps) {
  const { t } = useTranslation();
  // A path that ends in a dot is on its way to becoming one.
  const [typed, setTyped] = useState<string | null>(null);
  const choices = useFieldChoices();
  const sampleOf = (path: string) => choices.find((choice) => choice.label === path)?.sample;
  const write = (text: string) => {
    setTyped(text);
    const picked = choices.find((choice) => choice.label === text);
    if (picked) onChange(picked.expression, picked.label);
    else onChange(pathExpression(text.split('.').filter((name) => name !== '')));
  };
  return (
    <Autocomplete
      id={id}
      size="xs"
      aria-label={label}
      placeholder={t('fields.mapping.pick')}
      data={choices.map((choice) => choice.label)}
      limit={60}
      value={typed ?? pathOf(expression)?.join('.') ?? expression}
      onBlur={() => setTyped(null)}
      error={error}
      onChange={write}
      comboboxProps={{ width: 300, position: 'bottom-start' }}
      renderOption={({ option }) => (
        <Group justify="space-between" wrap="nowrap" w="100%" gap="sm">
          <Text size="xs" fw={550}>
            {option.value}
          </Text>
          <Text size="xs" c="dimmed" truncate maw={150}>
            {JSON.stringify(sampleOf(option.value))}
          </Text>
        </Group>
      )}
    />
  );
}

function FixedValue({ id, label, target, expression, error, onChange }: MappingValueProps) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const value = literalOf(expression);
  const text = value === undefined || value === null ? '' : String(value);
  const type = target?.type ?? 'any';
  const shared = {
    id,
    size: 'xs' as const,
    'aria-label': label,
    error,
    placeholder: t('fields.mapping.fixed'),
  };
  const write = (next: string) => onChange(next === '' ? '' : literalExpression(next, type));
  const choices =
    type === 'boolean'
      ? [
          { value: 'true', label: t('fields.yes') },
          { value: 'false', label: t('fields.no') },
        ]
      : target?.choices?.map((choice) => ({ value: choice.value, label: say(choice.name) }));
  if (choices) {
    return (
      <Select
        {...shared}
        data={choices}
        value={text || null}
        clearable
        onChange={(next) => write(next ?? '')}
      />
    );
  }
  return <TextInput {...shared} value={text} onChange={(event) => write(event.currentTarget.value)} />;
}
