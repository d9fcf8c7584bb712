// What a new form starts with. Pure.
import { isShown, type Fields, type Json } from '@eclusa/flow';

/** A config holding every default that `fields` name. */
export function defaultConfig(fields: Fields): Record<string, Json> {
  const config: Record<string, Json> = {};
  for (const [id, field] of Object.entries(fields)) {
    if ('default' in field && field.default !== undefined) {
      config[id] = structuredClone(field.default) as Json;
    }
  }
  return config;
}

/** The ids of the fields a form shows with these values. */
export function shownFields(fields: Fields, values: Readonly<Record<string, Json>>): string[] {
  return Object.keys(fields).filter((id) => isShown(fields[id]!, fields, values));
}
