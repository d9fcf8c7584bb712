// Cursors of lists: opaque to callers, a place in a sort order to us.
import { Refusal } from './refusal';

/** Items of a page and, when there are more, where the next one begins. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/** Writes the sort key of the last item shown. */
export function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Reads a cursor of `length` parts; throws 400 `api.cursor-invalid` for anything else. */
export function readCursor(cursor: string | undefined, length: number): (string | number)[] | null {
  if (!cursor) return null;
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(key) && key.length === length && key.every(isPart)) return key as (string | number)[];
  } catch {
    // Falls through: not one of ours.
  }
  throw new Refusal(400, 'api.cursor-invalid');
}

function isPart(part: unknown): boolean {
  return typeof part === 'string' || typeof part === 'number';
}

/** Makes a page of `limit` from one row more than that. */
export function pageOf<T, R>(
  rows: readonly T[],
  limit: number,
  key: (row: T) => readonly (string | number)[],
  show: (row: T) => R,
): Page<R> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(show),
    ...(rows.length > limit && last !== undefined && { nextCursor: writeCursor(key(last)) }),
  };
}
