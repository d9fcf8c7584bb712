// Runs as lines: which flow, for which store, how it ended, and what came of its rows.
import { Badge, Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Run } from '../../api/types';
import { formatAgo, formatDate, formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { RunStateBadge } from '../../shell/RunStateBadge';
import { Elapsed } from './Elapsed';
import classes from '../../shell/lines.module.css';

const figures = ['read', 'written', 'skipped', 'failed'] as const;

/** The flow's name is the link; the whole line may be clicked too. */
export function RunTable({ runs }: { runs: readonly Run[] }) {
  const { t } = useTranslation();
  return (
    <Paper className={classes.table}>
      <Table highlightOnHover verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('runs.flow')}</Table.Th>
            <Table.Th>{t('runs.state')}</Table.Th>
            {figures.map((figure) => (
              <Table.Th key={figure} ta="right">
                {t(`runs.figure.${figure}`)}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t('runs.duration')}</Table.Th>
            <Table.Th>{t('runs.started')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <RunLine key={run.id} run={run} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function RunLine({ run }: { run: Run }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const navigate = useNavigate();
  return (
    <Table.Tr className={classes.row} onClick={() => void navigate(`/runs/${run.id}`)}>
      <Table.Td>
        <Link to={`/runs/${run.id}`} className={classes.name} onClick={(event) => event.stopPropagation()}>
          {run.flowName}
        </Link>
        <Text size="xs" c="dimmed">
          {t('flows.version', { number: run.version })}
          {run.storeName && ` · ${run.storeName}`}
          {` · ${t(`runs.trigger.${run.trigger}`)}`}
        </Text>
      </Table.Td>
      <Table.Td>
        <RunStateBadge run={run} />
        {run.dryRun && (
          <Badge ml={6} variant="outline" color="gray" tt="none" radius="sm">
            {t('runs.dryRun')}
          </Badge>
        )}
      </Table.Td>
      {figures.map((figure) => (
        <Table.Td
          key={figure}
          ta="right"
          className="ec-num"
          {...(figure === 'failed' && run.totals.failed > 0 && { c: 'var(--ec-danger)', fw: 600 })}
        >
          {formatNumber(run.totals[figure], locale)}
        </Table.Td>
      ))}
      <Table.Td ta="right" className="ec-num">
        <Elapsed run={run} />
      </Table.Td>
      <Table.Td title={formatDate(run.createdAt, locale)}>{formatAgo(run.createdAt, locale)}</Table.Td>
    </Table.Tr>
  );
}
