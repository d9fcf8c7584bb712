// Lists of Logistics that come by pages. VTEX says how many pages there are; how long one may be is said nowhere, so a
// short page does not mean the end.
import type { Json } from '@eclusa/flow';
import type { Query } from '@eclusa/vtex';
import { asObject } from '../vtex/remote';
import { listOf, type ReadPage } from '../vtex/vtex-list';

/** Pages of `request`, whose length is asked for under the name `size`. */
export function toldPages(
  request: string,
  size: string,
  query: (config: Readonly<Record<string, Json>>) => Query = () => ({}),
): ReadPage {
  return async (at, { send, config }) => {
    const page = typeof at === 'number' ? at : 1;
    const answer = asObject(await send(request, { query: { ...query(config), page, [size]: 100 } }));
    const items = listOf(answer?.['items'], request);
    const { pages, total } = asObject(answer?.['paging']) ?? {};
    const isLast = items.length === 0 || (typeof pages === 'number' && page >= pages);
    return { items, next: isLast ? null : page + 1, ...(typeof total === 'number' && { total }) };
  };
}
