// Cursors of lists: opaque to callers, a place in a sort order to us.
import { isUUID } from 'class-validator';
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

/** Forms of the parts of a cursor: `small` fits 4 bytes, `whole` is any other count. */
const forms = {
  text: (part: unknown): part is string => typeof part === 'string',
  id: (part: unknown): part is string => typeof part === 'string' && isUUID(part),
  time: (part: unknown): part is string =>
    typeof part === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(part) &&
    !Number.isNaN(Date.parse(part)),
  small: (part: unknown): part is number => Number.isInteger(part) && Math.abs(part as number) < 2 ** 31,
  whole: (part: unknown): part is number => Number.isSafeInteger(part),
};
type Form = keyof typeof forms;
type Parts<Forms extends readonly Form[]> = {
  -readonly [At in keyof Forms]: Forms[At] extends 'small' | 'whole' ? number : string;
};

/** Reads a cursor whose parts have these forms; throws 400 `api.cursor-invalid` for anything else. */
export function readCursor<const Forms extends readonly Form[]>(
  cursor: string | undefined,
  ...wanted: Forms
): Parts<Forms> | null {
  if (!cursor) return null;
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (!Array.isArray(key) || key.length !== wanted.length) throw new Error('not one of ours');
    if (wanted.every((form, at) => forms[form](key[at]))) return key as Parts<Forms>;
  } catch {
    // Falls through: not one of ours.
  }
  throw new Refusal(400, 'api.cursor-invalid');
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
