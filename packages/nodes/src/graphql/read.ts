// Reads a connection of a GraphQL server page by page by its cursors, or a plain list at once.
import {
  isJsonObject,
  UserError,
  type Json,
  type JsonObject,
  type SourceContext,
  type SourcePage,
} from '@eclusa/flow';
import { parseJson } from '../net/body';
import { fillPlaces } from '../source/http-places';
import { valueAt } from '../source/http-paging';
import { LastValue, type LastConfig, type LastState } from '../source/last-value';
import { askGraphql } from './ask';

export interface GraphqlSourceConfig extends LastConfig, Record<string, Json | undefined> {
  path?: string;
  query?: string;
  variables?: string;
  items?: string;
  afterName?: string;
  firstName?: string;
  size?: number;
  timeoutSeconds?: number;
  maxMegabytes?: number;
  maxPages?: number;
}

type Context = SourceContext<GraphqlSourceConfig>;

/** `stored`: rows of the page after `after` that are stored. `read`: rows before it. */
interface Position {
  after: string | null;
  stored: number;
  read: number;
  pages: number;
}
type Cursor = { last?: LastState } & ({ done: true } | ({ done: false } & Position));

/** The pages of the connection from the context's cursor on. */
export async function* readGraphql(context: Context): AsyncIterable<SourcePage> {
  const { config, pageSize } = context;
  const start = context.cursor as Cursor | null;
  const last = await LastValue.open(context, start?.last);
  const seen = new Set<string>();
  let position: Position | null = start?.done
    ? null
    : (start ?? { after: null, stored: 0, read: 0, pages: 0 });
  const connection = await context.connection('connection');
  while (position) {
    const here: Position = position;
    check(here, config.maxPages ?? 10_000, seen);
    const call = {
      path: config.path ?? '',
      query: config.query ?? '',
      variables: variablesOf(context, here, last.since),
    };
    const tools = { ...toolsOf(context) };
    const data = await context.retry(() => askGraphql(connection, call, tools, context.signal));
    const { rows, next, total } = connectionOf(data, config.items ?? '', here);
    position = next;
    for (let from = here.stored; from < rows.length; from += pageSize) {
      const end = from + pageSize;
      const records = rows
        .slice(from, end)
        .filter((row) => last.isNew(row))
        .map((value) => ({ value }));
      const at = end < rows.length ? { ...here, stored: end } : next;
      const own = config.lastField?.trim() ? { last: last.state } : {};
      const cursor = { ...(at ? { done: false, ...at } : { done: true }), ...own };
      if (records.length > 0)
        yield { records, cursor: cursor as Json, ...(total !== undefined && { total }) };
    }
  }
  await last.remember();
}

function toolsOf(context: Context) {
  const { fetch, limiter, config } = context;
  const { timeoutSeconds = 60, maxMegabytes = 20 } = config;
  return { fetch, limiter, now: () => context.now(), timeoutSeconds, maxMegabytes };
}

function check({ after, pages }: Position, limit: number, seen: Set<string>): void {
  if (pages >= limit) throw new UserError('nodes.too-many-pages', { values: { limit } });
  if (after === null) return;
  if (seen.has(after))
    throw new UserError('nodes.paging-loop', { values: { cursor: after, page: pages + 1 } });
  seen.add(after);
}

function variablesOf(context: Context, { after }: Position, since: string | undefined): JsonObject {
  const { config, parameters } = context;
  const escape = (text: string) => JSON.stringify(text).slice(1, -1);
  // In a first run there is no last value: what asks for later ones is null, as GraphQL leaves things out.
  const given = (config.variables ?? '').replaceAll('"{last}"', since === undefined ? 'null' : '"{last}"');
  const text = fillPlaces(given, { ...parameters, last: since ?? '' }, escape);
  const parsed = parseJson(text);
  const value = 'value' in parsed ? (parsed.value ?? {}) : undefined;
  if (!isJsonObject(value)) throw new UserError('nodes.graphql-variables');
  const [first, cursor] = [config.firstName?.trim(), config.afterName?.trim()];
  return {
    ...value,
    ...(first && { [first]: config.size ?? 100 }),
    ...(cursor && { [cursor]: after }),
  };
}

interface Found {
  rows: JsonObject[];
  next: Position | null;
  total: number | undefined;
}

/** Edges with nodes, nodes alone, a plain list or one thing: what GraphQL servers answer. */
function connectionOf(data: JsonObject, path: string, position: Position): Found {
  const found = path.trim() === '' ? data : valueAt(data, path);
  if (found === undefined) {
    const keys = Object.keys(data).slice(0, 20).join(', ');
    throw new UserError('nodes.items-missing', { values: { path, keys } });
  }
  const object = isJsonObject(found) ? found : {};
  const edges = object['edges'];
  const list = Array.isArray(edges)
    ? edges.map((edge) => (isJsonObject(edge) ? (edge['node'] ?? null) : null))
    : Array.isArray(object['nodes'])
      ? object['nodes']
      : [found].flat();
  const rows = list.filter(isJsonObject);
  const info = isJsonObject(object['pageInfo']) ? object['pageInfo'] : {};
  const total = object['totalCount'];
  return {
    rows,
    total: typeof total === 'number' ? total : undefined,
    next: nextOf(info, path, { ...position, read: position.read + rows.length }),
  };
}

function nextOf(info: JsonObject, path: string, { read, pages }: Position): Position | null {
  if (info['hasNextPage'] !== true) return null;
  const after = info['endCursor'];
  if (typeof after !== 'string' || after === '') {
    throw new UserError('nodes.graphql-page-info', { values: { path } });
  }
  return { after, stored: 0, read, pages: pages + 1 };
}
