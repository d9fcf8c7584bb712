// Flows of tests from and to other systems: boxes one behind the other, run in this process.
import { join } from 'node:path';
import { compilePlan, runInProcess, type FailedRow, type Host } from '@eclusa/engine';
import { emptyFlow, type FlowDocument, type Json, type NodeType } from '@eclusa/flow';
import type { Sandbox } from '@eclusa/sandbox';
import { byId, discover, nodeIdOf } from '../registry';
import { hostOf, mapping, storeConnection } from '../vtex/store.testing';

const nodeTypes = byId(discover<NodeType>(join(__dirname, '..'), 'node'), nodeIdOf);

export type Box = [id: string, type: string, config: Record<string, Json>];

/** Boxes one behind the other. */
export function chain(...boxes: Box[]): FlowDocument {
  const slots = {
    store: { kind: 'vtex', name: 'Store' },
    erp: { kind: 'sftp', name: 'ERP' },
    rabbit: { kind: 'amqp', name: 'R' },
  };
  return {
    ...emptyFlow('files'),
    slots,
    nodes: Object.fromEntries(boxes.map(([id, type, config]) => [id, { type, version: 1, config }])),
    edges: boxes.slice(1).map(([id], at) => ({
      from: { node: (boxes[at] as Box)[0], port: 'out' },
      to: { node: id, port: 'in' },
    })),
  };
}

/** The settings of a box of the store. */
export const vtex = (lines: Record<string, string>): Record<string, Json> => ({
  connection: 'store',
  mapping: mapping(lines),
});

/** Runs a flow, against a sandbox where there is one; fails when the run does. */
export async function runFlow(sandbox: Sandbox | null, flow: FlowDocument, own: Partial<Host>) {
  const failed: FailedRow[] = [];
  const summary = await runInProcess(compilePlan(flow, nodeTypes, { parameters: {} }), {
    host: { ...hostOf(sandbox ? { store: storeConnection(sandbox) } : {}), ...own },
    signal: new AbortController().signal,
    onFailed: (row) => failed.push(row),
  });
  expect(summary.error).toBeUndefined();
  return { totals: summary.totals, failed };
}
