// When two rows belong together: the key of a row as one text, by which both sides can be sorted and compared.
import type { Field, Json, Row, Text } from '@eclusa/flow';
import { evaluator, lines, textOf } from './evaluation';
import { numberOf } from './sort-order';

/** One of the two inputs whose rows are matched. */
export interface Side {
  /** The column of the key table that holds this side's expressions. */
  column: string;
  /** The column that stands in where that one is empty. */
  otherwise?: string;
  name: Text;
}

/** The column of a key table that says when two values count as equal. */
export const compareField: Field = {
  kind: 'choice',
  default: 'text',
  name: { en: 'Compared as', es: 'Comparar como', pt: 'Comparar como' },
  help: {
    en: 'As text, blanks around do not count, and the number 123 equals the text "123". As number, 0123 equals 123 and 10,50 equals 10.5.',
    es: 'Como texto, no cuentan los espacios alrededor y el número 123 es igual al texto «123». Como número, 0123 es igual a 123 y 10,50 es igual a 10.5.',
    pt: 'Como texto, espaços em volta não contam e o número 123 é igual ao texto "123". Como número, 0123 é igual a 123 e 10,50 é igual a 10.5.',
  },
  choices: [
    { value: 'text', name: { en: 'Text', es: 'Texto', pt: 'Texto' } },
    {
      value: 'any-case',
      name: {
        en: 'Text, capitals or not',
        es: 'Texto, sin distinguir mayúsculas',
        pt: 'Texto, sem diferenciar maiúsculas',
      },
    },
    { value: 'number', name: { en: 'Number', es: 'Número', pt: 'Número' } },
  ],
};

/**
 * Reads one side's key from its rows; null, which matches nothing, when any part of it is missing or empty.
 * Throws UserError for an expression that does not compile, and later for one that fails, naming the side.
 */
export function matchKey(
  table: Json | undefined,
  { column, otherwise = column, name }: Side,
  parameters: Readonly<Record<string, Json>>,
): (row: Row) => Promise<string | null> {
  const read = lines(table).map((line) => {
    const expression = textOf(line, column) || textOf(line, otherwise);
    const label = {
      en: `${expression} (${name.en})`,
      es: `${expression} (${name.es})`,
      pt: `${expression} (${name.pt})`,
    };
    return { compare: textOf(line, 'compare'), evaluate: evaluator(expression, label, parameters) };
  });
  return async (row) => {
    const parts: string[] = [];
    for (const { compare, evaluate } of read) {
      const part = partOf((await evaluate(row)) ?? null, compare);
      if (part === null) return null;
      parts.push(part);
    }
    return JSON.stringify(parts);
  };
}

/** The values of a key as a person reads them. */
export function shownKey(key: string): string {
  return (JSON.parse(key) as string[]).join(' / ');
}

/** Sorts rows whose first key is a match key or null. The order means nothing, only that both sides share it. */
export function byMatchKey([a = null]: readonly Json[], [b = null]: readonly Json[]): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** Sorts rows whose first key is their place. */
export function byPlace([a]: readonly Json[], [b]: readonly Json[]): number {
  return Number(a) - Number(b);
}

function partOf(value: Json, compare: string): string | null {
  const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
  if (value === null || text === '') return null;
  if (compare === 'any-case') return text.toLowerCase();
  if (compare !== 'number') return text;
  const number = numberOf(typeof value === 'string' ? text : value);
  return number === null ? null : String(number);
}
