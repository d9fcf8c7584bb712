// Two runs side by side: what was read, what became of it, how long it took, and why rows failed in each.
import { Anchor, Paper, Table, Text, Title } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFailedCauses } from '../../api/repeats';
import { useRun } from '../../api/runs';
import type { RunDetail } from '../../api/types';
import { formatDate, formatDuration, formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ListArea } from '../../shell/ListArea';
import { Notice } from '../../shell/Notice';
import { PageHead } from '../../shell/PageHead';
import { DryRunBadge, RunStateBadge } from '../../shell/RunStateBadge';
import { BackToRuns } from './BackToRuns';
import { elapsedMs } from './Elapsed';
import { causesSideBySide } from './causes-side-by-side';
import { pace } from './RunFigures';

const figures = ['read', 'written', 'skipped', 'failed', 'waiting', 'unfinished'] as const;

/** `/runs/compare?first=…&second=…` */
export function ComparePage() {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const [first, second] = [query.get('first') ?? '', query.get('second') ?? ''];
  return (
    <>
      <BackToRuns />
      <PageHead title={t('home.compare.title')} lead={t('home.compare.lead')} />
      {first && second ? (
        <Both first={first} second={second} />
      ) : (
        <Notice icon={IconArrowsLeftRight} title={t('home.compare.missing')}>
          <Anchor component={Link} to="/runs">
            {t('runs.title')}
          </Anchor>
        </Notice>
      )}
    </>
  );
}

function Both({ first, second }: { first: string; second: string }) {
  const one = useRun(first);
  const other = useRun(second);
  const waiting = one.isPending || one.isError ? one : other;
  return (
    <ListArea query={waiting}>
      {one.data && other.data && (
        <>
          <Figures runs={[one.data, other.data]} />
          <Causes runs={[one.data, other.data]} />
        </>
      )}
    </ListArea>
  );
}

interface RunsProps {
  runs: readonly [RunDetail, RunDetail];
}

function Figures({ runs }: RunsProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const now = Date.now();
  const number = (value: number) => formatNumber(value, locale);
  const lines = [
    ...figures
      .filter((figure) => runs.some((run) => run.totals[figure] > 0) || figure === 'failed')
      .map((figure) => ({
        name: t(`runs.figure.${figure}`),
        values: runs.map((run) => run.totals[figure]),
        show: number,
      })),
    {
      name: t('home.compare.duration'),
      values: runs.map((run) => elapsedMs(run, now) ?? 0),
      show: (ms: number) => formatDuration(ms, locale),
    },
    {
      name: t('home.compare.rate'),
      values: runs.map((run) => Math.round(pace(run, now).rate ?? 0)),
      show: number,
    },
  ];
  return (
    <Paper mb="lg">
      <Table verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={220}>{t('home.compare.what')}</Table.Th>
            {runs.map((run, index) => (
              <Table.Th key={index}>
                <Text size="xs" c="dimmed">
                  {t(index === 0 ? 'home.compare.first' : 'home.compare.second')}
                </Text>
                <Anchor component={Link} to={`/runs/${run.id}`} fw={600}>
                  {run.flowName}
                </Anchor>
                <Text size="xs" c="dimmed" mb={4}>
                  {`${t('flows.version', { number: run.version })} · ${formatDate(run.createdAt, locale)}`}
                </Text>
                <RunStateBadge run={run} /> {run.dryRun && <DryRunBadge />}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t('home.compare.difference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ name, values: [a = 0, b = 0], show }) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td className="ec-num">{show(a)}</Table.Td>
              <Table.Td className="ec-num">{show(b)}</Table.Td>
              <Table.Td ta="right" className="ec-num">
                {a === b ? '=' : `${b > a ? '+' : '−'}${show(Math.abs(b - a))}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Causes({ runs: [one, other] }: RunsProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const first = useFailedCauses(one.id, one.totals.failed).data ?? [];
  const second = useFailedCauses(other.id, other.totals.failed).data ?? [];
  const causes = causesSideBySide(first, second);
  return (
    <>
      <Title order={2} mb="sm">
        {t('home.compare.causes')}
      </Title>
      {causes.length === 0 ? (
        <Text c="dimmed">{t('home.compare.noCauses')}</Text>
      ) : (
        <Paper>
          <Table verticalSpacing="xs" horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('runs.failed.reason')}</Table.Th>
                <Table.Th ta="right">{t('home.compare.first')}</Table.Th>
                <Table.Th ta="right">{t('home.compare.second')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {causes.map(({ id, cause, first: a, second: b }) => (
                <Table.Tr key={id}>
                  <Table.Td>{cause.text[locale]}</Table.Td>
                  <Table.Td ta="right" className="ec-num">
                    {formatNumber(a, locale)}
                  </Table.Td>
                  <Table.Td ta="right" className="ec-num">
                    {formatNumber(b, locale)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
    </>
  );
}
