// Changing plain records and lists without touching what stays.
import { UserError } from '../errors';

/** The member, or a UserError that says it is gone. */
export function member<T>(record: Readonly<Record<string, T>>, id: string, code: string): T {
  const value = Object.hasOwn(record, id) ? record[id] : undefined;
  if (value === undefined) throw new UserError(code, { values: { id } });
  return value;
}

export function mustBeFree(record: Readonly<Record<string, unknown>>, id: string): void {
  if (Object.hasOwn(record, id)) throw new UserError('flow.id-taken', { values: { id } });
}

/** The record without these members; the record itself when it has none of them. */
export function without<T>(record: Record<string, T>, ids: ReadonlySet<string>): Record<string, T> {
  const entries = Object.entries(record);
  const kept = entries.filter(([id]) => !ids.has(id));
  return kept.length === entries.length ? record : Object.fromEntries(kept);
}

/** The list filtered; the list itself when nothing goes. */
export function keep<T>(list: T[], test: (item: T) => boolean): T[] {
  const kept = list.filter(test);
  return kept.length === list.length ? list : kept;
}
