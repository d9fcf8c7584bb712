// Which systems a flow joins, in the order its rows meet them. Pure.
import type { FlowDocument } from '@eclusa/flow';

export const systems = ['sheet', 'erp', 'caller', 'vtex', 'file'] as const;
export type System = (typeof systems)[number];

const byType: Record<string, System> = {
  'source.csv': 'sheet',
  'source.xlsx': 'sheet',
  'source.json': 'sheet',
  'source.xml': 'sheet',
  'source.fixed-width': 'sheet',
  'source.cnab': 'sheet',
  'source.idoc': 'sheet',
  'source.nfe': 'sheet',
  'source.parquet': 'sheet',
  'source.http': 'erp',
  'source.soap': 'erp',
  'source.amqp': 'erp',
  'source.amqp-trigger': 'erp',
  'source.call': 'caller',
  'output.http': 'erp',
  'output.soap': 'erp',
  'output.amqp': 'erp',
  'output.file': 'file',
};

/** Each system once: sources before what is written to, as the arrows go. */
export function systemsOf({ nodes, edges }: Pick<FlowDocument, 'nodes' | 'edges'>): System[] {
  const entered = new Set(edges.map(({ to }) => to.node));
  const ids = Object.keys(nodes);
  const inOrder = [...ids.filter((id) => !entered.has(id)), ...ids.filter((id) => entered.has(id))];
  const met = inOrder.flatMap((id): System[] => {
    const { type } = nodes[id]!;
    const system = byType[type] ?? (type.startsWith('vtex.') ? 'vtex' : undefined);
    return system ? [system] : [];
  });
  return [...new Set(met)];
}
