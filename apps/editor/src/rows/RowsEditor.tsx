// Sample rows being changed: every cell is an input, rows can be added and taken away. Nothing is kept before it is asked.
import { ActionIcon, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@eclusa/flow';
import { cellText } from './cell-text';
import { typedValue, withMember } from './cell-value';
import classes from './rows.module.css';

export interface RowsEditorProps {
  rows: readonly Row[];
  label: string;
  saving: boolean;
  onSave: (rows: Row[]) => void;
  onCancel: () => void;
}

/** A value keeps its type while what is typed can be read so; objects and lists are typed as JSON. */
export function RowsEditor({ rows, label, saving, onSave, onCancel }: RowsEditorProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Row[]>([...rows]);
  const names = [...new Set([...rows, ...draft].flatMap((row) => Object.keys(row)))];
  const change = (at: number, name: string, text: string) =>
    setDraft(
      draft.map((row, index) =>
        index === at ? withMember(row, name, typedValue(text, rows[at]?.[name] ?? row[name])) : row,
      ),
    );
  return (
    <Stack gap={6}>
      <div className={classes.rows} role="region" aria-label={label}>
        <Table verticalSpacing={2} horizontalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {names.map((name) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {draft.map((row, index) => (
              <Table.Tr key={index}>
                {names.map((name) => (
                  <Table.Td key={name}>
                    <input
                      className={classes.cell}
                      aria-label={t('rows.edit.cell', { field: name, row: index + 1 })}
                      value={row[name] === null ? 'null' : cellText(row[name])}
                      onChange={(event) => change(index, name, event.currentTarget.value)}
                    />
                  </Table.Td>
                ))}
                <Table.Td>
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="gray"
                    aria-label={t('rows.edit.remove', { row: index + 1 })}
                    onClick={() => setDraft(draft.filter((_row, at) => at !== index))}
                  >
                    <IconX size={14} aria-hidden />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="xs" c="dimmed">
        {t('rows.edit.help')}
      </Text>
      <Group gap="xs">
        <Button
          size="compact-sm"
          loading={saving}
          disabled={draft.length === 0}
          onClick={() => onSave(draft)}
        >
          {t('rows.edit.save')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setDraft([...draft, { ...draft.at(-1) }])}
        >
          {t('rows.edit.add')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
