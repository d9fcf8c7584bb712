// Every field of the rows, groups opened: type, rows without a value, longest text, meaning, and an example.
import { Badge, Table } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { keyColumn, type Column } from '@eclusa/flow';
import { cellText } from './cell-text';
import classes from './rows.module.css';
import { useColumnWords } from './useColumnWords';

/** The field that likely tells rows apart has a key. */
export function FieldTable({ columns, label }: { columns: readonly Column[]; label: string }) {
  const { t } = useTranslation();
  const words = useColumnWords();
  const key = keyColumn(columns)?.path;
  return (
    <div className={classes.rows} tabIndex={0} role="region" aria-label={label}>
      <Table verticalSpacing={4} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {(['field', 'type', 'empty', 'longest', 'about', 'example'] as const).map((head) => (
              <Table.Th key={head}>{t(`rows.head.${head}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column) => (
            <Table.Tr key={column.path}>
              <Table.Td fw={600} title={column.path}>
                {column.path}
                {column.path === key && (
                  <IconKey size={13} role="img" aria-label={t('rows.key')} className={classes.key} />
                )}
              </Table.Td>
              <Table.Td>
                {column.type === 'mixed' ? (
                  <span className={classes.mixed}>{`${words.kind(column)}: ${words.mixed(column)}`}</span>
                ) : (
                  words.kind(column)
                )}
                {column.odd && <div className={classes.mixed}>{words.odd(column)}</div>}
              </Table.Td>
              <Table.Td>{words.empties(column) ?? '–'}</Table.Td>
              <Table.Td className="ec-num">{column.longest > 0 ? column.longest : '–'}</Table.Td>
              <Table.Td>
                {column.meaning && (
                  <Badge size="sm" variant="light">
                    {words.meaning(column.meaning)}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td title={cellText(column.example)}>{cellText(column.example ?? undefined)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
