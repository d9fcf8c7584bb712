// Texts brought into the form a shop wants: no accents in addresses, no shouting in names, no trailing spaces.
import type { Json } from '../json';

/** A text for addresses: lower case, no accents, words joined by `-`. */
export function slug(text?: string): string | undefined {
  if (text === undefined) return undefined;
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const ascii = plain.replace(/ß/g, 'ss').replace(/[æ]/g, 'ae').replace(/[øœ]/g, 'o');
  return ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

const small = new Set(
  (
    'a o as os e de da do das dos em na no nas nos com sem por para até ao aos à às ou ' +
    'y el la los las del al en con sin u and of the for with in on or'
  ).split(' '),
);

/** Each word with a capital, small joining words without; words that hold a digit (110V, 4K) stay as they are. */
export function titleCase(text?: string): string | undefined {
  if (text === undefined) return undefined;
  const words = text.trim().split(/\s+/);
  return words
    .map((word, at) => {
      if (/\d/.test(word)) return word;
      const lower = word.toLowerCase();
      return at > 0 && small.has(lower)
        ? lower
        : lower.replace(/(^|[-/(])(\p{L})/gu, (all) => all.toUpperCase());
    })
    .join(' ');
}

/** Only the digits of a text or number. */
export function digits(value?: Json): string | undefined {
  if (value === undefined) return undefined;
  return (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\D/g, '');
}

/** At most `length` characters, without spaces at the end. */
export function truncate(text?: string, length?: number): string | undefined {
  if (text === undefined || length === undefined) return text;
  // VTEX refuses texts with trailing spaces, so the cut must not leave one.
  return [...text]
    .slice(0, Math.max(0, Math.trunc(length)))
    .join('')
    .trimEnd();
}
