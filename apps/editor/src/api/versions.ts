// Published versions: the list, their documents, what people call them.
import { dataOf } from '@eclusa/client';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FlowDocument } from '@eclusa/flow';
import { api } from './client';
import { keys } from './keys';

/** The published versions, the newest first. */
export function useFlowVersions(id: string) {
  return useQuery({
    queryKey: keys.flowVersions(id),
    queryFn: async () => (await dataOf(api.GET('/flows/{id}/versions', { params: { path: { id } } }))).items,
  });
}

/** The document of one version. It never changes. */
export function versionQuery(id: string, number: number) {
  return queryOptions({
    queryKey: keys.flowVersion(id, number),
    staleTime: Infinity,
    queryFn: async () => {
      const path = { id, number };
      const answer = await dataOf(api.GET('/flows/{id}/versions/{number}', { params: { path } }));
      return answer.document as FlowDocument;
    },
  });
}

export interface VersionWords {
  name?: string | null;
  note?: string | null;
}

/** Names a version or changes its note. */
export function useDescribeVersion(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ number, ...body }: VersionWords & { number: number }) =>
      dataOf(
        api.PATCH('/flows/{id}/versions/{number}', { params: { path: { id, number } }, body: body as never }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.flowVersions(id), exact: true }),
  });
}
