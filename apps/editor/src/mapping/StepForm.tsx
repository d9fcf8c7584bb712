// The form of one step, drawn from what the step asks for. No step brings a component of its own.
import { ActionIcon, Button, Group, MultiSelect, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { stepKinds, type Json, type Step, type StepInput } from '@eclusa/flow';
import { literalExpression, literalOf } from '../fields/mapping-mode';
import { useFieldChoices } from '../fields/useFieldChoices';

export interface StepFormProps {
  step: Step;
  onChange: (values: Step['values']) => void;
}

/** Nothing for a step that asks for nothing. */
export function StepForm({ step, onChange }: StepFormProps) {
  const inputs = Object.entries(stepKinds[step.kind].inputs);
  if (inputs.length === 0) return null;
  return (
    <Stack gap="xs">
      {inputs.map(([name, input]) => (
        <StepValue
          key={name}
          name={step.kind === 'number' && name === 'mark' ? 'decimal' : name}
          input={input}
          value={step.values[name] ?? null}
          onChange={(value) => onChange({ ...step.values, [name]: value })}
        />
      ))}
    </Stack>
  );
}

interface StepValueProps {
  name: string;
  input: StepInput;
  value: Json;
  onChange: (value: Json) => void;
}

function StepValue({ name, input, value, onChange }: StepValueProps) {
  const { t } = useTranslation();
  const label = t(`mapping.input.${name as 'find'}`);
  switch (input.kind) {
    case 'text':
      return (
        <TextInput
          size="xs"
          label={label}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'number':
      return (
        <NumberInput
          size="xs"
          label={label}
          value={typeof value === 'number' ? value : ''}
          allowDecimal={!input.integer}
          onChange={(next) => {
            if (typeof next === 'number') onChange(next);
            else if (input.optional && next === '') onChange(null);
          }}
        />
      );
    case 'value':
      return <FixedInput label={label} optional={input.optional} value={value} onChange={onChange} />;
    case 'choice':
      return (
        <Select
          size="xs"
          label={label}
          data={input.choices.map((choice) => ({ value: choice, label: t(choiceKey(choice)) }))}
          value={typeof value === 'string' ? value : input.start}
          onChange={(next) => onChange(next ?? input.start)}
        />
      );
    case 'fields':
      return <FieldsInput label={label} value={value} onChange={onChange} />;
    case 'pairs':
      return <PairsInput label={label} value={value} onChange={onChange} />;
  }
}

const marks: Readonly<Record<string, string>> = { ',': 'comma', '.': 'dot', '': 'auto' };

const choiceKey = (choice: string) => `mapping.choice.${(marks[choice] ?? choice) as 'comma'}` as const;

/** A number, yes/no or null typed as such is one; anything else is a text. */
function FixedInput(props: {
  label: string;
  optional: true | undefined;
  value: Json;
  onChange: (value: Json) => void;
}) {
  const { label, optional, value, onChange } = props;
  return (
    <TextInput
      size="xs"
      label={label}
      value={value === null ? '' : String(value)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        if (text === '' && optional) return onChange(null);
        const plain = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? Number(text) : literalOf(text);
        const typed = typeof plain === 'number' || typeof plain === 'boolean' ? plain : text;
        onChange(String(typed) === text ? typed : (literalOf(literalExpression(text)) ?? text));
      }}
    />
  );
}

interface ListInputProps {
  label: string;
  value: Json;
  onChange: (value: Json) => void;
}

function FieldsInput({ label, value, onChange }: ListInputProps) {
  const choices = useFieldChoices();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const known = choices.filter(({ field }) => field.listAt === undefined && field.kind !== 'group');
  const unknown = chosen.filter((one) => !known.some(({ expression }) => expression === one));
  return (
    <MultiSelect
      size="xs"
      label={label}
      searchable
      hidePickedOptions
      data={[
        ...known.map(({ label: name, expression }) => ({ value: expression, label: name })),
        ...unknown.map((one) => ({ value: one, label: one })),
      ]}
      value={chosen}
      onChange={onChange}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function PairsInput({ label, value, onChange }: ListInputProps) {
  const { t } = useTranslation();
  const pairs = Array.isArray(value) ? (value as [string, string][]) : [];
  const change = (at: number, side: 0 | 1, text: string) =>
    onChange(
      pairs.map((pair, index) => (index !== at ? pair : side === 0 ? [text, pair[1]] : [pair[0], text])),
    );
  return (
    <Stack gap={4} role="group" aria-label={label}>
      {pairs.map(([from, to], at) => (
        <Group key={at} gap={4} wrap="nowrap">
          <TextInput
            size="xs"
            aria-label={t('mapping.input.pairFrom', { number: at + 1 })}
            value={from}
            onChange={(event) => change(at, 0, event.currentTarget.value)}
          />
          <span aria-hidden>→</span>
          <TextInput
            size="xs"
            aria-label={t('mapping.input.pairTo', { number: at + 1 })}
            value={to}
            onChange={(event) => change(at, 1, event.currentTarget.value)}
          />
          <ActionIcon
            size="sm"
            disabled={pairs.length === 1}
            aria-label={t('mapping.input.removePair', { number: at + 1 })}
            onClick={() => onChange(pairs.filter((_pair, index) => index !== at))}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() => onChange([...pairs, ['', '']])}
      >
        {t('mapping.input.addPair')}
      </Button>
    </Stack>
  );
}
