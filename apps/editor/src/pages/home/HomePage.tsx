// The first page: what needs somebody, what is late, and what ran; each line leads to where it is dealt with.
import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconChartBar, IconCircleCheck, IconRoute } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useHome, useRunHistory, useRuns } from '../../api/runs';
import type { Home } from '../../api/types';
import { formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ListArea } from '../../shell/ListArea';
import { Notice } from '../../shell/Notice';
import { PageHead } from '../../shell/PageHead';
import { spanOf } from '../runs/history-bars';
import { RunHistory } from '../runs/RunHistory';
import { RunTable } from '../runs/RunTable';
import { HomeLine } from './HomeLine';
import { useLateLines, useRedLines, type Line } from './useHomeLines';
import classes from './home.module.css';

/** `/` */
export function HomePage() {
  const { t } = useTranslation();
  const home = useHome();
  return (
    <>
      <PageHead title={t('home.title')} lead={t('home.lead')} />
      <ListArea query={home}>{home.data && <Today home={home.data} />}</ListArea>
    </>
  );
}

function Today({ home }: { home: Home }) {
  const { t } = useTranslation();
  const red = useRedLines(home);
  const late = useLateLines(home);
  if (home.flows === 0) {
    return (
      <Notice icon={IconRoute} title={t('home.empty.title')} text={t('home.empty.text')}>
        <Button component={Link} to="/flows/new">
          {t('home.empty.action')}
        </Button>
      </Notice>
    );
  }
  if (home.everRan === 0 && red.length + late.length === 0) {
    return (
      <Notice icon={IconChartBar} title={t('home.quiet.title')} text={t('home.quiet.text')}>
        <Button component={Link} to="/flows">
          {t('error.toFlows')}
        </Button>
      </Notice>
    );
  }
  return (
    <Stack gap="lg">
      <div className={classes.columns}>
        <Part title={t('home.red.title')} none={t('home.red.none')} lines={red} tone="red" />
        <Part title={t('home.late.title')} none={t('home.late.none')} lines={late} tone="late" />
      </div>
      <Ran home={home} />
    </Stack>
  );
}

interface PartProps {
  title: string;
  /** Said when there is no line. */
  none: string;
  lines: readonly Line[];
  tone: 'red' | 'late';
}

function Part({ title, none, lines, tone }: PartProps) {
  const { locale } = useLocale();
  return (
    <Paper
      p="md"
      component="section"
      aria-label={title}
      className={classes.part}
      data-tone={lines.length > 0 ? tone : 'good'}
    >
      <Title order={2} mb="xs">
        {title}
        {lines.length > 0 && <span className={classes.count}>{formatNumber(lines.length, locale)}</span>}
      </Title>
      {lines.length === 0 ? (
        <Group gap={8} wrap="nowrap">
          <IconCircleCheck size={18} color="var(--ec-good-text)" aria-hidden />
          <Text size="sm">{none}</Text>
        </Group>
      ) : (
        <ul className={classes.lines}>
          {lines.map((line) => (
            <HomeLine key={line.id} {...line} />
          ))}
        </ul>
      )}
    </Paper>
  );
}

/** The last day in figures and bars, and the newest runs. */
function Ran({ home }: { home: Home }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const navigate = useNavigate();
  // Its hours stay the same while the page is open.
  const span = useMemo(() => spanOf('day', Date.now()), []);
  const history = useRunHistory({ since: span.since.toISOString(), dryRun: false }, span.step);
  const newest = useRuns({}).data?.pages[0]?.items.slice(0, 5) ?? [];
  const figures = ['runs', 'live', 'failedRuns', 'read', 'written', 'failed'] as const;
  return (
    <section aria-label={t('home.ran.title')}>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t('home.ran.title')}</Title>
        <Anchor component={Link} to="/runs" size="sm">
          {t('home.ran.all')}
        </Anchor>
      </Group>
      <div className={classes.figures}>
        {figures.map((figure) => (
          <Paper key={figure} px="md" py="sm">
            <Text size="xs" c="dimmed">
              {t(`home.ran.${figure}`)}
            </Text>
            <Text
              fz={22}
              fw={650}
              className="ec-num"
              {...((figure === 'failed' || figure === 'failedRuns') &&
                home.ran[figure] > 0 && { c: 'var(--ec-danger)' })}
            >
              {formatNumber(home.ran[figure], locale)}
            </Text>
          </Paper>
        ))}
      </div>
      {history.data && (
        <RunHistory
          pieces={history.data}
          step={span.step}
          onPiece={({ at }) =>
            void navigate(`/runs?${new URLSearchParams({ from: at, step: span.step }).toString()}`)
          }
        />
      )}
      {newest.length > 0 && (
        <>
          <Text fw={600} mb="xs">
            {t('home.ran.newest')}
          </Text>
          <RunTable runs={newest} />
        </>
      )}
    </section>
  );
}
