// Flows: list, draft, publish, bindings and trying one box.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FlowDocument, Row } from '@eclusa/flow';
import { keys } from './keys';
import { request } from './request';
import type {
  FlowBinding,
  FlowDetail,
  FlowProblem,
  FlowSummary,
  FlowVersion,
  List,
  NodeTestResult,
  SaveResult,
} from './types';

/** All flows of the workspace, the last changed first. */
export function useFlows() {
  return useQuery({
    queryKey: keys.flows,
    queryFn: async () => (await request<List<FlowSummary>>('GET', '/flows')).items,
  });
}

/** One flow with its draft. Read once: while it is open, the document store is the truth. */
export function useFlow(id: string) {
  return useQuery({
    queryKey: keys.flow(id),
    staleTime: Infinity,
    gcTime: 0,
    queryFn: () => request<FlowDetail>('GET', `/flows/${id}`),
  });
}

/** Creates a flow, empty or from a document. */
export function useCreateFlow() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; document?: FlowDocument }) =>
      request<FlowDetail>('POST', '/flows', { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.flows, exact: true }),
  });
}

/** Removes a flow with its versions and runs. */
export function useDeleteFlow() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>('DELETE', `/flows/${id}`),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.flows, exact: true }),
  });
}

/** Saves a draft over `revision`. Throws ApiError 409 `api.flow-changed` when somebody was faster. */
export function saveDraft(id: string, revision: number, document: FlowDocument): Promise<SaveResult> {
  return request<SaveResult>('PUT', `/flows/${id}`, { body: { revision, document } });
}

/** The problems of a document that need not be saved. */
export async function validateDraft(document: FlowDocument): Promise<FlowProblem[]> {
  return (await request<{ problems: FlowProblem[] }>('POST', '/flows/validate', { body: { document } }))
    .problems;
}

/** Publishes what stands at `revision` as the next version. */
export function publishDraft(id: string, revision: number): Promise<{ version: number }> {
  return request<{ version: number }>('POST', `/flows/${id}/publish`, { body: { revision } });
}

/** The published versions, the newest first. */
export function useFlowVersions(id: string) {
  return useQuery({
    queryKey: keys.flowVersions(id),
    queryFn: async () => (await request<List<FlowVersion>>('GET', `/flows/${id}/versions`)).items,
  });
}

/** Keeps which connections and parameters a flow uses for one store. */
export function saveBinding(id: string, binding: FlowBinding): Promise<FlowBinding> {
  return request<FlowBinding>('PUT', `/flows/${id}/binding`, { body: binding });
}

export interface NodeTest {
  document: FlowDocument;
  nodeId: string;
  rows: readonly Row[];
  storeId?: string;
  /** Sends for real. Left out, writes are shown and not sent. */
  real?: boolean;
}

/** Runs one box on sample rows. */
export function testNode(id: string, body: NodeTest, signal?: AbortSignal): Promise<NodeTestResult> {
  return request<NodeTestResult>('POST', `/flows/${id}/test-node`, { body, ...(signal && { signal }) });
}
