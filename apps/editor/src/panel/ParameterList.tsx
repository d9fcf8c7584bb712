// The flow's parameters: what may differ from store to store.
import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  Paper,
  Select,
  Stack,
  Switch,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { freeId, type FlowParameter } from '@eclusa/flow';
import { useDocument } from '../store/flow-stores';

const types: FlowParameter['type'][] = ['text', 'number', 'toggle'];

/** The id is made once and stays, because formulas name it. */
export function ParameterList() {
  const { t } = useTranslation();
  const parameters = useDocument((state) => state.document.parameters);
  const edit = useDocument((state) => state.edit);
  const add = () => {
    const id = freeId('parameter', new Set(Object.keys(parameters)));
    edit([{ type: 'add-parameter', id, parameter: { type: 'text', name: '' } }]);
  };
  return (
    <div>
      <Title order={4}>{t('editor.flow.parameters')}</Title>
      <Text size="xs" c="dimmed" mb="xs">
        {t('editor.flow.parametersHelp')}
      </Text>
      <Stack gap="xs">
        {Object.entries(parameters).map(([id, parameter]) => (
          <ParameterCard key={id} id={id} parameter={parameter} />
        ))}
        <Group>
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t('editor.flow.addParameter')}
          </Button>
        </Group>
      </Stack>
    </div>
  );
}

function ParameterCard({ id, parameter }: { id: string; parameter: FlowParameter }) {
  const { t } = useTranslation();
  const edit = useDocument((state) => state.edit);
  const change = (part: Partial<FlowParameter>) =>
    edit([{ type: 'set-parameter', id, parameter: { ...parameter, ...part } }], `parameter.${id}`);
  const retype = (type: string | null) => {
    const { default: _old, ...rest } = parameter;
    const next = types.find((one) => one === type) ?? 'text';
    edit([{ type: 'set-parameter', id, parameter: { ...rest, type: next } }]);
  };
  return (
    <Paper p="sm" bg="var(--ec-sunken)">
      <Group justify="space-between" mb={4}>
        <Text className="ec-mono" c="dimmed">
          $params.{id}
        </Text>
        <ActionIcon
          size="sm"
          aria-label={t('editor.flow.removeParameter', { name: parameter.name || id })}
          onClick={() => edit([{ type: 'remove-parameter', id }])}
        >
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      </Group>
      <Group grow align="flex-start" gap="xs">
        <TextInput
          size="xs"
          label={t('editor.flow.parameterName')}
          value={parameter.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Select
          size="xs"
          label={t('editor.flow.parameterType')}
          data={types.map((type) => ({ value: type, label: t(`editor.flow.type.${type}`) }))}
          value={parameter.type}
          onChange={retype}
        />
        <DefaultInput parameter={parameter} onChange={(value) => change({ default: value })} />
      </Group>
    </Paper>
  );
}

interface DefaultInputProps {
  parameter: FlowParameter;
  onChange: (value: FlowParameter['default']) => void;
}

function DefaultInput({ parameter, onChange }: DefaultInputProps) {
  const { t } = useTranslation();
  const label = t('editor.flow.parameterDefault');
  const value = parameter.default;
  if (parameter.type === 'toggle') {
    return (
      <Switch
        size="xs"
        mt={24}
        label={label}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  if (parameter.type === 'number') {
    return (
      <NumberInput
        size="xs"
        label={label}
        value={typeof value === 'number' ? value : ''}
        onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
      />
    );
  }
  return (
    <TextInput
      size="xs"
      label={label}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}
