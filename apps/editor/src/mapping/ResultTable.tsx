// The results of all lines for the first sample rows, faults in place; a cell leads to its field.
import { Skeleton, Table, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldScope } from '../fields/field-scope';
import { shortText, useFaultText } from '../fields/useOutcome';
import type { Entry } from './entries';
import classes from './mapper.module.css';
import { useResults } from './useResults';

export interface ResultTableProps {
  entries: readonly Entry[];
  onGo: (entry: string, row: number) => void;
}

/** Only lines that are filled. */
export function ResultTable({ entries, onGo }: ResultTableProps) {
  const { t } = useTranslation();
  const { rows, parameters } = useFieldScope();
  const faultText = useFaultText();
  const filled = useMemo(() => entries.filter(({ expression }) => expression !== ''), [entries]);
  const results = useResults(filled, rows, parameters);
  if (filled.length === 0 || rows.length === 0) {
    return (
      <p className={classes.nothing}>
        {t(filled.length === 0 ? 'mapping.results.none' : 'mapping.source.none')}
      </p>
    );
  }
  if (!results) return <Skeleton h={200} m="md" w="auto" />;
  const faults = results.flat().filter(({ kind }) => kind === 'fault').length;
  return (
    <div className={classes.results} tabIndex={0} role="region" aria-label={t('mapping.views.results')}>
      <p className={classes.verdict} data-fault={faults > 0 || undefined}>
        {faults > 0 ? t('mapping.results.faults', { count: faults }) : t('mapping.results.allGood')}
      </p>
      <Table verticalSpacing={3} horizontalSpacing="xs" stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={72}>{t('mapping.results.rowNumber')}</Table.Th>
            {filled.map(({ key, name }) => (
              <Table.Th key={key}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {results.map((cells, row) => (
            <Table.Tr key={row}>
              <Table.Td c="dimmed">{row + 1}</Table.Td>
              {filled.map(({ key, name }, at) => {
                const cell = cells[at];
                if (!cell) return <Table.Td key={key} />;
                const fault = faultText(cell);
                const text = cell.kind === 'value' ? shortText(cell.value) : '';
                return (
                  <Table.Td key={key} data-fault={fault !== undefined || undefined}>
                    <UnstyledButton
                      title={fault ?? text}
                      aria-label={`${t('mapping.results.goTo', { row: row + 1, target: name })}: ${fault ?? text}`}
                      onClick={() => onGo(key, row)}
                    >
                      {fault ?? (text === '' ? <i>{t('mapping.results.nothing')}</i> : text)}
                    </UnstyledButton>
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
