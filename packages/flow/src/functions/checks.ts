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

/** The value, or `otherwise` where it is missing, null or an empty text. */
export function whenEmpty(value?: Json, otherwise?: Json): Json | undefined {
  const bare = typeof value === 'string' ? value.trim() : value;
  return bare === undefined || bare === null || bare === '' ? otherwise : value;
}

const answers: Readonly<Record<string, boolean>> = {
  ...Object.fromEntries(
    'true yes y sim s si sí 1 ativo activo active a'.split(' ').map((word) => [word, true]),
  ),
  ...Object.fromEntries(
    'false no n não nao 0 inativo inactivo inactive i'.split(' ').map((word) => [word, false]),
  ),
};

/** True or false for the words and marks ERPs write, in any case; undefined for any other word. */
export function yesOrNo(value: Json): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return typeof value === 'object' ? undefined : answers[String(value).trim().toLowerCase()];
}

/**
 * Yes or no from "S", "Sim", "A", 1 and the like. With `yes`, that word alone is yes and all others are no.
 * Throws UserError `expression.not-yes-or-no` for a word it does not know.
 */
export function yesNo(value?: Json, yes?: string): boolean | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
  if (yes !== undefined) return text.toLowerCase() === yes.trim().toLowerCase();
  const answer = yesOrNo(value);
  if (answer === undefined) {
    throw new UserError('expression.not-yes-or-no', { values: { value: text.slice(0, 200) } });
  }
  return answer;
}
