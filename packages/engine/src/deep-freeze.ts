// Makes a row fail loudly where a node changes it in place.
import type { Json } from '@eclusa/flow';

/** Freezes a value and all that is in it. */
export function deepFreeze(value: Json): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const member of Object.values(value)) deepFreeze(member);
}
