// The lines of a mapping whose targets a person names: add, remove, reorder.
import { ActionIcon, Button, Group, Menu, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDotsVertical, IconPlus, IconTrash } from '@tabler/icons-react';
import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestColumns, type MappingLine as Line } from '@eclusa/flow';
import { TargetSuggest, useChoiceScope } from './choice-scope';
import type { Errors } from './errors-inside';
import { useFieldScope } from './field-scope';
import { withColumn } from './mapping-lines';
import { MappingLine } from './MappingLine';
import { moved } from './moved';
import { SuggestInput } from './SuggestInput';

export interface FreeMappingProps {
  id: string;
  lines: readonly Line[];
  errors?: Errors | undefined;
  onChange: (lines: Line[]) => void;
}

/** Picking a field for a line without a name names the line after the field. */
export function FreeMapping({ id, lines, errors = {}, onChange }: FreeMappingProps) {
  const { t } = useTranslation();
  const change = (index: number, part: Partial<Line>) => onChange(withColumn(lines, index, part));
  const missing = useMissingColumns(lines);
  return (
    <>
      {lines.map((line, index) => (
        <MappingLine
          key={index}
          id={`${id}-${line.target || index}`}
          name={line.target || t('fields.mapping.name', { number: index + 1 })}
          head={
            <FreeName
              number={index + 1}
              line={line}
              last={index === lines.length - 1}
              onRename={(target) => change(index, { target })}
              onMove={(by) => onChange(moved(lines, index, index + by))}
              onRemove={() => onChange(lines.filter((_line, at) => at !== index))}
            />
          }
          expression={line.expression}
          guess={null}
          error={errors[line.target] ?? errors[String(index)]}
          onChange={(expression, picked) =>
            change(index, { expression, ...(picked && line.target === '' && { target: picked }) })
          }
        />
      ))}
      <Group gap="xs" mt={8}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...lines, { target: '', expression: '' }])}
        >
          {t('fields.mapping.addTarget')}
        </Button>
        {missing.length > 0 && (
          <Button variant="subtle" size="xs" onClick={() => onChange([...lines, ...missing])}>
            {t('fields.mapping.copyAll')}
          </Button>
        )}
      </Group>
    </>
  );
}

/** A line for every field of the rows that no line is named after. */
export function useMissingColumns(lines: readonly Line[]): Line[] {
  const { rows } = useFieldScope();
  const columns = useMemo(() => suggestColumns(rows), [rows]);
  return columns.filter((column) => !lines.some((line) => line.target === column.target));
}

interface FreeNameProps {
  number: number;
  line: Line;
  last: boolean;
  onRename: (target: string) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** The name of a column a person made, and what moves or removes it. */
export function FreeName({ number, line, last, onRename, onMove, onRemove }: FreeNameProps) {
  const { t } = useTranslation();
  const name = line.target || String(number);
  const suggest = useContext(TargetSuggest);
  const canAsk = useChoiceScope() !== undefined;
  const input = {
    size: 'xs',
    flex: 1,
    'aria-label': t('fields.mapping.name', { number }),
    placeholder: t('fields.mapping.namePlaceholder'),
    value: line.target,
  } as const;
  return (
    <Group gap={2} wrap="nowrap" flex={1}>
      {suggest && canAsk ? (
        <SuggestInput {...input} suggest={suggest} onChange={onRename} />
      ) : (
        <TextInput {...input} onChange={(event) => onRename(event.currentTarget.value)} />
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" aria-label={t('fields.mapping.line', { name })}>
            <IconDotsVertical size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowUp size={15} aria-hidden />}
            disabled={number === 1}
            onClick={() => onMove(-1)}
          >
            {t('fields.mapping.up', { name })}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={15} aria-hidden />}
            disabled={last}
            onClick={() => onMove(1)}
          >
            {t('fields.mapping.down', { name })}
          </Menu.Item>
          <Menu.Item
            c="var(--ec-danger)"
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={onRemove}
          >
            {t('fields.mapping.remove', { name })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
