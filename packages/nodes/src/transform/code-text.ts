// A code as text: what tables and memories know a thing by.
import { isJsonObject, type Json } from '@eclusa/flow';

/** Numbers and texts as they are read; a list or an object as JSON; nothing as an empty text. */
export function codeText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value) || isJsonObject(value)) return JSON.stringify(value);
  // Databases do not store the character 0, and no code has it.
  return String(value).replaceAll('\u0000', '').trim();
}
