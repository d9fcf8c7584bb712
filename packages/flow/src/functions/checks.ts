// Checks that let a row fail with a reason where a missing or impossible value would otherwise travel on unseen.
import { UserError } from '../errors';
import type { Json } from '../json';

/** The value; a text without spaces around it. Throws UserError `expression.missing` for nothing, null or an empty text. */
export function required(value?: Json): Json {
  const bare = typeof value === 'string' ? value.trim() : value;
  if (bare === undefined || bare === null || bare === '') throw new UserError('expression.missing');
  return bare;
}

/** The number. Throws UserError `expression.too-small` when it is below `least`. */
export function atLeast(value?: number, least?: number): number | undefined {
  if (value !== undefined && least !== undefined && value < least) {
    throw new UserError('expression.too-small', { values: { value, min: least } });
  }
  return value;
}
