// The values that travel through a flow: plain JSON, nothing else.

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** One record on its way through a flow. */
export type Row = JsonObject;

/** True for a JSON object that is neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The levels of lists and objects that a value kept in a flow may have. */
export const maxJsonDepth = 60;

/** True for plain JSON of a bounded depth, without members named `__proto__`. */
export function isJson(value: unknown, depth = 0): value is Json {
  if (typeof value !== 'object') return isScalar(value);
  if (value === null) return true;
  if (depth >= maxJsonDepth) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  return Object.entries(value).every(([key, member]) => key !== '__proto__' && isJson(member, depth + 1));
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}
