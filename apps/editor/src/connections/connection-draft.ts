// What the connection form holds while it is filled in, and what it becomes on the wire. Pure.
import {
  isShown,
  type ConnectionKindDescription,
  type ConnectionPreset,
  type Fields,
  type Json,
} from '@eclusa/flow';
import type { SaveConnection, Connection } from '../api/types';
import { defaultConfig } from '../fields/defaults';

export interface ConnectionDraft {
  kind: string | undefined;
  name: string;
  /** Settings and newly typed secrets together, by field id. */
  values: Record<string, Json>;
}

/** The form's start: a saved connection, or an empty one. */
export function draftOf(
  connection: Connection | undefined,
  accepts: readonly string[] | undefined,
): ConnectionDraft {
  if (connection) return { kind: connection.kind, name: connection.name, values: { ...connection.settings } };
  return { kind: accepts?.[0], name: '', values: {} };
}

/** The draft after another known system was chosen: its values in the place of those of the one before. */
export function filledIn(
  draft: ConnectionDraft,
  before: ConnectionPreset | null,
  after: ConnectionPreset | null,
): ConnectionDraft {
  const own = Object.entries(draft.values).filter(([id, value]) => before?.values[id] !== value);
  const isOwnName = draft.name.trim() !== '' && draft.name !== before?.system;
  return {
    ...draft,
    name: isOwnName ? draft.name : (after?.system ?? ''),
    values: { ...Object.fromEntries(own), ...after?.values },
  };
}

/** Splits settings from secrets. A secret nobody typed is left out, so the kept one stays. */
export function bodyOf(kind: ConnectionKindDescription, draft: ConnectionDraft): SaveConnection {
  const settings: Record<string, Json> = {};
  const secrets: Record<string, string> = {};
  const values = { ...defaultConfig(kind.fields), ...draft.values };
  for (const [id, value] of Object.entries(values)) {
    const field = kind.fields[id];
    if (!field || !isShown(field, kind.fields, values)) continue;
    if (field.kind !== 'secret') settings[id] = value;
    else if (typeof value === 'string') secrets[id] = value;
  }
  return { kind: kind.id, name: draft.name.trim(), settings, secrets };
}

/** The required fields that stand empty. */
export function missingFields(
  fields: Fields,
  values: Readonly<Record<string, Json>>,
  secretsSet: readonly string[],
): string[] {
  const filled = { ...defaultConfig(fields), ...values };
  return Object.keys(fields).filter((id) => {
    const field = fields[id]!;
    if (!field.required || !isShown(field, fields, filled) || secretsSet.includes(id)) return false;
    return filled[id] === undefined || filled[id] === '';
  });
}
