// One run: how far it is or how it ended, the picture with its numbers, and every failed row with what to do.
import { Alert, Anchor, Badge, Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { IconAlertTriangle, IconPencil, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { sentence } from '@eclusa/flow';
import { useFailedCauses } from '../../api/repeats';
import { isLive, useCancelRun, useResumeRun } from '../../api/runs';
import type { RunDetail } from '../../api/types';
import { formatDate } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ListArea } from '../../shell/ListArea';
import { PageHead } from '../../shell/PageHead';
import { PausedAlert } from '../../shell/Paused';
import { DryRunBadge, RunStateBadge } from '../../shell/RunStateBadge';
import { useToast } from '../../shell/useToast';
import { HoldRun } from '../flow/RunControls';
import { ApplyButton } from './ApplyButton';
import { DifferenceList } from './DifferenceList';
import { FailedRows } from './FailedRows';
import { InDoubtRows } from './InDoubtRows';
import { RequestList } from './RequestList';
import { RunBoxes } from './RunBoxes';
import { BackToRuns } from './BackToRuns';
import { RunCodes } from './RunCodes';
import { RunFigures } from './RunFigures';
import { RunAfter } from './RunAfter';
import { RunOverlap } from './RunOverlap';
import { RunPages } from './RunPages';
import { RunPicture } from './RunPicture';
import { RunWaiting } from './RunWaiting';
import { StartedRuns, StartedWait, useStartedRuns } from './StartedRuns';
import { useLiveRun } from './useLiveRun';

/** `/runs/:runId`; `?box=` leads to the failed rows, of one box when it names one; `?tab=` to any other part. */
export function RunPage() {
  const { runId = '' } = useParams();
  const query = useLiveRun(runId);
  return <ListArea query={query}>{query.data && <RunView run={query.data} />}</ListArea>;
}

function RunView({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const [asked] = useSearchParams();
  const box = asked.get('box');
  const started = useStartedRuns(run);
  const showFailed = box !== null || (run.totals.failed > 0 && !isLive(run.state));
  const start =
    box === null && run.inDoubt > 0 && !isLive(run.state)
      ? 'doubt'
      : run.dryRun && box === null
        ? 'differences'
        : showFailed
          ? 'failed'
          : 'picture';
  return (
    <>
      <BackToRuns />
      <PageHead title={run.flowName} lead={<RunLead run={run} />}>
        <RunActions run={run} />
      </PageHead>
      <Stack gap="lg">
        {run.error && (
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('runs.stopped')}>
            {sentence(run.error.code, run.error.values, locale)}
          </Alert>
        )}
        <RunOverlap run={run} />
        <RunAfter run={run} />
        <StartedWait run={run} started={started} />
        {run.paused.map(({ what, ...pause }) => {
          const id = what === 'flow' ? run.flowId : run.storeId;
          return id && <PausedAlert key={what} what={what} id={id} pause={pause} />;
        })}
        {run.waiting && <RunWaiting wait={run.waiting} document={run.document} />}
        {run.totals.waiting > 0 && <RunCodes run={run} />}
        <RunFigures run={run} />
        <RunTabs run={run} box={box} start={start} asked={asked.get('tab')} started={started} />
      </Stack>
    </>
  );
}

interface RunTabsProps {
  run: RunDetail;
  box: string | null;
  start: string;
  asked: string | null;
  started: ReturnType<typeof useStartedRuns>;
}

function RunTabs({ run, box, start, asked, started }: RunTabsProps) {
  const { t } = useTranslation();
  const causes = useFailedCauses(run.id, run.totals.failed).data ?? [];
  const doubt = run.inDoubt > 0 || causes.some((one) => one.inDoubt);
  const settled = causes.filter((one) => one.inDoubt).reduce((sum, one) => sum + one.rows, 0);
  const failed = run.totals.failed - Math.max(run.inDoubt, settled);
  const showStarted = asked === 'started' || started.runs.length > 0;
  return (
    // A link to a part of the page changes the address and shows its tab.
    <Tabs key={`${box ?? ''} ${asked ?? ''}`} defaultValue={asked ?? start}>
      <Tabs.List mb="md">
        <Tabs.Tab value="picture">{t('live.tab')}</Tabs.Tab>
        <Tabs.Tab value="boxes">{t('runs.tab.boxes')}</Tabs.Tab>
        {doubt && (
          <Tabs.Tab value="doubt" rightSection={<Count value={run.inDoubt} color="yellow.9" />}>
            {t('runs.tab.doubt')}
          </Tabs.Tab>
        )}
        <Tabs.Tab
          value="failed"
          {...(failed > 0 && { rightSection: <Count value={failed} color="red.9" /> })}
        >
          {t('runs.tab.failed')}
        </Tabs.Tab>
        <Tabs.Tab value="pages">{t('runs.tab.pages')}</Tabs.Tab>
        {showStarted && <Tabs.Tab value="started">{t('runs.calls.tab')}</Tabs.Tab>}
        {run.dryRun && <Tabs.Tab value="differences">{t('runs.tab.differences')}</Tabs.Tab>}
        {run.dryRun && <Tabs.Tab value="requests">{t('runs.tab.requests')}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="picture" keepMounted={false}>
        <RunPicture run={run} />
      </Tabs.Panel>
      <Tabs.Panel value="boxes">
        <RunBoxes run={run} />
      </Tabs.Panel>
      {doubt && (
        <Tabs.Panel value="doubt">
          <InDoubtRows run={run} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="failed">
        <FailedRows run={run} box={box} />
      </Tabs.Panel>
      <Tabs.Panel value="pages">
        <RunPages run={run} />
      </Tabs.Panel>
      {showStarted && (
        <Tabs.Panel value="started">
          <StartedRuns started={started} />
        </Tabs.Panel>
      )}
      {run.dryRun && (
        <Tabs.Panel value="differences">
          <DifferenceList run={run} />
        </Tabs.Panel>
      )}
      {run.dryRun && (
        <Tabs.Panel value="requests">
          <RequestList run={run} />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}

function Count({ value, color }: { value: number; color: string }) {
  return (
    <Badge color={color} c={color === 'yellow.9' ? 'black' : 'white'} size="sm" circle={value < 10}>
      {value}
    </Badge>
  );
}

function RunLead({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  return (
    <Group gap="sm" component="span">
      <RunStateBadge run={run} />
      {run.dryRun && <DryRunBadge />}
      <Text span size="sm">
        {t('flows.version', { number: run.version })}
        {run.storeName && ` · ${run.storeName}`}
        {` · ${formatDate(run.createdAt, locale)}`}
      </Text>
      {run.replayOf && (
        <Anchor component={Link} to={`/runs/${run.replayOf}`} size="sm">
          {t('runs.replayOf')}
        </Anchor>
      )}
      {run.applies && (
        <Anchor component={Link} to={`/runs/${run.applies}`} size="sm">
          {t('runs.applies')}
        </Anchor>
      )}
      {run.readFrom && (
        <Anchor component={Link} to={`/runs/${run.readFrom.runId}`} size="sm">
          {t('runs.readFrom', { page: run.readFrom.page })}
        </Anchor>
      )}
    </Group>
  );
}

function RunActions({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const cancel = useCancelRun();
  const resume = useResumeRun();
  const toast = useToast();
  return (
    <>
      {run.paused.length === 0 && <HoldRun run={run} size="sm" />}
      {isLive(run.state) && (
        <Button
          color="red"
          variant="light"
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          loading={cancel.isPending || run.state === 'cancelling'}
          onClick={() => cancel.mutate(run.id, { onError: toast.bad })}
        >
          {t('runs.cancel')}
        </Button>
      )}
      {run.dryRun && run.state === 'completed' && <ApplyButton run={run} />}
      {run.state === 'failed' && (
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={resume.isPending}
          onClick={() => resume.mutate(run.id, { onError: toast.bad })}
        >
          {t('runs.resume')}
        </Button>
      )}
      <Button
        component={Link}
        to={`/flows/${run.flowId}`}
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
      >
        {t('runs.openFlow')}
      </Button>
    </>
  );
}
