// Rows as a table. Under each name stands what its column holds; a column of mixed types is marked.
import { Table } from '@mantine/core';
import type { Column, Row } from '@eclusa/flow';
import { cellText } from './cell-text';
import { ColumnHint } from './ColumnHint';
import classes from './rows.module.css';

export interface RowsTableProps {
  rows: readonly Row[];
  columns: readonly Column[];
  label: string;
}

/** Objects stay in their cell: the list of fields opens them. */
export function RowsTable({ rows, columns, label }: RowsTableProps) {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const byPath = new Map(columns.map((column) => [column.path, column]));
  return (
    <div className={classes.rows} tabIndex={0} role="region" aria-label={label}>
      <Table verticalSpacing={4} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {names.map((name) => (
              <Table.Th key={name}>
                {name}
                <ColumnHint column={byPath.get(name)} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={index}>
              {names.map((name) => (
                <Table.Td key={name} title={cellText(row[name])} className={look(row[name])}>
                  {row[name] === null ? 'null' : cellText(row[name])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function look(value: Row[string] | undefined): string | undefined {
  if (value === null) return classes.nothing;
  return typeof value === 'number' ? `${classes.number} ec-num` : undefined;
}
