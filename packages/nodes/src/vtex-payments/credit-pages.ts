// Lists of customer credit: windows counted from 1, 20 entries when nobody says more.
import { isJsonObject, type Json } from '@eclusa/flow';
import type { Query } from '@eclusa/vtex';
import { listOf, type ReadPage } from '../vtex/vtex-list';

const most = 100;

/** Windows of 100, until one brings fewer. `filters` names the settings of the form that go into the query. */
export function creditPages(request: string, filters: readonly string[]): ReadPage {
  return async (at, { config, send }) => {
    const from = typeof at === 'number' ? at : 1;
    const chosen = filters.map((name) => [name, config[name] === '' ? undefined : config[name]]);
    const query = { ...Object.fromEntries(chosen), from, to: from + most - 1 } as Query;
    const answer = await send(request, { query });
    const items = listOf(isJsonObject(answer) ? answer['data'] : undefined, request);
    const isLast = items.length < most;
    return { items, next: isLast ? null : from + most, ...totalOf(answer) };
  };
}

function totalOf(answer: Json): { total?: number } {
  const summary = isJsonObject(answer) ? answer['summary'] : undefined;
  const count = isJsonObject(summary) ? summary['count'] : undefined;
  return typeof count === 'number' ? { total: count } : {};
}
