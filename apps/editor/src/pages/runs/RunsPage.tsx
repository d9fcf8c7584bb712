// All runs, the newest first, narrowed by flow, store, state, time and key, and how many there were over time. The filters
// live in the address.
import { Button, Tooltip } from '@mantine/core';
import { IconArrowsLeftRight, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useRunHistory, useRuns } from '../../api/runs';
import { ListArea } from '../../shell/ListArea';
import { LoadMore } from '../../shell/LoadMore';
import { Notice } from '../../shell/Notice';
import { PageHead } from '../../shell/PageHead';
import { RunFilters } from './RunFilters';
import { RunHistory } from './RunHistory';
import { RunTable } from './RunTable';
import { useRunFilter } from './useRunFilter';

/** `/runs?flow=…&store=…&state=…&time=…&key=…` */
export function RunsPage() {
  const { t } = useTranslation();
  const { wish, setWish, filter, span } = useRunFilter();
  const runs = useRuns(filter);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const all = runs.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(wish).length > 0;
  const choose = (id: string, on: boolean) =>
    // The third takes the place of the first.
    setChosen(on ? [...chosen, id].slice(-2) : chosen.filter((one) => one !== id));
  const { key: _key, until: _until, ...shown } = filter;
  const history = useRunHistory({ ...shown, since: span.since.toISOString() }, span.step);
  return (
    <>
      <PageHead title={t('runs.title')} lead={t('runs.lead')}>
        <CompareButton chosen={chosen} />
      </PageHead>
      <RunFilters wish={wish} onChange={setWish} />
      {history.data && wish.key === undefined && (all.length > 0 || filtered) && (
        <RunHistory
          pieces={history.data}
          step={span.step}
          onPiece={({ at }) => setWish({ ...wish, from: at, step: span.step })}
        />
      )}
      <ListArea query={runs}>
        {all.length > 0 && <RunTable runs={all} chosen={chosen} onChoose={choose} />}
        {all.length === 0 && filtered && (
          <Notice icon={IconHistory} title={t('runs.noMatch')}>
            <Button variant="default" onClick={() => setWish({})}>
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
        <LoadMore query={runs} />
      </ListArea>
    </>
  );
}

function CompareButton({ chosen }: { chosen: readonly string[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [first = '', second = ''] = chosen;
  const ready = chosen.length === 2;
  return (
    <Tooltip label={t('home.filter.compareHelp')} disabled={ready}>
      <Button
        variant="default"
        leftSection={<IconArrowsLeftRight size={16} aria-hidden />}
        data-disabled={!ready || undefined}
        aria-disabled={!ready}
        onClick={() =>
          ready && void navigate(`/runs/compare?${new URLSearchParams({ first, second }).toString()}`)
        }
      >
        {t('home.filter.compare')}
      </Button>
    </Tooltip>
  );
}
