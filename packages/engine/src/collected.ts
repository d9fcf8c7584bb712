// Rows that a barrier collected and has yet to act on, one by one: which pages hold such rows, and what it noted of them.
import { NOTE } from '@eclusa/flow';
import type { Json, Row } from '@eclusa/flow';
import type { PlanNode } from './plan';

/** True when pages of `entry` hold rows that `node` acts on first: those it collected itself, and those tried again. */
export function isCollected({ id, type, disabled }: PlanNode, entry: string): boolean {
  const { behaviour } = type;
  return id === entry && !disabled && behaviour.kind === 'barrier' && behaviour.each !== undefined;
}

/** The rows as they were handed in, and the notes by their place. */
export function withoutNotes(rows: readonly Row[]): { values: Row[]; notes: Map<number, Json> } {
  const notes = new Map<number, Json>();
  const values = rows.map((value, index) => {
    if (value[NOTE] === undefined) return value;
    const { [NOTE]: note, ...row } = value;
    notes.set(index, note);
    return row;
  });
  return { values, notes };
}
