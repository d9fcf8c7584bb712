// The rows a person gives in place of the system that calls the flow.
import type { Json } from '@eclusa/flow';

/** The rows a text holds, one object or a list of them; null when it does not. */
export function rowsIn(text: string): Record<string, Json>[] | null {
  try {
    const read = JSON.parse(text) as Json;
    const rows = Array.isArray(read) ? read : [read];
    return rows.length > 0 && rows.every(isObject) ? rows : null;
  } catch {
    return null;
  }
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
