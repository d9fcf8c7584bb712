// Values as a line of a story shows them. Pure.
import { isJsonObject, type Json } from '@eclusa/flow';

/** Members shown of a row, and characters of each. */
const members = 6;
const longest = 60;
const mostOfBody = 120;

/** The first members of a row: `codigo: A-1 · preco: 10`. */
export function briefly(value: Json): string {
  if (!isJsonObject(value)) return cut(text(value));
  const entries = Object.entries(value);
  const shown = entries.slice(0, members).map(([name, one]) => `${name}: ${cut(text(one))}`);
  return [...shown, ...(entries.length > members ? ['…'] : [])].join(' · ');
}

/** A request in a line: `PUT /pricing/prices/1 {"basePrice":10}`. */
export function requestLine({ method, url, body }: { method: string; url: string; body?: string }): string {
  const sent =
    body === undefined ? '' : ` ${body.length > mostOfBody ? `${body.slice(0, mostOfBody)}…` : body}`;
  return `${method} ${pathOf(url)}${sent}`;
}

/** The part of an address behind its host. */
export function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]+/, '') || '/';
}

/** JSON on several lines; a text that is JSON too, as far as it can be read. */
export function pretty(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value, null, 2);
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

function text(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function cut(value: string): string {
  return value.length > longest ? `${value.slice(0, longest)}…` : value;
}
