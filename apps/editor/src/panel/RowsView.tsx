// A few rows as a table or as JSON.
import { Group, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '@eclusa/flow';
import classes from './panel.module.css';

type Rows = readonly Readonly<Record<string, Json>>[];
const shown = 20;

/** Columns are all keys of the rows, in the order they first appear. */
export function RowsView({ rows }: { rows: Rows }) {
  const { t } = useTranslation();
  const [as, setAs] = useState('table');
  const first = rows.slice(0, shown);
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('editor.test.rows', { count: rows.length })}
          {rows.length > shown && ` · ${t('editor.test.first', { count: shown })}`}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('editor.test.rowsLabel')}
          value={as}
          onChange={setAs}
          data={[
            { value: 'table', label: t('editor.test.table') },
            { value: 'json', label: t('editor.test.json') },
          ]}
        />
      </Group>
      {as === 'table' ? (
        <RowsTable rows={first} />
      ) : (
        <pre className={classes.json} tabIndex={0}>
          {JSON.stringify(first, null, 2)}
        </pre>
      )}
    </Stack>
  );
}

function RowsTable({ rows }: { rows: Rows }) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return (
    <div className={classes.rows} tabIndex={0}>
      <Table verticalSpacing={4} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={index}>
              {columns.map((column) => (
                <Table.Td key={column} title={cellText(row[column])}>
                  {cellText(row[column])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** A value as it fits into a cell. */
export function cellText(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
