// Reads JSON bodies with bounds on size and depth, before anything walks through them, and refuses texts that
// Postgres could take but not give back.
import { json, raw, type Request, type RequestHandler } from 'express';
import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal';

/** Bytes of the largest JSON body: a flow document of 5 MB. */
export const MAX_JSON_BYTES = 5 * 1024 * 1024;
/** Bytes of the largest call to an address of a flow. */
export const MAX_HOOK_BYTES = 256 * 1024;
/** Deeper than any flow; shallow enough for every recursive walk. */
export const MAX_JSON_DEPTH = 64;

const TOO_DEEP = 'eclusa.too-deep';

/** Parses `application/json`; leaves every other body unread, uploads above all. */
export function jsonBody(): RequestHandler[] {
  const parse = json({
    limit: MAX_JSON_BYTES,
    strict: false,
    type: (request) => isJson(request.headers['content-type']) && !isOther(request as Request),
    verify: (_request, _response, bytes) => {
      // Express keeps the type of what is thrown here, and marks the rest with its own.
      if (depthOf(bytes) > MAX_JSON_DEPTH) throw Object.assign(new Error('too deep'), { type: TOO_DEEP });
    },
  });
  const asItCame = raw({ limit: MAX_HOOK_BYTES, type: isHook });
  return [
    (request, response, next) =>
      asItCame(request, response, (error) => next(error ? refusalOf(error, MAX_HOOK_BYTES) : undefined)),
    (request, response, next) =>
      parse(request, response, (error) => next(error ? refusalOf(error) : unstorable(request))),
  ];
}

/**
 * A `json` column takes such a text, and every later query that looks into it fails. An address cannot hold half of a
 * character; a download that has begun could no longer say what is wrong with it.
 */
function unstorable({ url, body }: Request): Refusal | undefined {
  return isStorable(body) && !url.includes('%00') ? undefined : new Refusal(400, 'api.text-unstorable');
}

/** False when a text or a name in `value` holds \u0000 or half of a character. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !/[\p{Surrogate}\0]/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isStorable);
  return Object.entries(value).every(([name, member]) => isStorable(name) && isStorable(member));
}

function isJson(type: string | undefined): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(type ?? '');
}

function isOther(request: Request): boolean {
  return request.path === '/api/v1/files' || isHook(request);
}

/** Whoever calls a flow's address says what it likes about the type of its body; it is read as it is. */
function isHook(request: IncomingMessage): boolean {
  return (request.url ?? '').startsWith('/api/v1/hooks/');
}

/** Whatever Express says of a body it could not read. */
function refusalOf(error: unknown, limit = MAX_JSON_BYTES): unknown {
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.too.large') {
    if (limit === MAX_HOOK_BYTES)
      return new Refusal(413, 'api.hook-too-large', { kilobytes: MAX_HOOK_BYTES / 1024 });
    return new Refusal(413, 'api.body-too-large', { megabytes: MAX_JSON_BYTES / 2 ** 20 });
  }
  if (type === 'entity.parse.failed') return new Refusal(400, 'api.json-broken');
  if (type === TOO_DEEP) return new Refusal(400, 'api.json-too-deep', { depth: MAX_JSON_DEPTH });
  return status && status < 500 ? new Refusal(status, 'api.request-unreadable') : error;
}

/** How deep the brackets of a JSON text nest; those inside of strings do not count. */
export function depthOf(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inString) {
      if (byte === 0x5c) at++;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return deepest;
}
