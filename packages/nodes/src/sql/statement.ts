// Statements with values apart from them: `:name` places in a text become the places a driver knows. No value is ever
// written into the text of a statement.
import { UserError, type Json } from '@eclusa/flow';

/** A statement as a driver takes it; values by place. */
export interface Statement {
  text: string;
  values: readonly Json[];
}

/** How a database writes places for values and names of tables. */
export interface Notation {
  /** The place of value `at`, counted from 1. */
  place(at: number): string;
  /** A value that is used twice takes one place only. */
  sharesPlaces: boolean;
  quote(name: string): string;
}

// Texts, quoted names, comments and PostgreSQL's dollar quotes are passed over, so is its cast `::`.
const PARTS =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\/|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$|::|:=|:([A-Za-z_]\w*)|\?|\$\d+/g;

/** The names of the places in `text`, each once, in the order they come. */
export function placesIn(text: string): string[] {
  const names = [...text.matchAll(PARTS)].flatMap(([, , name]) => (name === undefined ? [] : [name]));
  return [...new Set(names)];
}

/**
 * Fills the `:name` places of `text`. Throws UserError `nodes.sql-parameter-missing` for a name without a value. `used`
 * holds values of places that come before in the same statement.
 */
export function bind(
  text: string,
  values: Readonly<Record<string, Json>>,
  notation: Notation,
  used: Json[] = [],
): Statement {
  const places = new Map<string, string>();
  const filled = text.replace(PARTS, (whole, _tag: string | undefined, name: string | undefined) => {
    if (name === undefined) return whole;
    const known = notation.sharesPlaces ? places.get(name) : undefined;
    if (known !== undefined) return known;
    if (!Object.hasOwn(values, name)) {
      throw new UserError('nodes.sql-parameter-missing', { values: { name } });
    }
    used.push(values[name] ?? null);
    const place = notation.place(used.length);
    places.set(name, place);
    return place;
  });
  return { text: filled, values: used };
}

/** `schema.table`, each part quoted; a part that is quoted already stays as it is. */
export function quotedTable(name: string, { quote }: Notation): string {
  const parts = name.trim().match(/"[^"]+"|[^.]+/g) ?? [];
  return parts.map((part) => quote(part.trim())).join('.');
}

/** Names of columns between commas or on lines of their own. */
export function namesIn(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[,\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** What a person has quoted is meant exactly; the quotes are taken off. */
export function bareName(name: string): { name: string; isExact: boolean } {
  const quoted = /^"(.+)"$/.exec(name)?.[1];
  return quoted === undefined ? { name, isExact: false } : { name: quoted, isExact: true };
}
