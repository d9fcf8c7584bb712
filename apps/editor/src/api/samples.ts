// Sample rows: those kept with a flow, and trying boxes on rows.
import { dataOf } from '@eclusa/client';
import type { FlowDocument } from '@eclusa/flow';
import type { GivenRows, PortRows } from '../store/sample-flow';
import { api } from './client';
import type { ChainTested, FlowSample, NodeTested } from './types';

/** The rows people pinned to boxes of the flow. */
export async function loadSamples(flowId: string): Promise<FlowSample[]> {
  return (await dataOf(api.GET('/flows/{id}/samples', { params: { path: { id: flowId } } }))).items;
}

/** Keeps rows as the result of a box, in place of what was kept. */
export function keepSample(flowId: string, node: string, outputs: PortRows[]): Promise<FlowSample> {
  return dataOf(
    api.PUT('/flows/{id}/samples/{node}', { params: { path: { id: flowId, node } }, body: { outputs } }),
  );
}

/** Forgets the rows of a box. */
export async function dropSample(flowId: string, node: string): Promise<void> {
  await api.DELETE('/flows/{id}/samples/{node}', { params: { path: { id: flowId, node } } });
}

export interface ChainWish {
  document: FlowDocument;
  nodes: string[];
  given: GivenRows[];
  storeId: string | null;
}

/** Tries several boxes in turn. Sends nothing. */
export function testChain(flowId: string, body: ChainWish): Promise<ChainTested> {
  return dataOf(api.POST('/flows/{id}/test-chain', { params: { path: { id: flowId } }, body }));
}

export interface RealWish {
  document: FlowDocument;
  nodeId: string;
  inputs: PortRows[];
  storeId: string | null;
}

/** Runs one box on its sample rows and really sends what it sends. */
export function sendForReal(flowId: string, wish: RealWish): Promise<NodeTested> {
  return dataOf(
    api.POST('/flows/{id}/test-node', { params: { path: { id: flowId } }, body: { ...wish, real: true } }),
  );
}
