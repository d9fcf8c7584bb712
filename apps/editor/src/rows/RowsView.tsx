// A few rows as a table with what its columns hold, as the list of their fields, or as JSON.
import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { describeColumns, type Row } from '@eclusa/flow';
import { FieldTable } from './FieldTable';
import classes from './rows.module.css';
import { RowsTable } from './RowsTable';

type Look = 'table' | 'fields' | 'json';
const shown = 20;

export interface RowsViewProps {
  rows: readonly Row[];
  /** What the rows are, for screen readers. */
  label: string;
  /** Stands between the number of rows and the choice of looks. */
  children?: ReactNode;
}

/** Columns are all members of the rows, in the order they first appear. */
export function RowsView({ rows, label, children }: RowsViewProps) {
  const { t } = useTranslation();
  const [look, setLook] = useState<Look>('table');
  const columns = useMemo(() => describeColumns(rows), [rows]);
  const first = rows.slice(0, shown);
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {t('rows.count', { count: rows.length })}
          {rows.length > shown && look !== 'fields' && ` · ${t('rows.first', { count: shown })}`}
        </Text>
        <Group gap={6}>
          {children}
          <SegmentedControl
            size="xs"
            aria-label={t('rows.showAs', { rows: label })}
            value={look}
            onChange={(next) => setLook(next as Look)}
            data={(['table', 'fields', 'json'] as const).map((value) => ({
              value,
              label: t(`rows.look.${value}`),
            }))}
          />
        </Group>
      </Group>
      {look === 'table' && <RowsTable rows={first} columns={columns} label={label} />}
      {look === 'fields' && <FieldTable columns={columns} label={label} />}
      {look === 'json' && (
        <pre className={classes.json} tabIndex={0} aria-label={label}>
          {JSON.stringify(first, null, 2)}
        </pre>
      )}
    </Stack>
  );
}
