// What a request and an answer look like to a handler, and the short ways to write an answer. Knows no VTEX rule.
import type { IncomingHttpHeaders } from 'node:http';

/** One request, already matched and parsed. */
export interface Call {
  method: string;
  /** Path without the account segment, as it came. */
  path: string;
  /** Decoded `{name}` segments of the pattern. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** Parsed JSON; undefined when the request had no body. */
  body: unknown;
}

/** One answer. `body` is written as JSON, `text` as it is; with neither, the body is empty. */
export interface Reply {
  status: number;
  body?: unknown;
  text?: string;
  type?: string;
  headers?: Record<string, string>;
}

export type Handler = (call: Call) => Reply | Promise<Reply>;

/** `request` is a method and a pattern: `GET /api/catalog/pvt/brand/{brandId}`. */
export interface Route {
  request: string;
  handler: Handler;
}

/** Thrown by a handler to stop with this answer. */
export class Refusal extends Error {
  constructor(readonly reply: Reply) {
    super(`refused with ${reply.status}`);
  }
}

export const json = (body: unknown, status = 200): Reply => ({ status, body });
export const text = (value: string, status = 200): Reply => ({ status, text: value });
export const empty = (status = 200): Reply => ({ status });

/** Stops the handler with a plain text answer. */
export function refuse(status: number, message: string): never {
  throw new Refusal(text(message, status));
}
