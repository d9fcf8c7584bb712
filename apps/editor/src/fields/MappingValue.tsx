// The input of a mapping line in each of its modes.
import { Autocomplete, Group, Select, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  connect,
  fieldRecipe,
  readRecipe,
  recipeExpression,
  type MappingTarget,
  type Recipe,
  type Step,
} from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import { InnerMapping } from '../mapping/InnerMapping';
import { ListChoice } from '../mapping/ListChoice';
import { assertUnreachable } from './field-types';
import { FormulaInput } from './FormulaInput';
import { literalExpression, literalOf, type MappingMode } from './mapping-mode';
import { useFieldChoices } from './useFieldChoices';
import { shortText } from './useOutcome';

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
    case 'group':
      return <InnerMapping {...props} />;
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

/** The names a field line shows; a fixed or unreadable one shows its expression. */
function shownName(recipe: Recipe | null, expression: string): string {
  const origin = recipe?.origin;
  return origin && (origin.kind === 'field' || origin.kind === 'list') ? origin.names.join('.') : expression;
}

function FieldValue(props: MappingValueProps) {
  const { id, label, target, expression, error, onChange } = props;
  const { t } = useTranslation();
  // A path that ends in a dot is on its way to becoming one.
  const [typed, setTyped] = useState<string | null>(null);
  // Steps a person added stay when another field is chosen.
  const kept = useRef<readonly Step[]>([]);
  const recipe = readRecipe(expression);
  const choices = useFieldChoices();
  const sampleOf = (path: string) => choices.find((choice) => choice.label === path)?.sample;
  const write = (text: string) => {
    setTyped(text);
    const picked = choices.find((choice) => choice.label === text);
    const plain = fieldRecipe(text.split('.').filter((name) => name !== ''));
    const next = picked ? connect(picked.field, target) : plain;
    if (text.trim() === '') return onChange('');
    const steps = kept.current.length > 0 ? kept.current : next.steps;
    onChange(recipeExpression({ origin: next.origin, steps }), picked?.label);
  };
  return (
    <>
      <Autocomplete
        id={id}
        size="xs"
        aria-label={label}
        placeholder={t('fields.mapping.pick')}
        data={choices.map((choice) => choice.label)}
        limit={60}
        value={typed ?? shownName(recipe, expression)}
        onFocus={() => {
          kept.current = recipe?.steps ?? [];
        }}
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
              {shortText(sampleOf(option.value))}
            </Text>
          </Group>
        )}
      />
      {recipe && <ListChoice recipe={recipe} onChange={(next) => onChange(recipeExpression(next))} />}
      {recipe?.origin.kind === 'list' && <InnerMapping {...props} />}
    </>
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
