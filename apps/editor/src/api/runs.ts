// Runs: start, watch, cancel, look at failed rows, replay.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Json } from '@eclusa/flow';
import { keys } from './keys';
import { request } from './request';
import type { FailedRow, List, NodeRequest, Run, RunDetail, RunProgress, RunSample, RunState } from './types';

export interface RunFilter {
  flowId?: string;
  state?: RunState;
}

/** True while counts may still change. */
export function isLive(state: RunState): boolean {
  return state === 'queued' || state === 'running' || state === 'cancelling';
}

/** Runs, the newest first, page by page. */
export function useRuns(filter: RunFilter) {
  return useInfiniteQuery({
    queryKey: keys.runList({ ...filter }),
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<List<Run>>('GET', '/runs', { query: { ...filter, cursor: pageParam } }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((run) => isLive(run.state))) ? 2000 : false,
  });
}

/** One run with counts, entries and the document of its version. */
export function useRun(id: string) {
  return useQuery({ queryKey: keys.run(id), queryFn: () => request<RunDetail>('GET', `/runs/${id}`) });
}

/** The failed rows of a run, page by page. */
export function useFailedRows(id: string, node?: string) {
  return useInfiniteQuery({
    queryKey: keys.failedRows(id, node),
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<List<FailedRow & { id: string }>>('GET', `/runs/${id}/failed-rows`, {
        query: { node, cursor: pageParam },
      }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

/** A few rows by node and port, kept from the run. */
export function useRunSamples(id: string, node?: string) {
  return useQuery({
    queryKey: keys.runSamples(id, node),
    queryFn: async () =>
      (await request<List<RunSample>>('GET', `/runs/${id}/samples`, { query: { node } })).items,
  });
}

/** The requests a dry run would have sent. */
export function useRunRequests(id: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.runRequests(id),
    enabled,
    queryFn: async () => (await request<List<NodeRequest>>('GET', `/runs/${id}/requests`)).items,
  });
}

export interface StartRun {
  storeId?: string;
  dryRun?: boolean;
  version?: number;
  parameters?: Record<string, Json>;
}

/** Starts a run of a flow. */
export function useStartRun(flowId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: StartRun) => request<Run>('POST', `/flows/${flowId}/runs`, { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.runs }),
  });
}

/** Asks a run to stop. */
export function useCancelRun() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<Run>('POST', `/runs/${id}/cancel`),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.runs }),
  });
}

export interface Replay {
  failedRowIds?: string[];
  node?: string;
  all?: true;
  version?: number | 'newest';
}

/** Sends failed rows again, through the same or a newer version. */
export function useReplay(runId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: Replay) => request<Run>('POST', `/runs/${runId}/replay`, { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.runs }),
  });
}

/** Follows a run until it ends. `onProgress` gets every state; the answer stops listening. */
export function watchRun(id: string, onProgress: (run: RunProgress) => void, onEnd: () => void): () => void {
  const source = new EventSource(`/api/runs/${id}/events`);
  source.addEventListener('progress', (event) => onProgress(JSON.parse(event.data as string) as RunProgress));
  source.addEventListener('end', () => {
    source.close();
    onEnd();
  });
  return () => source.close();
}
