// Triggers of a flow: what starts it from outside, and how that stands.
import { dataOf } from '@eclusa/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';

/** Between two looks while the list is open. */
const paceMs = 3_000;

/** The triggers of the published version, kept up to date while somebody looks. */
export function useTriggers(flowId: string) {
  return useQuery({
    queryKey: keys.triggers(flowId),
    refetchInterval: paceMs,
    queryFn: async () =>
      (await dataOf(api.GET('/flows/{id}/triggers', { params: { path: { id: flowId } } }))).items,
  });
}

/** Gives a trigger a new address; the old one is unknown from then on. */
export function useRotateTrigger(flowId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (triggerId: string) =>
      dataOf(
        api.POST('/flows/{id}/triggers/{triggerId}/rotate', { params: { path: { id: flowId, triggerId } } }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.triggers(flowId) }),
  });
}
