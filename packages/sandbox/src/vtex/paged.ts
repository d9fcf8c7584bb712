// Pages by number, as the lists of Logistics show them: pages count from 1, and what is too large is taken as the largest.
import { pathId } from '../http/fields';
import type { Call } from '../http/wire';

/** `{items, paging}` for `?page=` and the parameter that holds the size; 15 items when it is left out, 50 at most. */
export function pageOf<Item>(all: readonly Item[], call: Call, size: string): object {
  const number = (name: string): number => pathId(call.query.get(name) ?? undefined);
  const perPage = Math.min(number(size) || 15, 50);
  const page = number('page') || 1;
  return {
    items: all.slice((page - 1) * perPage, page * perPage),
    paging: { page, perPage, total: all.length, pages: Math.ceil(all.length / perPage) },
  };
}
