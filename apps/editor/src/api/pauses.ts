// Pausing and resuming flows and stores.
import { dataOf } from '@eclusa/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';

/** What can be paused. */
export type Pausable = 'flow' | 'store';

export interface PauseWish {
  what: Pausable;
  id: string;
  /** True pauses, false resumes. */
  on: boolean;
}

/** Pauses or resumes; everything that shows it is read anew. */
export function usePause() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ what, id, on }: PauseWish) => {
      const where = { params: { path: { id } } };
      if (what === 'flow') {
        return dataOf(on ? api.POST('/flows/{id}/pause', where) : api.POST('/flows/{id}/resume', where));
      }
      return dataOf(on ? api.POST('/stores/{id}/pause', where) : api.POST('/stores/{id}/resume', where));
    },
    // Not the open flow itself: its draft is the editor's own.
    onSuccess: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.flows, exact: true }),
        cache.invalidateQueries({ queryKey: keys.stores }),
        cache.invalidateQueries({ queryKey: keys.runs }),
      ]),
  });
}
