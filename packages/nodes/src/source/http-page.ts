// One page of a list over HTTP: asked for with retries, its JSON read, the list found in it, an error within it noticed.
import { createHash } from 'node:crypto';
import {
  compileExpression,
  isJsonObject,
  RemoteError,
  UserError,
  type Connection,
  type Json,
  type SourceContext,
} from '@eclusa/flow';
import { callHttp } from '../connections/http-call';
import { httpRequest, named, type HttpRequest, type NameValue } from '../connections/http-request';
import { parseJson, readText } from '../net/body';
import { networkError, statusError } from '../net/remote-faults';
import { failureJudge } from './answer-failure';
import type { HttpSourceConfig } from './http-read';
import { fillPlaces, fillTable } from './http-places';
import { pageRequest, type Position } from './http-paging';

export interface Page {
  body: Json;
  items: Json[];
  headers: Headers;
  url: URL;
  /** Tells two pages apart without keeping them. */
  print: string;
}

const BROKEN_JSON_ATTEMPTS = 3;
type Context = SourceContext<HttpSourceConfig>;

/** A function that gets one page and finds the list in it. `since`: what `{last}` stands for. */
export function pageLoader(
  context: Context,
  connection: Connection,
  since: string | undefined,
): (position: Position) => Promise<Page> {
  const { config } = context;
  const findItems = itemsFinder(config.items);
  const judge = failureJudge(config.failure, context.parameters);
  return async (position) => {
    const request = requestFor(context, connection, since, position);
    let attempt = 0;
    const answer = await context.retry(() => call(context, connection, request, position, ++attempt));
    if (!answer.missing) await judge?.(answer.body, request.shown);
    const items = answer.missing ? [] : await findItems(answer.body, position);
    const print = createHash('sha1').update(JSON.stringify(items)).digest('base64');
    return { ...answer, items, print, url: request.url };
  };
}

/** The request for a page; null for an answer that has no pages. */
export function requestFor(
  context: Context,
  connection: Connection,
  since: string | undefined,
  position: Position | null,
  more: readonly NameValue[] = [],
): HttpRequest {
  const { config } = context;
  const none = { query: [], places: {}, address: undefined };
  const { query: paging, places, address } = position ? pageRequest(config, position) : none;
  const values = { ...context.parameters, ...places, ...(since !== undefined && { last: since }) };
  // In a first run there is no last value, so what asks for later ones is left out.
  const query = named(config.query).filter(({ value }) => since !== undefined || !value.includes('{last}'));
  return httpRequest(connection, {
    method: config.method ?? 'GET',
    path: address ?? fillPlaces(config.path ?? '', values, encodeURIComponent),
    query: address ? [] : [...fillTable(query, values), ...paging],
    headers: [...fillTable(named(config.headers), values), ...more],
    ...(config.method === 'POST' && {
      body: fillPlaces(config.body ?? '', { last: '', ...values }, escapeJson),
    }),
  });
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
    return { body: missing ? null : jsonOf(text, position, request, attempt), headers, missing };
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

function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
