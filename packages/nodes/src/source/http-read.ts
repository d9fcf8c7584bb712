// Reads one list over HTTP, page by page or as it comes, so that it can go on after any stored page.
import {
  isJsonObject,
  UserError,
  type Connection,
  type Json,
  type SourceContext,
  type SourcePage,
  type SourceRecord,
} from '@eclusa/flow';
import { pageLoader, type Page } from './http-page';
import { firstPosition, nextPosition, totalOf, type PagingConfig, type Position } from './http-paging';
import { readStream } from './http-stream';
import { LastValue, type LastConfig, type LastState } from './last-value';
import { plainValues, type ValueRules } from './plain-values';

export interface HttpSourceConfig extends PagingConfig, LastConfig, ValueRules {
  method?: 'GET' | 'POST';
  path?: string;
  query?: Json;
  headers?: Json;
  body?: string;
  items?: string;
  /** As a whole in memory; the entries of one long list, or one object a line, as they come. */
  shape?: 'whole' | 'list' | 'lines';
  /** An expression that is true of an answer that tells an error. */
  failure?: string;
  timeoutSeconds?: number;
  maxMegabytes?: number;
  maxPages?: number;
}

/** `skip`: rows of the page at `position` that are stored already. `done`: nothing is left to read. */
type Cursor = { last?: LastState } & (
  { done: true } | { done: false; position: Position; skip: number } | { done: false; stream: Json }
);

type Context = SourceContext<HttpSourceConfig>;

/** The pages of the list from the context's cursor on. */
export async function* readHttp(context: Context): AsyncIterable<SourcePage> {
  const start = context.cursor as Cursor | null;
  const last = await LastValue.open(context, start?.last);
  const clean = plainValues(context.config);
  if (!start?.done) {
    const connection = await context.connection('connection');
    const isWhole = (context.config.shape ?? 'whole') === 'whole';
    const pages = isWhole
      ? readPages(context, connection, last.since, start)
      : readStream(context, connection, last.since, start && 'stream' in start ? start.stream : null);
    for await (const { records, cursor, total } of pages) {
      const kept = records
        .map((record) => ('value' in record && clean ? { value: clean(record.value) } : record))
        .filter((record) => !('value' in record) || last.isNew(record.value));
      const own = context.config.lastField?.trim() ? { last: last.state } : {};
      const next = { ...(cursor as Cursor), ...own } as Json;
      if (kept.length > 0) yield { records: kept, cursor: next, ...(total !== undefined && { total }) };
    }
  }
  await last.remember();
}

async function* readPages(
  context: Context,
  connection: Connection,
  since: string | undefined,
  start: Cursor | null,
): AsyncIterable<SourcePage> {
  const { config, pageSize } = context;
  const begun = start && 'position' in start ? start : null;
  let position: Position | null = begun ? begun.position : firstPosition(config);
  let skip = begun ? begun.skip : 0;
  const load = pageLoader(context, connection, since);
  const noteProgress = loopGuard(config);

  while (position) {
    const page = await load(position);
    noteProgress(position, page);
    const after = following(config, position, page);
    const next = 'next' in after ? after.next : null;
    const total = totalOf(config, page.body);
    const records = page.items.map((item, at) => recordOf(item, at, position as Position));
    do {
      const end: number = skip + pageSize;
      const isWithin = end < records.length || 'fault' in after;
      const cursor: Cursor = isWithin
        ? { done: false, position, skip: Math.min(end, records.length) }
        : next
          ? { done: false, position: next, skip: 0 }
          : { done: true };
      const some = records.slice(skip, end);
      if (some.length > 0) {
        yield { records: some, cursor: cursor as Json, ...(total !== undefined && { total }) };
      }
      skip = end;
    } while (skip < records.length);
    if ('fault' in after) throw after.fault;
    position = next;
    skip = 0;
  }
}

/** Where the list goes on. A fault in that is told after the rows of the page, which are good. */
function following(
  config: HttpSourceConfig,
  position: Position,
  { body, items, headers, url }: Page,
): { next: Position | null } | { fault: UserError } {
  try {
    return { next: nextPosition(config, position, { body, items: items.length, headers, url }) };
  } catch (error) {
    if (error instanceof UserError) return { fault: error };
    throw error;
  }
}

function recordOf(item: Json, at: number, { pages, read }: Position): SourceRecord {
  if (isJsonObject(item)) return { value: item };
  const type = item === null ? 'null' : Array.isArray(item) ? 'list' : typeof item;
  const values = { type, page: pages + 1, row: read + at + 1 };
  return { raw: item, error: new UserError('nodes.item-not-object', { values }) };
}

/** Ends a list that never ends: too many pages, a cursor seen before, or a server that ignores the page asked for. */
function loopGuard(config: HttpSourceConfig): (position: Position, page: Page) => void {
  const limit = config.maxPages ?? 10_000;
  const seen = new Set<string | number>();
  let print = '';
  return (position, page) => {
    if (position.pages >= limit) throw new UserError('nodes.too-many-pages', { values: { limit } });
    if (position.at !== null && seen.has(position.at)) {
      throw new UserError('nodes.paging-loop', { values: { cursor: position.at, page: position.pages + 1 } });
    }
    if (position.at !== null) seen.add(position.at);
    if (page.items.length > 0 && page.print === print) {
      const name = { page: config.pageParam, offset: config.offsetParam, cursor: config.cursorParam };
      const parameter = name[config.paging as 'page'] ?? config.nextPath ?? '';
      throw new UserError('nodes.same-page', { values: { page: position.pages + 1, parameter } });
    }
    print = page.print;
  };
}
