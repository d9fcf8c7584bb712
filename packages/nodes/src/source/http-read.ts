// Reads one list over HTTP, page by page, so that it can go on after any stored page. Keeps one page in memory.
import { createHash } from 'node:crypto';
import {
  compileExpression,
  isJsonObject,
  RemoteError,
  UserError,
  type Connection,
  type Json,
  type SourceContext,
  type SourcePage,
  type SourceRecord,
} from '@eclusa/flow';
import { callHttp } from '../connections/http-call';
import { httpRequest, named, type HttpRequest } from '../connections/http-request';
import { parseJson, readText } from '../net/body';
import { networkError, statusError } from '../net/remote-faults';
import { fillPlaces, fillTable } from './http-places';
import {
  firstPosition,
  nextPosition,
  pageRequest,
  totalOf,
  type PagingConfig,
  type Position,
} from './http-paging';

export interface HttpSourceConfig extends PagingConfig {
  method?: 'GET' | 'POST';
  path?: string;
  query?: Json;
  headers?: Json;
  body?: string;
  items?: string;
  timeoutSeconds?: number;
  maxMegabytes?: number;
  maxPages?: number;
}

/** `skip`: rows of the page at `position` that are stored already. `done`: nothing is left to read. */
type Cursor = { done: true } | { done: false; position: Position; skip: number };

interface Page {
  body: Json;
  items: Json[];
  headers: Headers;
  url: URL;
  /** Tells two pages apart without keeping them. */
  print: string;
}

const BROKEN_JSON_ATTEMPTS = 3;
type Context = SourceContext<HttpSourceConfig>;

/** The pages of the list from the context's cursor on. */
export async function* readHttp(context: Context): AsyncIterable<SourcePage> {
  const { config, pageSize } = context;
  const start = context.cursor as Cursor | null;
  if (start?.done) return;
  let position: Position | null = start ? start.position : firstPosition(config);
  let skip = start ? start.skip : 0;
  const load = await pageLoader(context);
  const noteProgress = loopGuard(config);

  while (position) {
    const page = await load(position);
    noteProgress(position, page);
    const answer = { body: page.body, items: page.items.length, headers: page.headers, url: page.url };
    const next: Position | null = nextPosition(config, position, answer);
    const total = totalOf(config, page.body);
    const records = page.items.map((item, at) => recordOf(item, at, position as Position));
    do {
      const end: number = skip + pageSize;
      const cursor: Cursor =
        end < records.length
          ? { done: false, position, skip: end }
          : next
            ? { done: false, position: next, skip: 0 }
            : { done: true };
      const some = records.slice(skip, end);
      if (some.length > 0) {
        yield { records: some, cursor: cursor as Json, ...(total !== undefined && { total }) };
      }
      skip = end;
    } while (skip < records.length);
    position = next;
    skip = 0;
  }
}

/** A function that gets one page, with retries, and finds the list in it. */
async function pageLoader(context: Context): Promise<(position: Position) => Promise<Page>> {
  const { config } = context;
  const connection = await context.connection('connection');
  const findItems = itemsFinder(config.items);
  const query = named(config.query);
  const headers = named(config.headers);

  return async (position) => {
    const { query: paging, places, address } = pageRequest(config, position);
    const values = { ...context.parameters, ...places };
    const request = httpRequest(connection, {
      method: config.method ?? 'GET',
      path: address ?? fillPlaces(config.path ?? '', values, encodeURIComponent),
      query: address ? [] : [...fillTable(query, values), ...paging],
      headers: fillTable(headers, values),
      ...(config.method === 'POST' && { body: fillPlaces(config.body ?? '', values, escapeJson) }),
    });
    let attempt = 0;
    const answer = await context.retry(() => call(context, connection, request, position, ++attempt));
    const items = answer.missing ? [] : await findItems(answer.body, position);
    return { ...answer, items, url: request.url };
  };
}

async function call(
  context: Context,
  connection: Connection,
  request: HttpRequest,
  position: Position,
  attempt: number,
) {
  const { config, signal } = context;
  const timeout = (config.timeoutSeconds ?? 60) * 1000;
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    const response = await callHttp(connection, request, context, within);
    const maxBytes = (config.maxMegabytes ?? 20) * 1e6;
    const text = await readText(response, { maxBytes, idleMs: timeout });
    const missing = response.status === 404 && config.stop === 'notFound' && position.pages > 0;
    if (!response.ok && !missing) throw statusError(response, text, request.shown, context.now());
    const { headers } = response;
    if (missing) return { body: null, headers, missing, print: '' };
    const body = jsonOf(text, position, request, attempt);
    return { body, headers, missing, print: createHash('sha1').update(text).digest('base64') };
  } catch (error) {
    throw networkError(error, request.shown, signal);
  }
}

/** Broken JSON may be an answer that was cut off, so it is tried again, but not as often as a silent server. */
function jsonOf(text: string, position: Position, request: HttpRequest, attempt: number): Json {
  const parsed = parseJson(text);
  if ('value' in parsed) return parsed.value;
  const { code, values } = parsed.fault;
  throw new RemoteError(code, {
    retryable: code === 'nodes.broken-json' && attempt < BROKEN_JSON_ATTEMPTS,
    values: { ...values, page: position.pages + 1 },
    request: request.shown,
  });
}

function itemsFinder(source: string | undefined): (body: Json, position: Position) => Promise<Json[]> {
  const expression = source?.trim() ? compileExpression(source) : undefined;
  return async (body, { pages }) => {
    const found = expression ? await expression.evaluate(body) : body;
    if (Array.isArray(found)) return found;
    if (isJsonObject(found)) return [found];
    // Many systems leave the list out when it is empty; on the first page it is more likely a wrong path.
    if (found === null || (found === undefined && pages > 0) || body === null) return [];
    const keys = isJsonObject(body) ? Object.keys(body).slice(0, 20).join(', ') : typeof body;
    throw new UserError('nodes.items-missing', { values: { path: source ?? '', keys } });
  };
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
      const parameter = name[config.paging as 'page'] ?? '';
      throw new UserError('nodes.same-page', { values: { page: position.pages + 1, parameter } });
    }
    print = page.print;
  };
}

function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
