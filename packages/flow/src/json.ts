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
