// Values for the flow's parameters, before a run.
import { NumberInput, Stack, Switch, TextInput } from '@mantine/core';
import type { FlowParameter, Json } from '@eclusa/flow';
import { useDocument } from '../store/flow-stores';

export interface ParameterInputsProps {
  values: Readonly<Record<string, Json>>;
  onChange: (values: Record<string, Json>) => void;
}

/** Nothing when the flow has none. An emptied value falls back to the parameter's default. */
export function ParameterInputs({ values, onChange }: ParameterInputsProps) {
  const parameters = useDocument((state) => state.document.parameters);
  const entries = Object.entries(parameters);
  if (entries.length === 0) return null;
  const set = (id: string, value: Json | undefined) => {
    const { [id]: _old, ...rest } = values;
    onChange(value === undefined ? rest : { ...rest, [id]: value });
  };
  return (
    <Stack gap="sm">
      {entries.map(([id, parameter]) => (
        <ParameterInput
          key={id}
          id={id}
          parameter={parameter}
          value={values[id]}
          onChange={(value) => set(id, value)}
        />
      ))}
    </Stack>
  );
}

interface ParameterInputProps {
  id: string;
  parameter: FlowParameter;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
}

function ParameterInput({ id, parameter, value, onChange }: ParameterInputProps) {
  const shared = {
    label: parameter.name || id,
    description: parameter.help,
    placeholder: parameter.default === undefined ? undefined : String(parameter.default),
  };
  if (parameter.type === 'toggle') {
    const checked = (value ?? parameter.default ?? false) === true;
    return (
      <Switch
        label={shared.label}
        description={shared.description}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  if (parameter.type === 'number') {
    return (
      <NumberInput
        {...shared}
        withAsterisk={parameter.required}
        value={typeof value === 'number' ? value : ''}
        onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      withAsterisk={parameter.required}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}
