// Failed rows one by one, narrowed by box and cause.
import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentence } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import { useFailedRows } from '../../api/repeats';
import { isLive } from '../../api/runs';
import type { FailedCause, FailedRow, Replay, RunDetail } from '../../api/types';
import { formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ListArea } from '../../shell/ListArea';
import { boxName } from './box-names';
import { FailedRowTable } from './FailedRowTable';
import type { RowEditing } from './row-edits';

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

export interface FailedRowListProps {
  run: RunDetail;
  /** Whose rows are shown first. */
  box: string | null;
  causes: readonly FailedCause[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  editing: RowEditing;
  onSend: (what: Replay, count: number) => void;
}

export function FailedRowList({ run, box, causes, chosen, onChoose, editing, onSend }: FailedRowListProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const [filter, setFilter] = useState<Filter>(box !== null && run.document.nodes[box] ? { node: box } : {});
  const query = useFailedRows(run.id, { ...filter, inDoubt: false });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const narrow = (next: Filter) => {
    setFilter(next);
    onChoose(new Set());
  };
  const all = openRows(causes, filter);
  const isNarrow = filter.node !== undefined || filter.code !== undefined;
  return (
    <ListArea query={query}>
      <Group justify="space-between" mb="sm">
        <FailedFilters {...{ run, causes, filter, onFilter: narrow }} />
        {isNarrow && (
          <Button
            variant="default"
            disabled={all === 0 || isLive(run.state)}
            onClick={() => onSend({ ...filter }, all)}
          >
            {t(filter.code ? 'runs.failed.replayCause' : 'runs.failed.replayBox')}
            {all > 0 && ` (${formatNumber(all, locale)})`}
          </Button>
        )}
      </Group>
      <FailedRowTable
        {...{ run, rows, chosen, onChoose, more: query, editing }}
        {...(!filter.code && {
          onCause: (row: FailedRow) => narrow({ node: row.node, code: row.error.code }),
        })}
      />
    </ListArea>
  );
}

interface FailedFiltersProps {
  run: RunDetail;
  causes: readonly FailedCause[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

function FailedFilters({ run, causes, filter, onFilter }: FailedFiltersProps) {
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
