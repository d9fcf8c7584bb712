// Rows that went into a box of a run and came out of it, as far as the run kept some, and the way to its failed rows.
import { ActionIcon, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FAILED, outputPorts, type Json, type Port, type Row } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import { isLive, useRunSamples } from '../../api/runs';
import type { RunDetail } from '../../api/types';
import { formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { RowsView } from '../../rows/RowsView';
import { boxName } from './box-names';
import { countOf } from './RunBoxes';
import classes from './picture.module.css';

export interface RunBoxRowsProps {
  run: RunDetail;
  box: string;
  onClose: () => void;
}

/** `box` is one of the run's version. Read again every few seconds while the run goes on. */
export function RunBoxRows({ run, box, onClose }: RunBoxRowsProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const catalogue = useCatalogue().data?.nodes;
  const samples = useRunSamples(run.id, box, isLive(run.state));
  const placed = run.document.nodes[box];
  const type = catalogue?.get(placed?.type ?? '');
  const name = boxName(run.document, catalogue, box, locale);
  const failed = countOf(run.counts, box, 'out', FAILED);
  const outputs = type ? outputPorts(type, (placed?.config ?? {}) as Record<string, Json>) : [];
  const rowsAt = (side: 'in' | 'out', port: string) =>
    (samples.data?.find((one) => one.side === side && one.port === port)?.rows ?? []) as Row[];
  const section = (side: 'in' | 'out') => (port: Port) => (
    <PortSample
      key={`${side} ${port.id}`}
      title={t(`live.picture.${side}`, { port: port.name[locale] })}
      rows={rowsAt(side, port.id)}
      total={countOf(run.counts, box, side, port.id)}
    />
  );
  return (
    <aside className={classes.side} aria-label={t('live.picture.rowsOf', { box: name })}>
      <Group justify="space-between" wrap="nowrap" mb="sm">
        <Title order={3} fz="md">
          {name}
        </Title>
        <ActionIcon variant="subtle" color="gray" aria-label={t('live.picture.close')} onClick={onClose}>
          <IconX size={17} aria-hidden />
        </ActionIcon>
      </Group>
      {failed > 0 && (
        <Button
          component={Link}
          to={`/runs/${run.id}?box=${encodeURIComponent(box)}`}
          color="red"
          variant="light"
          size="xs"
          mb="sm"
          leftSection={<IconAlertTriangle size={15} aria-hidden />}
        >
          {t('live.picture.failed', { count: failed })}
        </Button>
      )}
      {samples.isPending ? (
        <Skeleton height={120} />
      ) : (
        <Stack gap="md">
          {type?.inputs.map(section('in'))}
          {outputs.filter(({ id }) => id !== FAILED || failed > 0).map(section('out'))}
        </Stack>
      )}
    </aside>
  );
}

function PortSample({ title, rows, total }: { title: string; rows: readonly Row[]; total: number }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  return (
    <section>
      <Title order={4} fz="sm" mb={4}>
        {title}{' '}
        {rows.length > 0 && total > 0 && (
          <Text span size="xs" c="dimmed" fw={400}>
            {t('live.picture.sample', { shown: n(rows.length), total: n(total) })}
          </Text>
        )}
      </Title>
      {rows.length > 0 ? (
        <RowsView rows={rows} label={title} />
      ) : (
        <Text size="sm" c="dimmed">
          {t(total > 0 ? 'live.picture.notKept' : 'live.picture.noRows')}
        </Text>
      )}
    </section>
  );
}
