// Connections: list, save, remove, test.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from './keys';
import { request } from './request';
import type { ConnectionBody, List, SavedConnection, TestResult } from './types';

/** All connections of the workspace. */
export function useConnections() {
  return useQuery({
    queryKey: keys.connections,
    queryFn: async () => (await request<List<SavedConnection>>('GET', '/connections')).items,
  });
}

/** Creates a connection, or changes the one with `id`. */
export function useSaveConnection() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id?: string; body: ConnectionBody }) =>
      id
        ? request<SavedConnection>('PUT', `/connections/${id}`, { body })
        : request<SavedConnection>('POST', '/connections', { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.connections }),
  });
}

/** Removes a connection. */
export function useDeleteConnection() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>('DELETE', `/connections/${id}`),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.connections }),
  });
}

/** Tries a connection: a saved one by `id`, with unsaved changes when `body` is given, or a new one. */
export function useTestConnection() {
  return useMutation({
    mutationFn: ({ id, body }: { id?: string; body?: ConnectionBody }) =>
      request<TestResult>('POST', id ? `/connections/${id}/test` : '/connections/test', { body }),
  });
}
