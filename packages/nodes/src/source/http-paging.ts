// How a list is read page by page: what to ask for, and whether and where it goes on. Knows no network.
import LinkHeader from 'http-link-header';
import { UserError, isJsonObject, type Json, type JsonObject } from '@eclusa/flow';
import type { NameValue } from '../connections/http-request';

export type PagingKind = 'none' | 'page' | 'offset' | 'cursor' | 'link' | 'next';

export interface PagingConfig {
  paging?: PagingKind;
  pageParam?: string;
  firstPage?: number;
  offsetParam?: string;
  sizeParam?: string;
  size?: number;
  cursorParam?: string;
  /** Dotted path in the answer to what the next request must carry. */
  nextPath?: string;
  stop?: 'empty' | 'short' | 'last' | 'notFound';
  totalPath?: string;
  pagesPath?: string;
}

/** Which page of the other side is meant. Plain JSON: it is stored as the cursor of a run. */
export interface Position extends JsonObject {
  /** Page number, rows before it, or what the last answer gave; null for a first page that needs nothing. */
  at: string | number | null;
  /** Rows read before this page. */
  read: number;
  /** Pages read before this one. */
  pages: number;
}

/** What paging needs to know of an answer. */
export interface Answer {
  body: Json;
  items: number;
  headers: Headers;
  url: URL;
}

/** Where reading starts. */
export function firstPosition({ paging = 'none', firstPage = 1 }: PagingConfig): Position {
  const at = paging === 'page' ? firstPage : paging === 'offset' ? 0 : null;
  return { at, read: 0, pages: 0 };
}

/** The query parameters that ask for this page, and values for `{page}` and the like elsewhere in the request. */
export function pageRequest(
  config: PagingConfig,
  { at }: Position,
): { query: NameValue[]; places: Record<string, string>; address?: string } {
  const { paging = 'none', size } = config;
  const whole = typeof at === 'string' && /^https?:\/\//i.test(at);
  const value = at === null || whole ? '' : String(at);
  const places = { page: value, offset: value, cursor: value, size: String(size ?? '') };
  if (whole) return { query: [], places, address: at };
  const query: NameValue[] = [];
  const add = (name: string | undefined, text: string) => {
    if (name && text !== '') query.push({ name, value: text });
  };
  if (paging === 'page') add(config.pageParam, value);
  if (paging === 'offset') add(config.offsetParam, value);
  if (paging === 'cursor') add(config.cursorParam, value);
  if (paging !== 'none' && size) add(config.sizeParam, String(size));
  return { query, places };
}

/** The position after this page, or null when it was the last. Throws UserError when the next address is foreign. */
export function nextPosition(config: PagingConfig, position: Position, answer: Answer): Position | null {
  const at = nextAt(config, position, answer);
  if (at === null) return null;
  return { at, read: position.read + answer.items, pages: position.pages + 1 };
}

/** Rows in all, when the answer tells. */
export function totalOf({ totalPath }: PagingConfig, body: Json): number | undefined {
  return numberAt(body, totalPath);
}

/** The value at a dotted path such as `meta.next`; undefined when any step is missing. Names may hold dots: `odata.nextLink`. */
export function valueAt(body: Json, path: string | undefined): Json | undefined {
  const trimmed = path?.trim();
  if (!trimmed) return undefined;
  if (Array.isArray(body)) {
    const [index = '', ...rest] = trimmed.split('.');
    const entry = body[Number(index)];
    return rest.length === 0 || entry === undefined ? entry : valueAt(entry, rest.join('.'));
  }
  if (!isJsonObject(body)) return undefined;
  if (Object.hasOwn(body, trimmed)) return body[trimmed];
  for (let at = trimmed.indexOf('.'); at > 0; at = trimmed.indexOf('.', at + 1)) {
    const name = trimmed.slice(0, at);
    const found = Object.hasOwn(body, name) ? valueAt(body[name] ?? null, trimmed.slice(at + 1)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function nextAt(config: PagingConfig, position: Position, answer: Answer): string | number | null {
  switch (config.paging) {
    case 'page':
      return isLast(config, position, answer) ? null : Number(position.at) + 1;
    case 'offset':
      return isLast(config, position, answer) ? null : Number(position.at) + answer.items;
    case 'cursor':
      return forward(position.at, nextCursor(valueAt(answer.body, config.nextPath), answer));
    case 'next':
      return nextAddress(valueAt(answer.body, config.nextPath), answer);
    case 'link':
      return nextLink(answer);
    default:
      return null;
  }
}

function isLast(config: PagingConfig, position: Position, { body, items }: Answer): boolean {
  if (items === 0) return true;
  if (config.stop === 'short') return items < (config.size ?? 1);
  if (config.stop !== 'last') return false;
  const pages = numberAt(body, config.pagesPath);
  if (pages !== undefined) return position.pages + 1 >= pages;
  const total = numberAt(body, config.totalPath);
  if (total !== undefined) return position.read + items >= total;
  const path = config.pagesPath ?? config.totalPath ?? '';
  throw new UserError('nodes.paging-total-missing', { values: { path } });
}

function nextCursor(value: Json | undefined, answer: Answer): string | number | null {
  if (value === undefined || value === null || value === '' || value === false) return null;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') throw new UserError('nodes.paging-cursor-type', { values: { value } });
  return /^https?:\/\//i.test(value) ? sameOrigin(value, answer.url) : value;
}

/** A cursor that counts must count on: one that goes back would give rows once more, and never end. */
function forward(before: Position['at'], next: Position['at']): Position['at'] {
  const isNumber = (value: Position['at']) => value !== null && /^\d{1,15}$/.test(String(value));
  if (isNumber(before) && isNumber(next) && Number(next) < Number(before)) {
    throw new UserError('nodes.paging-backwards', { values: { cursor: next, before } });
  }
  return next;
}

/** Where to go on, as a whole address: systems may give one that is relative to that of the answer. */
function nextAddress(value: Json | undefined, answer: Answer): string | null {
  if (value === undefined || value === null || value === '' || value === false) return null;
  if (typeof value !== 'string') throw new UserError('nodes.paging-cursor-type', { values: { value } });
  return sameOrigin(value, answer.url);
}

function nextLink({ headers, url }: Answer): string | null {
  const header = headers.get('link');
  if (!header) return null;
  const [next] = LinkHeader.parse(header).rel('next');
  return next ? sameOrigin(next.uri, url) : null;
}

/** Credentials go with the request, so an answer may not send it to another system. */
function sameOrigin(address: string, from: URL): string {
  const url = URL.canParse(address, from.href) ? new URL(address, from) : undefined;
  if (url?.origin !== from.origin) {
    throw new UserError('nodes.next-leaves-connection', { values: { address, origin: from.origin } });
  }
  return url.href;
}

function numberAt(body: Json, path: string | undefined): number | undefined {
  const value = valueAt(body, path);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
