// Connections: list, save, remove, test.
import { dataOf } from '@eclusa/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';
import type { SaveConnection } from './types';

/** All connections of the workspace. */
export function useConnections() {
  return useQuery({
    queryKey: keys.connections,
    queryFn: async () => (await dataOf(api.GET('/connections'))).items,
  });
}

/** Creates a connection, or changes the one with `id`. Secrets left out stay as they are. */
export function useSaveConnection() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id?: string; body: SaveConnection }) =>
      id
        ? dataOf(api.PUT('/connections/{id}', { params: { path: { id } }, body }))
        : dataOf(api.POST('/connections', { body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.connections }),
  });
}

/** Removes a connection. */
export function useDeleteConnection() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.DELETE('/connections/{id}', { params: { path: { id } } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.connections }),
  });
}

/** Tries a saved connection by its id, or one that is not saved by its whole body. */
export function useTestConnection() {
  return useMutation({
    mutationFn: (which: { id: string } | { body: SaveConnection }) => {
      if ('id' in which) {
        return dataOf(api.POST('/connections/{id}/test', { params: { path: { id: which.id } } }));
      }
      const { name: _unused, ...body } = which.body;
      return dataOf(api.POST('/connections/test', { body }));
    },
  });
}
