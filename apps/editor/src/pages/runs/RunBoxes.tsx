// The numbers of a run box by box: rows in, rows out by port, in the order in which rows travel.
import { Badge, Group, Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FAILED, outputPorts, type Catalogue, type FlowDocument, type Json } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import type { RunCount, RunDetail } from '../../api/types';
import { formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { boxName } from './box-names';

/** Rows that crossed one side of a box, summed over ports unless one is named. */
export function countOf(
  counts: readonly RunCount[],
  node: string,
  side: 'in' | 'out',
  port?: string,
): number {
  return counts
    .filter((one) => one.node === node && one.side === side && (port === undefined || one.port === port))
    .reduce((sum, one) => sum + one.rows, 0);
}

/** Boxes in the order rows meet them: each after all that feed it. */
export function inRowOrder({ nodes, edges }: Pick<FlowDocument, 'nodes' | 'edges'>): string[] {
  const done: string[] = [];
  const visit = (node: string): void => {
    if (done.includes(node)) return;
    for (const edge of edges) if (edge.to.node === node) visit(edge.from.node);
    done.push(node);
  };
  Object.keys(nodes).forEach(visit);
  return done;
}

/** A table; the drawn picture of the flow shows the same numbers on its edges. */
export function RunBoxes({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const catalogue = useCatalogue().data?.nodes;
  return (
    <Paper>
      <Table verticalSpacing="xs" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('runs.box')}</Table.Th>
            <Table.Th ta="right">{t('runs.rowsIn')}</Table.Th>
            <Table.Th>{t('runs.rowsOut')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inRowOrder(run.document).map((node) => (
            <BoxLine key={node} run={run} node={node} catalogue={catalogue} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function BoxLine({
  run,
  node,
  catalogue,
}: {
  run: RunDetail;
  node: string;
  catalogue: Catalogue | undefined;
}) {
  const { locale } = useLocale();
  const placed = run.document.nodes[node];
  const type = catalogue?.get(placed?.type ?? '');
  const rowsIn = countOf(run.counts, node, 'in');
  const ports = type ? outputPorts(type, (placed?.config ?? {}) as Record<string, Json>) : [];
  return (
    <Table.Tr>
      <Table.Td fw={600}>{boxName(run.document, catalogue, node, locale)}</Table.Td>
      <Table.Td ta="right" className="ec-num">
        {type?.inputs.length === 0 ? '' : formatNumber(rowsIn, locale)}
      </Table.Td>
      <Table.Td>
        <Group gap="sm">
          {ports.map((port) => {
            const rows = countOf(run.counts, node, 'out', port.id);
            if (port.id === FAILED && rows === 0) return null;
            return (
              <Group key={port.id} gap={6} wrap="nowrap">
                <Badge variant="light" color={port.id === FAILED ? 'red' : 'gray'}>
                  {port.name[locale]}
                </Badge>
                <Text size="sm" className="ec-num">
                  {formatNumber(rows, locale)}
                </Text>
              </Group>
            );
          })}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
