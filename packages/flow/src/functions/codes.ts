// Numbers that carry check digits: CNPJ, CPF and EAN. A wrong digit is refused, never mended.
import { UserError } from '../errors';
import type { Json } from '../json';

/**
 * The 14 characters of a CNPJ without punctuation. Knows the alphanumeric form (in use since July 2026), whose
 * characters count as their ASCII code minus 48. Throws UserError `expression.bad-cnpj`.
 */
export function cnpj(value?: Json): string | undefined {
  if (value === undefined) return undefined;
  const text = bare(value, 14).toUpperCase();
  const ok =
    /^[0-9A-Z]{12}\d{2}$/.test(text) && !repeated(text) && text.slice(12) === cnpjDigits(text.slice(0, 12));
  if (!ok) throw bad('expression.bad-cnpj', value);
  return text;
}

function cnpjDigits(base: string): string {
  const first = modulo11(base, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  return `${first}${modulo11(base + first, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])}`;
}

/** The 11 digits of a CPF without punctuation. Throws UserError `expression.bad-cpf`. */
export function cpf(value?: Json): string | undefined {
  if (value === undefined) return undefined;
  const text = bare(value, 11);
  if (!/^\d{11}$/.test(text) || repeated(text)) throw bad('expression.bad-cpf', value);
  const first = modulo11(text.slice(0, 9), [10, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = modulo11(text.slice(0, 9) + first, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  if (text.slice(9) !== `${first}${second}`) throw bad('expression.bad-cpf', value);
  return text;
}

/** The digits of an EAN-8, UPC-12, EAN-13 or GTIN-14. Throws UserError `expression.bad-ean`. */
export function ean(value?: Json): string | undefined {
  if (value === undefined) return undefined;
  const text = bare(value, 0);
  if (!/^(?:\d{8}|\d{12,14})$/.test(text) || repeated(text)) throw bad('expression.bad-ean', value);
  // From the right, digits before the check digit weigh 3, 1, 3, 1, …
  const sum = [...text.slice(0, -1)]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 1 : 3), 0);
  if ((10 - (sum % 10)) % 10 !== Number(text.at(-1))) throw bad('expression.bad-ean', value);
  return text;
}

/** Punctuation removed. A number gets back the zeros that ERPs lose when they store a code as one. */
function bare(value: Json, width: number): string {
  if (typeof value === 'number') return String(value).padStart(width, '0');
  return typeof value === 'string' ? value.replace(/[\s./-]/g, '') : '';
}

const repeated = (text: string) => /^(.)\1*$/.test(text);

function modulo11(text: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, at) => total + weight * (text.charCodeAt(at) - 48), 0);
  return sum % 11 < 2 ? 0 : 11 - (sum % 11);
}

function bad(code: string, value: Json): UserError {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return new UserError(code, { values: { value: text.slice(0, 200) } });
}
