// A list of small objects: one card per line, each with the columns' own fields.
import { ActionIcon, Button, Group, Input, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { isJsonObject, type Json, type JsonObject } from '@eclusa/flow';
import { defaultConfig, shownFields } from './defaults';
import { FieldRenderer, type FieldProps } from './field-types';
import { moved } from './moved';
import { useFrame } from './useFrame';

/** Lines keep the person's order; it may matter to the node. */
export function TableField(props: FieldProps<'table'>) {
  const { t } = useTranslation();
  const frame = useFrame(props);
  const FieldInput = useContext(FieldRenderer);
  const { columns, default: fallback, minRows = 0 } = props.field;
  const given = Array.isArray(props.value) ? props.value : (fallback ?? []);
  const lines = given.filter(isJsonObject);
  const change = (index: number, column: string, value: Json | undefined) => {
    const { [column]: _old, ...rest } = lines[index]!;
    const next: JsonObject = value === undefined ? rest : { ...lines[index], [column]: value };
    props.onChange(lines.map((line, at) => (at === index ? next : line)));
  };
  return (
    <Input.Wrapper {...frame} labelElement="div">
      <Stack gap="xs" my={6}>
        {lines.map((line, index) => (
          <Paper
            key={index}
            p="sm"
            bg="var(--ec-sunken)"
            role="group"
            aria-label={`${frame.label} ${index + 1}`}
          >
            <Group justify="space-between" mb={4}>
              <Text size="xs" c="dimmed" fw={600}>
                {index + 1}
              </Text>
              <LineButtons
                first={index === 0}
                last={index === lines.length - 1}
                removable={lines.length > minRows}
                onMove={(by) => props.onChange(moved(lines, index, index + by))}
                onRemove={() => props.onChange(lines.filter((_line, at) => at !== index))}
              />
            </Group>
            <SimpleGrid cols={{ base: 1, xs: 2 }} type="container" spacing="xs">
              {FieldInput &&
                shownFields(columns, line).map((id) => (
                  <FieldInput
                    key={id}
                    id={`${props.id}-${index}-${id}`}
                    field={columns[id]!}
                    value={line[id]}
                    error={props.errorsInside?.[`${index}.${id}`]}
                    onChange={(value) => change(index, id, value)}
                  />
                ))}
            </SimpleGrid>
          </Paper>
        ))}
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => props.onChange([...lines, defaultConfig(columns)])}
          >
            {t('fields.table.add')}
          </Button>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}

interface LineButtonsProps {
  first: boolean;
  last: boolean;
  removable: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function LineButtons({ first, last, removable, onMove, onRemove }: LineButtonsProps) {
  const { t } = useTranslation();
  return (
    <Group gap={2}>
      <ActionIcon size="sm" aria-label={t('fields.table.up')} disabled={first} onClick={() => onMove(-1)}>
        <IconArrowUp size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon size="sm" aria-label={t('fields.table.down')} disabled={last} onClick={() => onMove(1)}>
        <IconArrowDown size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon size="sm" aria-label={t('fields.table.remove')} disabled={!removable} onClick={onRemove}>
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
