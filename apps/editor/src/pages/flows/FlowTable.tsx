// Flows as lines: name, last run, published version, last change, and what can be done.
import { ActionIcon, Badge, Menu, Paper, Table, Text, VisuallyHidden } from '@mantine/core';
import {
  IconCopy,
  IconDots,
  IconHistory,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { loadFlow, useCreateFlow } from '../../api/flows';
import { usePause } from '../../api/pauses';
import type { FlowSummary } from '../../api/types';
import { formatAgo, formatDate } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { PausedBadge } from '../../shell/Paused';
import { RunStateBadge } from '../../shell/RunStateBadge';
import { useToast } from '../../shell/useToast';
import { DeleteFlowModal } from './DeleteFlowModal';
import classes from '../../shell/lines.module.css';

/** The name is the link; the whole line may be clicked too. */
export function FlowTable({ flows }: { flows: readonly FlowSummary[] }) {
  const { t } = useTranslation();
  const [doomed, setDoomed] = useState<FlowSummary | null>(null);
  return (
    <Paper className={classes.table}>
      <Table highlightOnHover verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('flows.columns.name')}</Table.Th>
            <Table.Th>{t('flows.columns.lastRun')}</Table.Th>
            <Table.Th>{t('flows.columns.published')}</Table.Th>
            <Table.Th>{t('flows.columns.changed')}</Table.Th>
            <Table.Th w={60}>
              <VisuallyHidden>{t('flows.columns.actions')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {flows.map((flow) => (
            <FlowLine key={flow.id} flow={flow} onDelete={() => setDoomed(flow)} />
          ))}
        </Table.Tbody>
      </Table>
      <DeleteFlowModal flow={doomed} onClose={() => setDoomed(null)} />
    </Paper>
  );
}

function FlowLine({ flow, onDelete }: { flow: FlowSummary; onDelete: () => void }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { lastRun, updatedBy } = flow;
  const when = formatAgo(flow.updatedAt, locale);
  return (
    <Table.Tr className={classes.row} onClick={() => void navigate(`/flows/${flow.id}`)}>
      <Table.Td>
        <Link to={`/flows/${flow.id}`} className={classes.name} onClick={(event) => event.stopPropagation()}>
          {flow.name}
        </Link>{' '}
        {flow.paused && <PausedBadge pause={flow.paused} />}
        <Text size="xs" c="dimmed">
          {t('flows.boxes', { count: flow.nodeCount })}
        </Text>
      </Table.Td>
      <Table.Td>
        {lastRun ? (
          <>
            <RunStateBadge run={lastRun} />
            <Text size="xs" c="dimmed">
              {formatAgo(lastRun.createdAt, locale)}
            </Text>
          </>
        ) : (
          <Text size="sm" c="dimmed">
            {t('flows.never')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {flow.publishedVersion === null ? (
          <Badge variant="outline" color="gray">
            {t('flows.draftOnly')}
          </Badge>
        ) : (
          <Text size="sm">{t('flows.version', { number: flow.publishedVersion })}</Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" title={formatDate(flow.updatedAt, locale)}>
          {updatedBy ? t('flows.changedBy', { when, who: updatedBy }) : when}
        </Text>
      </Table.Td>
      <Table.Td onClick={(event) => event.stopPropagation()}>
        <FlowMenu flow={flow} onDelete={onDelete} />
      </Table.Td>
    </Table.Tr>
  );
}

function FlowMenu({ flow, onDelete }: { flow: FlowSummary; onDelete: () => void }) {
  const { t } = useTranslation();
  const create = useCreateFlow();
  const pause = usePause();
  const toast = useToast();
  const duplicate = async () => {
    try {
      const name = t('flows.copyOf', { name: flow.name });
      const { draft } = await loadFlow(flow.id);
      await create.mutateAsync({ name, document: { ...draft, name } });
    } catch (error) {
      toast.bad(error);
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('flows.menu', { name: flow.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          to={`/runs?flow=${flow.id}`}
          leftSection={<IconHistory size={16} aria-hidden />}
        >
          {t('flows.runs')}
        </Menu.Item>
        <Menu.Item
          leftSection={
            flow.paused ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />
          }
          onClick={() =>
            pause.mutate({ what: 'flow', id: flow.id, on: !flow.paused }, { onError: toast.bad })
          }
        >
          {t(flow.paused ? 'runs.paused.resumeFlow' : 'runs.paused.pauseFlow')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void duplicate()}>
          {t('flows.duplicate')}
        </Menu.Item>
        <Menu.Item c="var(--ec-danger)" leftSection={<IconTrash size={16} aria-hidden />} onClick={onDelete}>
          {t('action.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
