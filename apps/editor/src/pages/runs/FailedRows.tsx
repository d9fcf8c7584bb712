// The failed rows of a run: the reason in words, the row, the request and the answer; chosen ones are sent again.
import { Button, Group, Select, Text } from '@mantine/core';
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { sentence } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import { useFailedCauses, useFailedRows, useReplay } from '../../api/repeats';
import { isLive } from '../../api/runs';
import type { FailedCause, FailedRow, Replay, RunDetail } from '../../api/types';
import { formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ListArea } from '../../shell/ListArea';
import { Notice } from '../../shell/Notice';
import { useToast } from '../../shell/useToast';
import { boxName } from './box-names';
import { FailedRowTable } from './FailedRowTable';
import { RepeatModal } from './RepeatModal';

interface Filter {
  node?: string;
  code?: string;
}

/** How many open rows fit the filter; those in doubt are settled elsewhere. */
export function openRows(causes: readonly FailedCause[], { node, code }: Filter): number {
  return causes
    .filter((one) => !one.inDoubt && (!node || one.node === node) && (!code || one.code === code))
    .reduce((sum, one) => sum + one.open, 0);
}

/** A list with filters by box, which starts with `box`, and by cause. */
export function FailedRows({ run, box = null }: { run: RunDetail; box?: string | null }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<Filter>(box !== null && run.document.nodes[box] ? { node: box } : {});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const query = useFailedRows(run.id, { ...filter, inDoubt: false });
  const causes = useFailedCauses(run.id, run.totals.failed).data ?? [];
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const narrow = (next: Filter) => {
    setFilter(next);
    setChosen(new Set());
  };
  return (
    <ListArea query={query}>
      {rows.length === 0 && !filter.node && !filter.code ? (
        <Notice icon={IconCircleCheck} title={t('runs.failed.none')} text={t('runs.failed.noneText')} />
      ) : (
        <>
          <FailedBar run={run} causes={causes} filter={filter} onFilter={narrow} chosen={[...chosen]} />
          <FailedRowTable
            {...{ run, rows, chosen, onChoose: setChosen, more: query }}
            {...(!filter.code && {
              onCause: (row: FailedRow) => narrow({ node: row.node, code: row.error.code }),
            })}
          />
        </>
      )}
    </ListArea>
  );
}

interface FailedBarProps {
  run: RunDetail;
  causes: readonly FailedCause[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
  chosen: string[];
}

function FailedBar({ run, causes, filter, onFilter, chosen }: FailedBarProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const toast = useToast();
  const replay = useReplay(run.id);
  const [asked, setAsked] = useState<{ what: Replay; count: number } | null>(null);
  const live = isLive(run.state);
  const all = openRows(causes, filter);
  const rest: Replay = filter.node || filter.code ? { ...filter } : { all: true };
  const confirm = t('runs.failed.replayChosen', { count: asked?.count ?? 0 });
  return (
    <Group justify="space-between" mb="sm">
      <FailedFilters {...{ run, causes, filter, onFilter }} />
      <Group gap="sm">
        {live && (
          <Text size="sm" c="dimmed">
            {t('runs.failed.whileLive')}
          </Text>
        )}
        <Button
          variant="default"
          disabled={chosen.length === 0 || live}
          onClick={() => setAsked({ what: { failedRowIds: chosen }, count: chosen.length })}
        >
          {t('runs.failed.replayChosen', { count: chosen.length })}
        </Button>
        <Button
          leftSection={<IconRefresh size={16} aria-hidden />}
          disabled={all === 0 || live}
          onClick={() => setAsked({ what: rest, count: all })}
        >
          {t(
            filter.code
              ? 'runs.failed.replayCause'
              : filter.node
                ? 'runs.failed.replayBox'
                : 'runs.failed.replayAll',
          )}
          {all > 0 && ` (${formatNumber(all, locale)})`}
        </Button>
      </Group>
      <RepeatModal
        run={run}
        busy={replay.isPending}
        ask={
          asked && {
            title: t('runs.repeat.title', { count: asked.count }),
            text: t('runs.repeat.text'),
            confirm,
          }
        }
        onClose={() => setAsked(null)}
        onConfirm={(version) =>
          replay.mutate(
            { ...asked?.what, version },
            { onSuccess: (next) => void navigate(`/runs/${next.id}`), onError: toast.bad },
          )
        }
      />
    </Group>
  );
}

function FailedFilters({ run, causes, filter, onFilter }: Omit<FailedBarProps, 'chosen'>) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const catalogue = useCatalogue().data?.nodes;
  const shown = causes.filter((one) => !one.inDoubt);
  const boxes = [...new Set(shown.map((one) => one.node))];
  const codes = shown.filter((one) => !filter.node || one.node === filter.node);
  const texts = new Map(codes.map((one) => [one.code, one.text[locale] || sentence(one.code, {}, locale)]));
  return (
    <Group gap="sm">
      <Select
        w={200}
        clearable
        aria-label={t('runs.box')}
        placeholder={t('runs.allBoxes')}
        data={boxes.map((id) => ({ value: id, label: boxName(run.document, catalogue, id, locale) }))}
        value={filter.node ?? null}
        onChange={(node) => onFilter(node ? { node } : {})}
      />
      <Select
        w={260}
        clearable
        aria-label={t('runs.failed.reason')}
        placeholder={t('runs.failed.allCauses')}
        data={[...texts].map(([value, label]) => ({ value, label }))}
        value={filter.code ?? null}
        onChange={(code) => onFilter({ ...(filter.node && { node: filter.node }), ...(code && { code }) })}
        comboboxProps={{ width: 420, position: 'bottom-start' }}
      />
    </Group>
  );
}
