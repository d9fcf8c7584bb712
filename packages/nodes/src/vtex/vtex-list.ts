// Declares a source that lists things of a VTEX store, as data: request, filters, how its pages are asked for.
// Goes on after any page that was stored. Keeps one answer in memory.
import {
  defineNode,
  isJsonObject,
  UserError,
  type Fields,
  type Json,
  type NodeArea,
  type NodeContext,
  type NodeExample,
  type NodeType,
  type SourceContext,
  type SourcePage,
  type SourceRecord,
  type Text,
} from '@eclusa/flow';
import type { Query } from '@eclusa/vtex';
import { rethrow } from './remote';
import { openStore, type Store } from './store';
import { connectionField } from './vtex-action';

type Config = Record<string, Json>;

/** One answer of VTEX, and where the next is found. */
export interface ListPage {
  items: Json[];
  /** What `read` gets for the next page; null after the last. */
  next: Json;
  /** Items in all, when VTEX tells. */
  total?: number;
}

/** Asks for one page: `at` is null for the first. `send` answers the body of a request. */
export type ReadPage = (at: Json, tools: ListTools) => Promise<ListPage>;

export interface ListTools {
  config: Config;
  context: SourceContext;
  send(request: string, options?: { params?: Record<string, string | number>; query?: Query }): Promise<Json>;
  /** As `send`, with the answer's headers. */
  ask: Store['ask'];
}

export interface VtexList {
  id: string;
  version: number;
  name: Text;
  help: Text;
  keywords: readonly string[];
  area: NodeArea;
  request: string;
  also?: readonly string[];
  /** Filters and other settings of the form. */
  fields?: Fields;
  read: ReadPage;
  example: NodeExample;
}

/** `skip`: rows of the answer at `at` that are stored already. */
type Cursor = { at: Json; skip: number } | { done: true };

/** A source of the group VTEX. An item that is no object becomes `{ value: item }`. */
export function vtexList(list: VtexList): NodeType {
  return defineNode<Config>({
    id: list.id,
    version: list.version,
    name: list.name,
    help: list.help,
    keywords: ['vtex', ...list.keywords],
    group: 'vtex',
    area: list.area,
    requests: [list.request, ...(list.also ?? [])],
    fields: { connection: connectionField, ...list.fields },
    behaviour: { kind: 'source', read: (context) => pagesOf(list, context) },
    example: list.example,
  });
}

async function* pagesOf(list: VtexList, context: SourceContext<Config>): AsyncIterable<SourcePage> {
  const start = context.cursor as Cursor | null;
  if (start && 'done' in start) return;
  const open = await openStore(context as NodeContext).catch(rethrow);
  const store = open(context.signal);
  const tools: ListTools = { config: context.config, context, send: store.send, ask: store.ask };
  let { at, skip } = start ?? { at: null, skip: 0 };
  for (;;) {
    const { items, next, total } = await list.read(at, tools);
    if (next !== null && JSON.stringify(next) === JSON.stringify(at)) {
      throw new UserError('vtex.list-stuck', { values: { request: list.request } });
    }
    do {
      const end: number = skip + context.pageSize;
      const cursor: Cursor =
        end < items.length ? { at, skip: end } : next === null ? { done: true } : { at: next, skip: 0 };
      const records = items.slice(skip, end).map(recordOf);
      if (records.length > 0) yield { records, cursor, ...(total !== undefined && { total }) };
      skip = end;
    } while (skip < items.length);
    if (next === null) return;
    at = next;
    skip = 0;
  }
}

function recordOf(item: Json): SourceRecord {
  return { value: isJsonObject(item) ? item : { value: item } };
}

/** The whole list in one answer; `find` says where in it. */
export function wholeList(
  request: string,
  find: (answer: Json) => Json | undefined = (all) => all,
): ReadPage {
  return async (_at, { send }) => ({ items: listOf(find(await send(request)), request), next: null });
}

export interface Numbered {
  request: string;
  /** Names of the parameters for number and size, as this route spells them. */
  page: string;
  size: string;
  /** Items a page; VTEX's greatest for the route. */
  most: number;
  /** Pages VTEX answers at most; reading stops there with `vtex.list-too-long`. */
  lastPage?: number;
  query?(config: Config): Query;
  find?(answer: Json): Json | undefined;
  total?(answer: Json): number | undefined;
}

/** Pages by number from 1 on, until one brings fewer items than were asked for. */
export function numberedPages(route: Numbered): ReadPage {
  const { request, most, find = (all) => all } = route;
  return async (at, { send, config }) => {
    const page = typeof at === 'number' ? at : 1;
    const answer = await send(request, {
      query: { ...route.query?.(config), [route.page]: page, [route.size]: most },
    });
    const items = listOf(find(answer), request);
    const total = route.total?.(answer);
    const isLast = items.length < most || total === page * most;
    if (!isLast && page === route.lastPage) {
      throw new UserError('vtex.list-too-long', { values: { request, most: page * most } });
    }
    return { items, next: isLast ? null : page + 1, ...(total !== undefined && { total }) };
  };
}

/** The items of an answer; throws UserError when it holds no list. */
export function listOf(found: Json | undefined, request: string): Json[] {
  if (found === null || found === undefined) return [];
  if (!Array.isArray(found)) throw new UserError('vtex.answer-without-list', { values: { request } });
  return found;
}
