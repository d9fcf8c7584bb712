// Stores: a VTEX account and the connection that enters it.
import { dataOf } from '@eclusa/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';

export interface StoreBody {
  name: string;
  account: string;
  connectionId: string;
}

/** All stores of the workspace. */
export function useStores() {
  return useQuery({
    queryKey: keys.stores,
    queryFn: async () => (await dataOf(api.GET('/stores'))).items,
  });
}

/** Creates a store, or changes the one with `id`. */
export function useSaveStore() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id?: string; body: StoreBody }) =>
      id
        ? dataOf(api.PUT('/stores/{id}', { params: { path: { id } }, body }))
        : dataOf(api.POST('/stores', { body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.stores }),
  });
}

/** Removes a store. */
export function useDeleteStore() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.DELETE('/stores/{id}', { params: { path: { id } } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.stores }),
  });
}

/** Tries the key of a store against what its flows need. */
export function useCheckStore() {
  return useMutation({
    mutationFn: (id: string) => dataOf(api.POST('/stores/{id}/check', { params: { path: { id } } })),
  });
}
