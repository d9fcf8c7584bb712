// A value as it fits into a cell. Pure.
import type { Json } from '@eclusa/flow';

/** Nothing for a member that is absent; texts as they are, everything else as JSON. */
export function cellText(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
