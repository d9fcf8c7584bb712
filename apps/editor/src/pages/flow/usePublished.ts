// Whether the draft says the same as the published version. Moving a box is no change of logic.
import { dataOf } from '@eclusa/client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FlowDocument } from '@eclusa/flow';
import { api } from '../../api/client';
import { keys } from '../../api/keys';
import { useCalmDocument, useFlowStores, useSaving } from '../../store/flow-stores';

/** A text that is equal for documents that run alike. */
export function logicOf(document: FlowDocument): string {
  const { layout: _places, ...logic } = document;
  return JSON.stringify(sorted(logic));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** The newest version's number, and whether the draft equals it; false until that is known. */
export function usePublished(): { version: number | null; current: boolean } {
  const { flowId } = useFlowStores();
  const version = useSaving((state) => state.publishedVersion);
  const document = useCalmDocument();
  const published = useQuery({
    queryKey: [...keys.flowVersions(flowId), version],
    enabled: version !== null,
    staleTime: Infinity,
    queryFn: async () => {
      const path = { id: flowId, number: version! };
      const answer = await dataOf(api.GET('/flows/{id}/versions/{number}', { params: { path } }));
      return logicOf(answer.document as FlowDocument);
    },
  }).data;
  const current = useMemo(
    () => published !== undefined && published === logicOf(document),
    [published, document],
  );
  return { version, current };
}
