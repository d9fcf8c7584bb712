// The node catalogue, loaded once: the editor knows no node but through it.
import { useQuery } from '@tanstack/react-query';
import type { Catalogue, ConnectionKindDescription } from '@eclusa/flow';
import { dataOf } from '@eclusa/client';
import { api } from './client';
import { keys } from './keys';
import type { CatalogueAnswer, ExpressionFunction } from './types';

export interface LoadedCatalogue {
  nodes: Catalogue;
  connectionKinds: ReadonlyMap<string, ConnectionKindDescription>;
  functions: readonly ExpressionFunction[];
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
    // The OpenAPI document keeps fields open; the catalogue is made by the flow language itself.
    queryFn: async () => loadedCatalogue((await dataOf(api.GET('/catalogue'))) as unknown as CatalogueAnswer),
  });
}
