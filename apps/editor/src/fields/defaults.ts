// Which fields of a form are shown, and what a new form starts with. Pure.
import type { Field, Fields, Json } from '@eclusa/flow';

/** The value a field starts with, if its description names one. */
export function defaultOf(field: Field): Json | undefined {
  return 'default' in field ? (field.default as Json | undefined) : undefined;
}

/** A config holding every default of `fields`. */
export function defaultConfig(fields: Fields): Record<string, Json> {
  const config: Record<string, Json> = {};
  for (const [id, field] of Object.entries(fields)) {
    const value = defaultOf(field);
    if (value !== undefined) config[id] = structuredClone(value);
  }
  return config;
}

/** True when the field's `when` holds; a hidden field hides those that depend on it. */
export function isShown(id: string, fields: Fields, values: Readonly<Record<string, Json>>): boolean {
  const when = fields[id]?.when;
  if (!when) return true;
  const other = fields[when.field];
  if (!other || !isShown(when.field, fields, values)) return false;
  const value = values[when.field] ?? defaultOf(other) ?? null;
  return when.is.some((wanted) => JSON.stringify(wanted) === JSON.stringify(value));
}
