// Programs that are told of events: list, make, change, try out, and the log of what they were told. Admins only.
import { dataOf } from '@eclusa/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';
import type { SaveCallback } from './types';

/** Between two looks at the log while somebody reads it. */
const paceMs = 3_000;

/** The callbacks of the workspace, the newest first; and whether runs may bring addresses of their own. */
export function useCallbacks() {
  return useQuery({ queryKey: keys.callbacks, queryFn: () => dataOf(api.GET('/callbacks')) });
}

/** The newest 100 calls, of one callback or of all. */
export function useDeliveries(callbackId: string | null) {
  return useQuery({
    queryKey: keys.deliveries(callbackId),
    refetchInterval: paceMs,
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/callbacks/deliveries', { params: { query: callbackId ? { callbackId } : {} } }),
        )
      ).items,
  });
}

/** Makes a callback. Its answer is the only one that holds the secret. */
export function useCreateCallback() {
  return useChange((body: SaveCallback) => dataOf(api.POST('/callbacks', { body })));
}

export function useUpdateCallback() {
  return useChange(({ id, body }: { id: string; body: SaveCallback }) =>
    dataOf(api.PUT('/callbacks/{id}', { params: { path: { id } }, body })),
  );
}

/** A new secret from the next call on; the old one is good no more. */
export function useRotateCallback() {
  return useChange((id: string) => dataOf(api.POST('/callbacks/{id}/rotate', { params: { path: { id } } })));
}

/** The secret for addresses that come with the start of a run. */
export function useMakeRunSecret() {
  return useChange(() => dataOf(api.POST('/callbacks/run-secret')));
}

/** Removes a callback with its log. */
export function useDeleteCallback() {
  return useChange((id: string) => api.DELETE('/callbacks/{id}', { params: { path: { id } } }));
}

/** Calls it once with an event that tells of nothing. */
export function useTestCallback() {
  return useChange((id: string) => dataOf(api.POST('/callbacks/{id}/test', { params: { path: { id } } })));
}

/** Makes a call again, under the same id. */
export function useResendDelivery() {
  return useChange((id: string) =>
    dataOf(api.POST('/callbacks/deliveries/{id}/resend', { params: { path: { id } } })),
  );
}

function useChange<Wish, Made>(change: (wish: Wish) => Promise<Made>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.callbacks }),
  });
}
