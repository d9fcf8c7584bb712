// The failed rows of a run: the reason in words, the row, the request and the answer; chosen ones are sent again.
import { Button, Center, Checkbox, Group, Paper, Select, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCatalogue } from '../../api/catalogue';
import { isLive, useFailedRows, useReplay } from '../../api/runs';
import type { FailedRow, Replay, RunDetail } from '../../api/types';
import { useLocale } from '../../i18n/useLocale';
import { ListArea } from '../../shell/ListArea';
import { Notice } from '../../shell/Notice';
import { useToast } from '../../shell/useToast';
import { boxName } from './box-names';
import { FailedRowLine } from './FailedRowLine';

/** A list with a filter by box, which starts with `box`. */
export function FailedRows({ run, box = null }: { run: RunDetail; box?: string | null }) {
  const { t } = useTranslation();
  const [node, setNode] = useState<string | null>(box !== null && run.document.nodes[box] ? box : null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const query = useFailedRows(run.id, node ?? undefined);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const open = rows.filter((row) => row.state === 'open');
  const toggle = (ids: readonly string[], on: boolean) =>
    setChosen((old) => new Set(on ? [...old, ...ids] : [...old].filter((id) => !ids.includes(id))));
  return (
    <ListArea query={query}>
      {rows.length === 0 && !node ? (
        <Notice icon={IconCircleCheck} title={t('runs.failed.none')} text={t('runs.failed.noneText')} />
      ) : (
        <>
          <FailedBar run={run} node={node} onNode={setNode} chosen={[...chosen]} />
          <Paper>
            <Table verticalSpacing="xs" horizontalSpacing="md">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={44}>
                    <Checkbox
                      aria-label={t('runs.failed.selectAll')}
                      checked={open.length > 0 && open.every((row) => chosen.has(row.id))}
                      disabled={open.length === 0}
                      onChange={(event) =>
                        toggle(
                          open.map((row) => row.id),
                          event.currentTarget.checked,
                        )
                      }
                    />
                  </Table.Th>
                  <Table.Th w={80} ta="right">
                    {t('runs.failed.row')}
                  </Table.Th>
                  <Table.Th w={220}>{t('runs.box')}</Table.Th>
                  <Table.Th>{t('runs.failed.reason')}</Table.Th>
                  <Table.Th w={120}>
                    <VisuallyHidden>{t('runs.failed.details')}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <FailedRowLine
                    key={row.id}
                    row={row}
                    document={run.document}
                    chosen={chosen.has(row.id)}
                    onChoose={(on) => toggle([row.id], on)}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Paper>
          {query.hasNextPage && (
            <Center mt="md">
              <Button
                variant="default"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('action.loadMore')}
              </Button>
            </Center>
          )}
        </>
      )}
    </ListArea>
  );
}

interface FailedBarProps {
  run: RunDetail;
  node: string | null;
  onNode: (node: string | null) => void;
  chosen: FailedRow['id'][];
}

function FailedBar({ run, node, onNode, chosen }: FailedBarProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const catalogue = useCatalogue().data?.nodes;
  const navigate = useNavigate();
  const toast = useToast();
  const replay = useReplay(run.id);
  const send = (what: Replay) =>
    replay.mutate(
      { ...what, version: 'newest' },
      { onSuccess: (next) => void navigate(`/runs/${next.id}`), onError: toast.bad },
    );
  const live = isLive(run.state);
  return (
    <Group justify="space-between" mb="sm">
      <Group gap="sm">
        <Select
          w={240}
          clearable
          aria-label={t('runs.box')}
          placeholder={t('runs.allBoxes')}
          data={Object.keys(run.document.nodes).map((id) => ({
            value: id,
            label: boxName(run.document, catalogue, id, locale),
          }))}
          value={node}
          onChange={onNode}
        />
        {live && (
          <Text size="sm" c="dimmed">
            {t('runs.failed.whileLive')}
          </Text>
        )}
      </Group>
      <Group gap="sm">
        <Button
          variant="default"
          disabled={chosen.length === 0 || live}
          loading={replay.isPending}
          onClick={() => send({ failedRowIds: chosen })}
        >
          {t('runs.failed.replayChosen', { count: chosen.length })}
        </Button>
        <Button
          leftSection={<IconRefresh size={16} aria-hidden />}
          disabled={live}
          loading={replay.isPending}
          onClick={() => send(node ? { node } : { all: true })}
        >
          {node ? t('runs.failed.replayBox') : t('runs.failed.replayAll')}
        </Button>
      </Group>
    </Group>
  );
}
