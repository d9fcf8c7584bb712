// Rows a person has edited and not sent yet: which of them go with what is sent, and what a field's text becomes. Pure.
import { isJsonObject, type Json, type Row } from '@eclusa/flow';
import type { FailedRow, Replay } from '../../api/types';

export interface RowEdit {
  row: FailedRow;
  value: Row;
}

export type RowEdits = ReadonlyMap<string, RowEdit>;

/** Rows can be edited before they are sent again. */
export interface RowEditing {
  edits: RowEdits;
  onEdit: (row: FailedRow) => void;
  onUndo: (row: FailedRow) => void;
}

/** Id or name of the field the reason is about, as the causes are told apart by it. */
export function fieldOf({ error }: FailedRow): string | null {
  const { target, field } = error.values as Record<string, Json | undefined>;
  const told = target ?? field;
  return told === undefined || told === null ? null : typeof told === 'string' ? told : JSON.stringify(told);
}

/** The edits of rows that are among those to be sent. */
export function editsFor(what: Replay, edits: RowEdits): NonNullable<Replay['edits']> {
  const fits = ({ row }: RowEdit): boolean => {
    if (what.all) return true;
    const named = what.failedRowIds ? what.failedRowIds.includes(row.id) : true;
    return (
      named &&
      (what.node === undefined || what.node === row.node) &&
      (what.code === undefined || what.code === row.error.code) &&
      (what.field === undefined || what.field === fieldOf(row))
    );
  };
  return [...edits.values()]
    .filter(fits)
    .map(({ row, value }) => ({ failedRowId: row.id, row: value as never }));
}

/** A row as its form shows it: a record that is no object is the one field `value`. */
export function editable(input: unknown): Row {
  return isJsonObject(input as Json) ? (input as Row) : { value: input as Json };
}

/** True for members that are edited as JSON. */
export function isNested(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null;
}

/** What is typed for a member takes the kind it had; null for JSON that cannot be read yet. */
export function typedValue(text: string, before: Json | undefined): { value: Json } | null {
  if (isNested(before)) {
    try {
      return { value: JSON.parse(text) as Json };
    } catch {
      return null;
    }
  }
  if (before === null && text === '') return { value: null };
  if (typeof before !== 'number') return { value: text };
  const number = Number(/^-?\d+,\d+$/.test(text.trim()) ? text.trim().replace(',', '.') : text);
  return { value: text.trim() !== '' && Number.isFinite(number) ? number : text };
}

/** A member as its input shows it. */
export function shownValue(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
