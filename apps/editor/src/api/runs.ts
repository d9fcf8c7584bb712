// Runs: start, watch, cancel, look at them.
import { dataOf } from '@eclusa/client';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';
import type { RunDetail, RunProgress, RunState, StartRun } from './types';

export interface RunFilter {
  flowId?: string;
  storeId?: string;
  state?: RunState;
  /** Only dry runs, or only others. */
  dryRun?: boolean;
  /** ISO times. */
  since?: string;
  until?: string;
  /** Only runs with a row of this key. */
  key?: string;
  /** Only runs of other flows that this run has started. */
  startedBy?: string;
}

const pollWhileLive = 2000;

/** True while counts may still change. */
export function isLive(state: RunState): boolean {
  return state === 'queued' || state === 'running' || state === 'cancelling';
}

/** Runs, the newest first, page by page; asked again while one of them is going on, or more may come. */
export function useRuns(filter: RunFilter, live = false) {
  return useInfiniteQuery({
    queryKey: keys.runList({ ...filter }),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      dataOf(api.GET('/runs', { params: { query: { ...filter, ...(cursor && { cursor }) } } })),
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: ({ state }) =>
      live || state.data?.pages.some((page) => page.items.some((run) => isLive(run.state)))
        ? pollWhileLive
        : false,
  });
}

/** How many runs of each state there were, piece by piece of the time. */
export function useRunHistory(filter: Omit<RunFilter, 'key' | 'startedBy'>, step: 'hour' | 'day') {
  return useQuery({
    queryKey: keys.runHistory({ ...filter, step }),
    queryFn: async () =>
      (await dataOf(api.GET('/runs/history', { params: { query: { ...filter, step } } }))).items,
    placeholderData: keepPreviousData,
  });
}

/** What is red, what is late, what ran; asked again every half minute. */
export function useHome() {
  return useQuery({
    queryKey: keys.home,
    queryFn: () => dataOf(api.GET('/home')),
    refetchInterval: 30_000,
  });
}

/** One run with counts, entries and the document of its version. */
export function useRun(id: string) {
  return useQuery({
    queryKey: keys.run(id),
    queryFn: async () => (await dataOf(api.GET('/runs/{id}', { params: { path: { id } } }))) as RunDetail,
  });
}

/** A few rows by node and port, kept from the run; asked again while it is live. */
export function useRunSamples(id: string, node?: string, live = false) {
  return useQuery({
    queryKey: keys.runSamples(id, node),
    refetchInterval: live ? pollWhileLive : false,
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/runs/{id}/samples', { params: { path: { id }, query: { ...(node && { node }) } } }),
        )
      ).items,
  });
}

/** The requests a dry run would have sent. */
export function useRunRequests(id: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.runRequests(id),
    enabled,
    queryFn: async () => (await dataOf(api.GET('/runs/{id}/requests', { params: { path: { id } } }))).items,
  });
}

/** Starts a run of a flow. */
export function useStartRun(flowId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: StartRun) =>
      dataOf(api.POST('/flows/{id}/runs', { params: { path: { id: flowId } }, body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.runs }),
  });
}

/** Asks a run to stop. */
export function useCancelRun() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => dataOf(api.POST('/runs/{id}/cancel', { params: { path: { id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.runs }),
  });
}

/** Lets a run that failed go on where it stopped. */
export function useResumeRun() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => dataOf(api.POST('/runs/{id}/resume', { params: { path: { id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.runs }),
  });
}

/** Follows a run until it ends. `onProgress` gets every state; the answer stops listening. */
export function watchRun(id: string, onProgress: (run: RunProgress) => void, onEnd: () => void): () => void {
  const source = new EventSource(`/api/v1/runs/${encodeURIComponent(id)}/events`);
  source.addEventListener('progress', (event) => onProgress(JSON.parse(String(event.data)) as RunProgress));
  source.addEventListener('end', () => {
    source.close();
    onEnd();
  });
  return () => source.close();
}
