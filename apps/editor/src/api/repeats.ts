// What a person repeats of a run: failed rows, rows in doubt, its source from a page on.
import { dataOf } from '@eclusa/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';
import type { Replay, Rerun, Run, SettleDoubt } from './types';

export interface FailedFilter {
  node?: string;
  code?: string;
  field?: string;
  inDoubt: boolean;
}

/** The failed rows of a run that fit, page by page. */
export function useFailedRows(id: string, filter: FailedFilter) {
  return useInfiniteQuery({
    queryKey: keys.failedRows(id, { ...filter }),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      dataOf(
        api.GET('/runs/{id}/failed-rows', {
          params: { path: { id }, query: { ...filter, ...(cursor && { cursor }) } },
        }),
      ),
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** How many rows failed where and why. `failed` is the number known so far: more of them ask again. */
export function useFailedCauses(id: string, failed: number) {
  return useQuery({
    queryKey: keys.failedCauses(id, failed),
    queryFn: async () =>
      (await dataOf(api.GET('/runs/{id}/failed-rows/causes', { params: { path: { id } } }))).items,
  });
}

/** The pages of a run, in their order. */
export function useRunPages(id: string) {
  return useInfiniteQuery({
    queryKey: keys.runPages(id),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      dataOf(api.GET('/runs/{id}/pages', { params: { path: { id }, query: { ...(cursor && { cursor }) } } })),
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** Sends failed rows again, through the same or a newer version. */
export function useReplay(runId: string) {
  return useRepeat((body: Replay) =>
    dataOf(api.POST('/runs/{id}/replay', { params: { path: { id: runId } }, body })),
  );
}

/** Looks at a corrected CSV of failed rows, or sends its rows again through the newest version. */
export function useFailedFile(runId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ file, check }: { file: File; check: boolean }) =>
      dataOf(
        api.POST('/runs/{id}/failed-rows/csv', {
          params: { path: { id: runId }, query: { check, newest: true } },
          body: file as never,
          bodySerializer: (body) => body as never,
          headers: { 'content-type': 'application/octet-stream' },
        }),
      ),
    onSuccess: ({ run }) => (run ? cache.invalidateQueries({ queryKey: keys.runs }) : undefined),
  });
}

/** Where failed rows are downloaded from, those of one cause or all. */
export function failedFileUrl(
  runId: string,
  locale: string,
  { node, code, field }: { node?: string; code?: string; field?: string | null } = {},
): string {
  const query = new URLSearchParams({
    locale,
    ...(node && { node }),
    ...(code && { code }),
    ...(field && { field }),
  });
  return `/api/v1/runs/${encodeURIComponent(runId)}/failed-rows/csv?${query.toString()}`;
}

/** Says what became of rows in doubt. */
export function useSettleDoubt(runId: string) {
  return useRepeat((body: SettleDoubt) =>
    dataOf(api.POST('/runs/{id}/in-doubt', { params: { path: { id: runId } }, body })),
  );
}

/** Reads the run's source again from a page on. */
export function useRerun(runId: string) {
  return useRepeat((body: Rerun) =>
    dataOf(api.POST('/runs/{id}/rerun', { params: { path: { id: runId } }, body })),
  );
}

function useRepeat<Body>(send: (body: Body) => Promise<Run>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.runs }),
  });
}
