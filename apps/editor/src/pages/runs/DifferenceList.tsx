// What a dry run would change: how many things of each kind, and every member before and after.
import { Anchor, Badge, Button, Chip, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { IconDownload, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../api/catalogue';
import { useDifferenceCounts, useDifferences, type DifferenceKind } from '../../api/differences';
import type { RunDetail, RunDifference } from '../../api/types';
import { formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ListArea } from '../../shell/ListArea';
import { Notice } from '../../shell/Notice';
import { boxName } from './box-names';

const colors: Record<DifferenceKind, string> = {
  create: 'green',
  update: 'blue',
  same: 'gray',
  delete: 'red',
  other: 'yellow',
};
const kinds = Object.keys(colors) as DifferenceKind[];

/** Nothing of it was sent. */
export function DifferenceList({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const [kind, setKind] = useState<DifferenceKind>();
  const counts = useDifferenceCounts(run.id, run.totals.written + run.totals.failed).data;
  // A kind of which there is none is nothing to choose.
  const shown = kinds.filter((one) => one === kind || (counts?.[one] ?? 1) > 0);
  const list = useDifferences(run.id, kind);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack>
      <Group justify="space-between">
        <Group gap="xs">
          {shown.map((one) => (
            <Chip
              key={one}
              color={colors[one]}
              checked={kind === one}
              onChange={(on) => setKind(on ? one : undefined)}
            >
              {t(`runs.differences.count.${one}`, {
                count: counts?.[one] ?? 0,
                number: formatNumber(counts?.[one] ?? 0, locale),
              })}
            </Chip>
          ))}
        </Group>
        <Anchor href={`/api/v1/runs/${run.id}/differences/csv`} download size="sm">
          <Group gap={4} component="span">
            <IconDownload size={14} aria-hidden />
            {t('runs.differences.csv')}
          </Group>
        </Anchor>
      </Group>
      <ListArea query={list}>
        {items.length === 0 ? (
          <Notice icon={IconSend} title={t('runs.differences.none')} />
        ) : (
          <Differences run={run} items={items} />
        )}
      </ListArea>
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('runs.differences.more')}
        </Button>
      )}
    </Stack>
  );
}

function Differences({ run, items }: { run: RunDetail; items: readonly RunDifference[] }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const catalogue = useCatalogue().data?.nodes;
  return (
    <Paper>
      <Table verticalSpacing="xs" horizontalSpacing="md">
        <Table.Tbody>
          {items.map((one, index) => (
            <Table.Tr key={index} style={{ verticalAlign: 'top' }}>
              <Table.Td w={220}>
                <Text size="sm" fw={600}>
                  {boxName(run.document, catalogue, one.node, locale)}
                </Text>
                <Text size="xs" c="dimmed">
                  {t('runs.requests.row', { row: formatNumber(one.row, locale) })}
                </Text>
              </Table.Td>
              <Table.Td w={170}>
                <Badge color={colors[one.kind]} variant="light">
                  {t(`runs.differences.kind.${one.kind}`)}
                </Badge>
              </Table.Td>
              <Table.Td>
                <Members members={one.members} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Members({ members }: Pick<RunDifference, 'members'>) {
  return members.map(({ name, before, after }) => (
    <Text key={name} size="sm" style={{ overflowWrap: 'anywhere' }}>
      <Text span fw={600} size="sm">
        {name}
      </Text>{' '}
      {before !== undefined && <del>{shown(before)}</del>} → <ins>{shown(after)}</ins>
    </Text>
  ));
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '∅';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
