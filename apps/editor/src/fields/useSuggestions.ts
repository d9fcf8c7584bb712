// The list behind a field: asked for when it is opened, kept for some minutes, asked for anew on request.
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Suggest } from '@eclusa/flow';
import { useChoiceScope } from './choice-scope';

const KEPT_MS = 5 * 60_000;

export function useSuggestions(suggest: Suggest, isOpen: boolean) {
  const scope = useChoiceScope();
  const fresh = useRef(false);
  const missing = scope?.missing(suggest);
  const query = useQuery({
    queryKey: scope?.keyOf(suggest) ?? ['choices'],
    enabled: isOpen && scope !== undefined && !missing,
    staleTime: KEPT_MS,
    retry: false,
    queryFn: async () => {
      const isFresh = fresh.current;
      fresh.current = false;
      return scope!.ask(suggest, isFresh);
    },
  });
  const refresh = () => {
    fresh.current = true;
    void query.refetch();
  };
  return { missing, query, refresh };
}
