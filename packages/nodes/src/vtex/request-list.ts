// VTEX's reference as the list of the box that sends any request. What leads nowhere is not offered.
import type { ListedRequest } from '@eclusa/flow';
import { deadRoute, readOperations } from '@eclusa/vtex';

/** Every request that is alive. An empty `query` or `body` is left out: the list is part of the catalogue. */
export function listedRequests(): ListedRequest[] {
  return readOperations()
    .filter(({ method, path }) => deadRoute(method, path) === undefined)
    .map(({ method, path, query, body, isList, effect, surface }) => ({
      request: `${method} ${path}`,
      ...(query.length > 0 && { query }),
      ...(body && { body }),
      ...(isList && { isList: true as const }),
      sets: { surface: surface ?? 'auto', ...(method === 'POST' && { repeatable: effect === 'read' }) },
    }));
}
