// Schedules of a flow: list, save, remove, and what one would do before it is saved.
import { dataOf } from '@eclusa/client';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import { keys } from './keys';
import type { SaveSchedule } from './types';

/** The schedules of a flow, the oldest first. */
export function useSchedules(flowId: string) {
  return useQuery({
    queryKey: keys.schedules(flowId),
    queryFn: async () =>
      (await dataOf(api.GET('/flows/{id}/schedules', { params: { path: { id: flowId } } }))).items,
  });
}

/** Its sentence and its next ten times; what cannot be understood is the query's error. */
export function useSchedulePreview(cron: string, timezone: string) {
  return useQuery({
    queryKey: keys.schedulePreview(cron, timezone),
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => dataOf(api.POST('/schedules/preview', { body: { cron, timezone }, signal })),
  });
}

/** Makes a schedule, or changes the one with `id`. */
export function useSaveSchedule(flowId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id?: string; body: SaveSchedule }) =>
      id === undefined
        ? dataOf(api.POST('/flows/{id}/schedules', { params: { path: { id: flowId } }, body }))
        : dataOf(
            api.PUT('/flows/{id}/schedules/{scheduleId}', {
              params: { path: { id: flowId, scheduleId: id } },
              body,
            }),
          ),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.schedules(flowId) }),
  });
}

/** Removes a schedule; its runs stay. */
export function useDeleteSchedule(flowId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (scheduleId: string) =>
      api.DELETE('/flows/{id}/schedules/{scheduleId}', { params: { path: { id: flowId, scheduleId } } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.schedules(flowId) }),
  });
}
