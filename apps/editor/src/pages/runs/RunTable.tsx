// Runs as lines: which flow, for which store, how it ended, and what came of its rows.
import { Checkbox, Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Run } from '../../api/types';
import { formatAgo, formatDate, formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { DryRunBadge, RunStateBadge } from '../../shell/RunStateBadge';
import { Elapsed } from './Elapsed';
import classes from '../../shell/lines.module.css';

const figures = ['read', 'written', 'skipped', 'failed'] as const;

interface Choice {
  /** Without it runs cannot be chosen. */
  chosen?: readonly string[];
  onChoose?: (id: string, on: boolean) => void;
}

/** The flow's name is the link; the whole line may be clicked too. */
export function RunTable({ runs, ...choice }: { runs: readonly Run[] } & Choice) {
  const { t } = useTranslation();
  return (
    <Paper className={classes.table}>
      <Table highlightOnHover verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            {choice.chosen && <Table.Th w={40} aria-label={t('home.filter.compare')} />}
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
            <RunLine key={run.id} run={run} {...choice} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function RunLine({ run, chosen, onChoose }: { run: Run } & Choice) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const navigate = useNavigate();
  return (
    <Table.Tr className={classes.row} onClick={() => void navigate(`/runs/${run.id}`)}>
      {chosen && (
        <Table.Td onClick={(event) => event.stopPropagation()}>
          <Checkbox
            aria-label={t('home.filter.choose', {
              flow: run.flowName,
              when: formatDate(run.createdAt, locale),
            })}
            checked={chosen.includes(run.id)}
            onChange={(event) => onChoose?.(run.id, event.currentTarget.checked)}
          />
        </Table.Td>
      )}
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
        <RunStateBadge run={run} /> {run.dryRun && <DryRunBadge />}
        {run.totals.waiting > 0 && (
          <Text size="xs" c="dimmed">
            {t('runs.figure.waiting')}: {formatNumber(run.totals.waiting, locale)}
          </Text>
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
