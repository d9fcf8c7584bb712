// Tries boxes on sample rows and puts what came of them into the sample store. One attempt at a time.
import { ApiProblem } from '@eclusa/client';
import { dropSample, keepSample, sendForReal, testChain } from '../api/samples';
import type { ErrorRecord } from '../api/types';
import { currentLocale } from '../i18n';
import type { FlowStores } from './flow-stores';
import {
  basisOf,
  boxesToTry,
  givenTo,
  inputsOf,
  mostRows,
  sampleMarks,
  type Extent,
  type PortRows,
} from './sample-flow';
import { knownResults } from './sample-store';

type Stores = Pick<FlowStores, 'flowId' | 'document' | 'samples' | 'view'>;

/** `again` tries boxes before it anew even where their results hold: a source may have other rows by now. */
export async function tryBoxes(stores: Stores, node: string, extent: Extent, again = false): Promise<void> {
  const { samples, flowId } = stores;
  const { document } = stores.document.getState();
  const { storeId } = stores.view.getState();
  const state = samples.getState();
  if (state.trying.length > 0) return;
  const nodes = boxesToTry(document, node, extent, sampleMarks(document, { ...state, storeId }), again);
  if (nodes.length === 0) return;
  state.begin(nodes);
  try {
    const given = givenTo(document, nodes, knownResults(state));
    const { results, stopped } = await testChain(flowId, { document, nodes, given, storeId });
    for (const { node: tried, ...result } of results) {
      const known = knownResults(samples.getState());
      samples.getState().put(tried, result, basisOf(document, tried, known, storeId));
    }
    samples.getState().end(stopped && { node: stopped.node, error: problemOf(stopped.error) });
  } catch (error) {
    samples.getState().end({ node, error });
  }
}

/** The reason one box gives, as the refusal of a request is told. */
function problemOf({ code, text, values }: ErrorRecord): ApiProblem {
  const detail = text[currentLocale()];
  return new ApiProblem({
    type: `urn:eclusa:problem:${code}`,
    title: detail,
    status: 422,
    code,
    detail,
    values,
  });
}

/** Really sends what the box sends for its sample rows. */
export async function sendBox(stores: Stores, node: string): Promise<void> {
  const { samples, flowId } = stores;
  const { document } = stores.document.getState();
  const { storeId } = stores.view.getState();
  const known = knownResults(samples.getState());
  const inputs = (inputsOf(document, node, known) ?? []).map(({ port, rows }) => ({
    port,
    rows: rows.slice(0, mostRows),
  }));
  samples.getState().begin([node]);
  try {
    const result = await sendForReal(flowId, { document, nodeId: node, inputs, storeId });
    samples.getState().put(node, result, basisOf(document, node, known, storeId), true);
    samples.getState().end();
  } catch (error) {
    samples.getState().end({ node, error });
  }
}

/** Keeps rows with the flow as the box's result. Rejects when they cannot be stored. */
export async function pinRows({ flowId, samples }: Stores, node: string, outputs: PortRows[]): Promise<void> {
  const first = outputs.map(({ port, rows }) => ({ port, rows: rows.slice(0, mostRows) }));
  samples.getState().pin(await keepSample(flowId, node, first));
}

/** The box is tried again from now on. */
export async function unpinRows({ flowId, samples }: Stores, node: string): Promise<void> {
  await dropSample(flowId, node);
  samples.getState().unpin(node);
}
