// Failed rows as lines with checkboxes, page by page.
import { Checkbox, Paper, Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FailedRow, RunDetail } from '../../api/types';
import { LoadMore } from '../../shell/LoadMore';
import { FailedRowLine } from './FailedRowLine';
import type { RowEditing } from './row-edits';

export interface FailedRowTableProps {
  run: RunDetail;
  rows: readonly FailedRow[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  more: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  /** Narrows the list to rows that failed as this one did. */
  onCause?: (row: FailedRow) => void;
  /** Stands in the details of an open row. */
  extra?: (row: FailedRow) => ReactNode;
  /** Without it rows stay as they are. */
  editing?: RowEditing;
  /** Stands inside another frame, and all rows are of one box. */
  plain?: boolean;
}

/** The box in the head chooses all open rows that are shown. */
export function FailedRowTable(props: FailedRowTableProps) {
  const { run, rows, chosen, onChoose, more, onCause, extra, editing, plain = false } = props;
  const { t } = useTranslation();
  const open = rows.filter((row) => row.state === 'open').map((row) => row.id);
  const toggle = (ids: readonly string[], on: boolean) =>
    onChoose(new Set(on ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))));
  return (
    <>
      <Paper {...(plain && { withBorder: false, radius: 0 })}>
        <Table verticalSpacing="xs" horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={44}>
                <Checkbox
                  aria-label={t('runs.failed.selectAll')}
                  checked={open.length > 0 && open.every((id) => chosen.has(id))}
                  disabled={open.length === 0}
                  onChange={(event) => toggle(open, event.currentTarget.checked)}
                />
              </Table.Th>
              <Table.Th w={80} ta="right">
                {t('runs.failed.row')}
              </Table.Th>
              {!plain && <Table.Th w={220}>{t('runs.box')}</Table.Th>}
              <Table.Th>{t('runs.failed.reason')}</Table.Th>
              <Table.Th w={editing ? 190 : 120}>
                <VisuallyHidden>{t('runs.failed.details')}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <FailedRowLine
                key={row.id}
                row={row}
                document={run.document}
                chosen={chosen.has(row.id)}
                onChoose={(on) => toggle([row.id], on)}
                {...(onCause && { onCause: () => onCause(row) })}
                extra={extra?.(row)}
                {...(editing && { editing })}
                showBox={!plain}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
      <LoadMore query={more} pb={plain ? 'md' : 0} />
    </>
  );
}
