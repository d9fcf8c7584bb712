// All runs, the newest first, narrowed by flow and state. The filters live in the address.
import { Button, Center, Group, Select } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFlows } from '../../api/flows';
import { useRuns, type RunFilter } from '../../api/runs';
import type { RunState } from '../../api/types';
import { ListArea } from '../../shell/ListArea';
import { Notice } from '../../shell/Notice';
import { PageHead } from '../../shell/PageHead';
import { RunTable } from './RunTable';

const states: readonly RunState[] = [
  'queued',
  'running',
  'cancelling',
  'completed',
  'failed',
  'cancelled',
  'skipped',
];

/** `/runs?flow=…&state=…` */
export function RunsPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useFilter();
  const runs = useRuns(filter);
  const all = runs.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHead title={t('runs.title')} lead={t('runs.lead')}>
        <RunFilters filter={filter} onChange={setFilter} />
      </PageHead>
      <ListArea query={runs}>
        {all.length > 0 && <RunTable runs={all} />}
        {all.length === 0 && filtered && (
          <Notice icon={IconHistory} title={t('runs.noMatch')}>
            <Button variant="default" onClick={() => setFilter({})}>
              {t('runs.clearFilter')}
            </Button>
          </Notice>
        )}
        {all.length === 0 && !filtered && (
          <Notice icon={IconHistory} title={t('runs.empty.title')} text={t('runs.empty.text')}>
            <Button component={Link} to="/flows">
              {t('error.toFlows')}
            </Button>
          </Notice>
        )}
        {runs.hasNextPage && (
          <Center mt="md">
            <Button
              variant="default"
              loading={runs.isFetchingNextPage}
              onClick={() => void runs.fetchNextPage()}
            >
              {t('action.loadMore')}
            </Button>
          </Center>
        )}
      </ListArea>
    </>
  );
}

function useFilter(): [RunFilter, (next: RunFilter) => void] {
  const [query, setQuery] = useSearchParams();
  const flowId = query.get('flow');
  const state = states.find((one) => one === query.get('state'));
  const filter = { ...(flowId && { flowId }), ...(state && { state }) };
  return [
    filter,
    (next) =>
      setQuery({ ...(next.flowId && { flow: next.flowId }), ...(next.state && { state: next.state }) }),
  ];
}

function RunFilters({ filter, onChange }: { filter: RunFilter; onChange: (next: RunFilter) => void }) {
  const { t } = useTranslation();
  const flows = useFlows().data ?? [];
  return (
    <Group gap="sm" wrap="nowrap">
      <Select
        w={240}
        clearable
        searchable
        aria-label={t('runs.flow')}
        placeholder={t('runs.allFlows')}
        data={flows.map((flow) => ({ value: flow.id, label: flow.name }))}
        value={filter.flowId ?? null}
        onChange={(flowId) =>
          onChange({ ...(filter.state && { state: filter.state }), ...(flowId && { flowId }) })
        }
      />
      <Select
        w={170}
        clearable
        aria-label={t('runs.state')}
        placeholder={t('runs.allStates')}
        data={states.map((state) => ({ value: state, label: t(`runState.${state}`) }))}
        value={filter.state ?? null}
        onChange={(value) => {
          const state = states.find((one) => one === value);
          onChange({ ...(filter.flowId && { flowId: filter.flowId }), ...(state && { state }) });
        }}
      />
    </Group>
  );
}
