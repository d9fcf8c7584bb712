// Stores: a VTEX account and the connection that enters it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from './keys';
import { request } from './request';
import type { List, Store } from './types';

/** All stores of the workspace. */
export function useStores() {
  return useQuery({
    queryKey: keys.stores,
    queryFn: async () => (await request<List<Store>>('GET', '/stores')).items,
  });
}

/** Creates a store, or changes the one with `id`. */
export function useSaveStore() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Omit<Store, 'id'> & { id?: string }) =>
      id ? request<Store>('PUT', `/stores/${id}`, { body }) : request<Store>('POST', '/stores', { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.stores }),
  });
}

/** Removes a store. */
export function useDeleteStore() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>('DELETE', `/stores/${id}`),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.stores }),
  });
}
