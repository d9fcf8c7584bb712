// A request to the address of a flow, as boxes look at it.
import type { HookCall } from '@eclusa/flow';
import type { Request } from 'express';

/** Headers and query values that came more than once are one text; the body is as it came. */
export function callOf(request: Request): HookCall {
  const one = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));
  const texts = (values: object) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, one(value)]));
  return {
    method: request.method,
    query: texts(request.query),
    headers: texts(request.headers),
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    at: new Date(),
  };
}

/** What a person wrote as an answer says itself what it is. */
export function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
