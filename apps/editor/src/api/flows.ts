// Flows: list, draft, publish and bindings.
import { dataOf } from '@eclusa/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FlowDocument } from '@eclusa/flow';
import { api } from './client';
import { keys } from './keys';
import type { Binding, Flow, FlowTemplate, Problem } from './types';

/** The flows of the workspace, the last changed first. */
export function useFlows() {
  return useQuery({
    queryKey: keys.flows,
    queryFn: async () => (await dataOf(api.GET('/flows', { params: { query: { limit: 200 } } }))).items,
  });
}

/** The examples a new flow can start from. They do not change while the page lives. */
export function useTemplates() {
  return useQuery({
    queryKey: keys.templates,
    staleTime: Infinity,
    queryFn: async () => (await dataOf(api.GET('/templates'))).items as FlowTemplate[],
  });
}

/** One flow as the API has it now. */
export async function loadFlow(id: string): Promise<Flow> {
  return (await dataOf(api.GET('/flows/{id}', { params: { path: { id } } }))) as Flow;
}

/** One flow with its draft. Read once: while it is open, the document store is the truth. */
export function useFlow(id: string) {
  return useQuery({
    queryKey: keys.flow(id),
    staleTime: Infinity,
    gcTime: 0,
    queryFn: () => loadFlow(id),
  });
}

/** The flow as it is saved now, for whoever looks and does not draw: what the flow's own page read is old by then. */
export function useSavedFlow(id: string) {
  return useQuery({ queryKey: keys.savedFlow(id), gcTime: 0, queryFn: () => loadFlow(id) });
}

/** Creates a flow, empty or from a document. */
export function useCreateFlow() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; document?: FlowDocument }) => dataOf(api.POST('/flows', { body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.flows, exact: true }),
  });
}

/** Removes a flow with its versions and runs. */
export function useDeleteFlow() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.DELETE('/flows/{id}', { params: { path: { id } } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.flows, exact: true }),
  });
}

/** Saves a draft over `revision`. Throws ApiProblem `api.flow-changed` when somebody was faster. */
export function saveDraft(
  id: string,
  revision: number,
  document: FlowDocument,
): Promise<{ revision: number; problems: Problem[] }> {
  return dataOf(api.PUT('/flows/{id}', { params: { path: { id } }, body: { revision, document } }));
}

/** The document with every box at the version of its node. Saves nothing. */
export async function migrateDocument(document: FlowDocument): Promise<FlowDocument> {
  return (await dataOf(api.POST('/flows/migrate', { body: { document } }))).document as FlowDocument;
}

/** Publishes what stands at `revision` as the next version. */
export function publishDraft(id: string, revision: number): Promise<{ version: number }> {
  return dataOf(api.POST('/flows/{id}/publish', { params: { path: { id } }, body: { revision } }));
}

/** Keeps which connections and parameters a flow uses for one store. */
export function saveBinding(id: string, body: Binding): Promise<Binding> {
  return dataOf(api.PUT('/flows/{id}/binding', { params: { path: { id } }, body }));
}

/** Forgets what was sent for a store: the next run sends everything again. Answers how many rows that were. */
export function useForgetMemory() {
  return useMutation({
    mutationFn: ({ id, storeId }: { id: string; storeId: string | null }) =>
      dataOf(
        api.DELETE('/flows/{id}/memory', { params: { path: { id }, query: storeId ? { storeId } : {} } }),
      ),
  });
}
