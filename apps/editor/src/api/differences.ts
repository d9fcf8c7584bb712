// What a dry run would change, and doing exactly that.
import { dataOf } from '@eclusa/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';
import type { RunDifference } from './types';

export type DifferenceKind = RunDifference['kind'];

/** Requests of a dry run with what they would change, of one kind or of all. */
export function useDifferences(id: string, kind?: DifferenceKind) {
  return useInfiniteQuery({
    queryKey: keys.runDifferences(id, kind),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      dataOf(
        api.GET('/runs/{id}/differences', {
          params: { path: { id }, query: { ...(kind && { kind }), ...(cursor && { cursor }) } },
        }),
      ),
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** How many of each kind. `rows` is the number of rows done so far: more of them ask again. */
export function useDifferenceCounts(id: string, rows: number) {
  return useQuery({
    queryKey: keys.runDifferenceCounts(id, rows),
    queryFn: () => dataOf(api.GET('/runs/{id}/differences/counts', { params: { path: { id } } })),
  });
}

/** Starts a real run that does what the dry run showed. */
export function useApplyRun() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => dataOf(api.POST('/runs/{id}/apply', { params: { path: { id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.runs }),
  });
}
