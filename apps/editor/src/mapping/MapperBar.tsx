// What stands over the picture: views, the sample row, and proposals to accept.
import { ActionIcon, Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconWand } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sureFrom, type Suggestion } from '@eclusa/flow';
import { useFieldScope } from '../fields/field-scope';
import classes from './mapper.module.css';

export type MapperView = 'fields' | 'results';

export interface MapperBarProps {
  view: MapperView;
  onView: (view: MapperView) => void;
  at: number;
  onRow: (at: number) => void;
  /** For targets that are still empty. */
  proposals: readonly Suggestion[];
  proposing: boolean;
  canPropose: boolean;
  onProposing: (proposing: boolean) => void;
  onAccept: (taken: readonly Suggestion[]) => void;
}

/** One line, whatever is open. */
export function MapperBar(props: MapperBarProps) {
  const { view, onView, at, onRow } = props;
  const { t } = useTranslation();
  const { rows } = useFieldScope();
  return (
    <div className={classes.bar}>
      <SegmentedControl
        size="xs"
        aria-label={t('mapping.views.label')}
        value={view}
        onChange={(next) => onView(next as MapperView)}
        data={[
          { value: 'fields', label: t('mapping.views.fields') },
          { value: 'results', label: t('mapping.views.results') },
        ]}
      />
      {rows.length > 1 && view === 'fields' && (
        <Group gap={2} wrap="nowrap" role="group" aria-label={t('mapping.row.label')}>
          <ActionIcon
            size="sm"
            aria-label={t('mapping.row.previous')}
            disabled={at === 0}
            onClick={() => onRow(at - 1)}
          >
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <Text size="xs" className="ec-num" aria-live="polite">
            {t('mapping.row.of', { row: at + 1, count: rows.length })}
          </Text>
          <ActionIcon
            size="sm"
            aria-label={t('mapping.row.next')}
            disabled={at >= rows.length - 1}
            onClick={() => onRow(at + 1)}
          >
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </Group>
      )}
      <Text size="xs" c="dimmed" className={classes.barHelp!}>
        {view === 'fields'
          ? t('mapping.help')
          : t('mapping.results.rows', { count: Math.min(rows.length, 20) })}
      </Text>
      {props.canPropose && view === 'fields' && <Proposals {...props} />}
    </div>
  );
}

const levels = [0.9, sureFrom, 0.6, 0.4];

function Proposals({ proposals, proposing, onProposing, onAccept }: MapperBarProps) {
  const { t } = useTranslation();
  const [least, setLeast] = useState(String(sureFrom));
  const taken = proposals.filter(({ confidence }) => confidence >= Number(least));
  if (!proposing) {
    return (
      <Button
        size="xs"
        variant="light"
        leftSection={<IconWand size={14} aria-hidden />}
        onClick={() => onProposing(true)}
      >
        {t('mapping.suggest.show')}
      </Button>
    );
  }
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="xs" fw={600}>
        {proposals.length === 0
          ? t('mapping.suggest.none')
          : t('mapping.suggest.found', { count: proposals.length })}
      </Text>
      {proposals.length > 0 && (
        <>
          <Select
            size="xs"
            w={132}
            aria-label={t('mapping.suggest.atLeast')}
            data={levels.map((level) => ({
              value: String(level),
              label: t('mapping.suggest.from', { percent: Math.round(level * 100) }),
            }))}
            value={least}
            onChange={(next) => setLeast(next ?? String(sureFrom))}
          />
          <Button size="xs" disabled={taken.length === 0} onClick={() => onAccept(taken)}>
            {t('mapping.suggest.takeAll', { count: taken.length })}
          </Button>
        </>
      )}
      <Button size="xs" variant="subtle" color="gray" onClick={() => onProposing(false)}>
        {t('mapping.suggest.hide')}
      </Button>
    </Group>
  );
}
