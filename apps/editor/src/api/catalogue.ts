// The node catalogue, loaded once: the editor knows no node but through it.
import { useQuery } from '@tanstack/react-query';
import type { Catalogue, ConnectionKindDescription } from '@eclusa/flow';
import { keys } from './keys';
import { request } from './request';
import type { CatalogueAnswer, FunctionDescription } from './types';

export interface LoadedCatalogue {
  nodes: Catalogue;
  connectionKinds: ReadonlyMap<string, ConnectionKindDescription>;
  functions: readonly FunctionDescription[];
}

/** Turns the API's lists into maps by id. */
export function loadedCatalogue(answer: CatalogueAnswer): LoadedCatalogue {
  return {
    nodes: new Map(answer.nodes.map((node) => [node.id, node])),
    connectionKinds: new Map(answer.connectionKinds.map((kind) => [kind.id, kind])),
    functions: answer.functions,
  };
}

/** Nodes, connection kinds and expression functions. Does not change while the page lives. */
export function useCatalogue() {
  return useQuery({
    queryKey: keys.catalogue,
    staleTime: Infinity,
    queryFn: async () => loadedCatalogue(await request<CatalogueAnswer>('GET', '/catalogue')),
  });
}
