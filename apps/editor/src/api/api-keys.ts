// Keys by which programs call the API: list, make, change, rotate, revoke. Owners and admins only.
import { dataOf } from '@eclusa/client';
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';
import type { ApiKey, NewApiKey, SaveApiKey } from './types';

/** The keys of the workspace, the newest first, revoked ones too; not asked for where `enabled` is false. */
export function useApiKeys(enabled = true) {
  return useQuery({
    queryKey: keys.apiKeys,
    enabled,
    queryFn: async () => (await dataOf(api.GET('/keys'))).items,
    // When a key was last used is what people come to see.
    staleTime: 0,
  });
}

/**
 * The key that was made last in this window, while it is good: nobody else has it any more. Kept in memory, and
 * forgotten with everything else when the person signs out or loads the page again.
 */
export function useKeyAtHand(): NewApiKey | null {
  const shown = useQuery<NewApiKey | null>({ queryKey: keys.keyAtHand, queryFn: () => null, enabled: false });
  return shown.data ?? null;
}

function keepAtHand(cache: QueryClient, made: NewApiKey | null): void {
  cache.setQueryDefaults(keys.keyAtHand, { gcTime: Infinity, staleTime: Infinity });
  cache.setQueryData(keys.keyAtHand, made);
}

/** Makes a key. Its answer is the only one that holds it. */
export function useCreateKey() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: SaveApiKey) => dataOf(api.POST('/keys', { body })),
    onSuccess: (made) => {
      keepAtHand(cache, made);
      return cache.invalidateQueries({ queryKey: keys.apiKeys });
    },
  });
}

/** Changes what a key may do, from its next request on. */
export function useUpdateKey() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: SaveApiKey }) =>
      dataOf(api.PUT('/keys/{id}', { params: { path: { id } }, body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.apiKeys }),
  });
}

/** A new key in place of the old one, which stays good for so many hours. */
export function useRotateKey() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, overlapHours }: { id: string; overlapHours: number }) =>
      dataOf(api.POST('/keys/{id}/rotate', { params: { path: { id } }, body: { overlapHours } })),
    onSuccess: (made) => {
      keepAtHand(cache, made);
      return cache.invalidateQueries({ queryKey: keys.apiKeys });
    },
  });
}

/** Ends a key from its next request on. */
export function useRevokeKey() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string): Promise<ApiKey> =>
      dataOf(api.DELETE('/keys/{id}', { params: { path: { id } } })),
    onSuccess: ({ id }) => {
      if (cache.getQueryData<NewApiKey | null>(keys.keyAtHand)?.key.id === id) keepAtHand(cache, null);
      return cache.invalidateQueries({ queryKey: keys.apiKeys });
    },
  });
}
