// One run: how far it is or how it ended, the picture with its numbers, and every failed row with what to do.
import { Alert, Anchor, Badge, Button, Group, Stack, Tabs, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowLeft,
  IconPencil,
  IconPlayerPlay,
  IconPlayerStop,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { sentence } from '@eclusa/flow';
import { isLive, useCancelRun, useResumeRun } from '../../api/runs';
import type { RunDetail } from '../../api/types';
import { formatDate } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ListArea } from '../../shell/ListArea';
import { PageHead } from '../../shell/PageHead';
import { RunStateBadge } from '../../shell/RunStateBadge';
import { useToast } from '../../shell/useToast';
import { FailedRows } from './FailedRows';
import { RequestList } from './RequestList';
import { RunBoxes } from './RunBoxes';
import { RunFigures } from './RunFigures';
import { RunOverlap } from './RunOverlap';
import { RunWaiting } from './RunWaiting';
import { useLiveRun } from './useLiveRun';

/** `/runs/:runId`; `?box=` leads to the failed rows, of one box when it names one. */
export function RunPage() {
  const { runId = '' } = useParams();
  const query = useLiveRun(runId);
  return <ListArea query={query}>{query.data && <RunView run={query.data} />}</ListArea>;
}

function RunView({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const failed = run.totals.failed;
  const box = useSearchParams()[0].get('box');
  const showFailed = box !== null || (failed > 0 && !isLive(run.state));
  return (
    <>
      <Anchor component={Link} to="/runs" size="sm">
        <Group gap={4} mb={6} component="span">
          <IconArrowLeft size={14} aria-hidden />
          {t('runs.title')}
        </Group>
      </Anchor>
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
        {run.waiting && <RunWaiting wait={run.waiting} document={run.document} />}
        <RunFigures run={run} />
        <Tabs defaultValue={run.dryRun && box === null ? 'requests' : showFailed ? 'failed' : 'boxes'}>
          <Tabs.List mb="md">
            <Tabs.Tab value="boxes">{t('runs.tab.boxes')}</Tabs.Tab>
            <Tabs.Tab
              value="failed"
              {...(failed > 0 && {
                rightSection: (
                  <Badge color="red.9" size="sm" circle={failed < 10}>
                    {failed}
                  </Badge>
                ),
              })}
            >
              {t('runs.tab.failed')}
            </Tabs.Tab>
            {run.dryRun && <Tabs.Tab value="requests">{t('runs.tab.requests')}</Tabs.Tab>}
          </Tabs.List>
          <Tabs.Panel value="boxes">
            <RunBoxes run={run} />
          </Tabs.Panel>
          <Tabs.Panel value="failed">
            <FailedRows run={run} box={box} />
          </Tabs.Panel>
          {run.dryRun && (
            <Tabs.Panel value="requests">
              <RequestList run={run} />
            </Tabs.Panel>
          )}
        </Tabs>
      </Stack>
    </>
  );
}

function RunLead({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  return (
    <Group gap="sm" component="span">
      <RunStateBadge state={run.state} />
      {run.dryRun && (
        <Badge variant="outline" color="gray" tt="none" radius="sm">
          {t('runs.dryRun')}
        </Badge>
      )}
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
