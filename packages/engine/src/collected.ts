// Rows that a barrier collected: which it has yet to act on, one by one, what it noted of them, and by which port they leave.
import { NOTE } from '@eclusa/flow';
import type { Json, Row } from '@eclusa/flow';
import { put } from './batch';
import type { Batch, Outbox } from './batch';
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

/** What leaves by each port: where a barrier has several and acts on no row, as its notes say; else all by `port`. */
export function byPort({ type }: PlanNode, port: string, batch: Batch): ReadonlyMap<string, Batch> {
  const { behaviour, outputs } = type;
  if (behaviour.kind !== 'barrier' || behaviour.each || outputs.length < 2) return new Map([[port, batch]]);
  const { values, notes } = withoutNotes(batch.values);
  const leaving: Outbox = new Map();
  values.forEach((value, index) => {
    const note = notes.get(index);
    const by = typeof note === 'string' ? note : port;
    put(leaving, by, value, batch.origins[index] as number, batch.paths[index] as string);
  });
  return leaving;
}
