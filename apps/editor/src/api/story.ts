// What happened to one thing, over all runs.
import { ApiProblem, dataOf } from '@eclusa/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';
import type { Retention } from './types';

/** The lines about a key, the newest first, page by page. Not asked for an empty key. */
export function useStory(key: string, storeId: string | undefined) {
  return useInfiniteQuery({
    queryKey: keys.story(key, storeId),
    enabled: key !== '',
    retry: (count, error) => count < 2 && !isUnknown(error),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      dataOf(
        api.GET('/story/{key}', {
          params: { path: { key }, query: { ...(storeId && { storeId }), ...(cursor && { cursor }) } },
        }),
      ),
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** Nothing is known of the key: an answer, and no fault. */
export function isUnknown(error: unknown): boolean {
  return error instanceof ApiProblem && error.is('api.story-not-found');
}

/** Where a key's story is told. */
export function storyPath(key: string): string {
  return `/story?${new URLSearchParams({ key }).toString()}`;
}

/** How many days history is kept. */
export function useRetention(enabled: boolean) {
  return useQuery({ queryKey: keys.retention, enabled, queryFn: () => dataOf(api.GET('/retention')) });
}

/** Says how many days history is kept. */
export function useSaveRetention() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: Retention) => dataOf(api.PUT('/retention', { body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.retention }),
  });
}
