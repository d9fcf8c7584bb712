// The three ways a mapping line is filled, read from and written to the one expression that is saved. Pure.
import { isJsonObject, type Json, type MappingTarget, type Row } from '@eclusa/flow';

/** `field`: a path into the row. `text`: a fixed value. `formula`: anything else. */
export type MappingMode = 'field' | 'text' | 'formula';

const plainName = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const words = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);
const onePart = /^(?:`[^`]+`|[\p{L}_][\p{L}\p{N}_]*)$/u;
const parts = /`[^`]*`|[^.`]+/gu;

/** The names of a path such as `` a.`b c` ``, or null when the expression is no plain path. */
export function pathOf(expression: string): string[] | null {
  const source = expression.trim();
  const found = source.match(parts) ?? [];
  if (source === '' || found.join('.') !== source) return null;
  if (!found.every((part) => onePart.test(part) && !words.has(part))) return null;
  return found.map((part) => part.replaceAll('`', ''));
}

/** A path as an expression; names that are no plain words are quoted. */
export function pathExpression(names: readonly string[]): string {
  return names
    .map((name) => (plainName.test(name) && !words.has(name) ? name : `\`${name.replaceAll('`', '')}\``))
    .join('.');
}

/** The fixed value an expression stands for, or undefined when it is none. */
export function literalOf(expression: string): string | number | boolean | null | undefined {
  const source = expression.trim();
  if (/^'[^'\\]*'$/.test(source)) return source.slice(1, -1);
  try {
    const value = JSON.parse(source) as Json;
    return typeof value === 'object' && value !== null ? undefined : value;
  } catch {
    return undefined;
  }
}

/** What a person typed as a fixed value, as the expression for a target of this type. */
export function literalExpression(text: string, type: MappingTarget['type'] = 'any'): string {
  const wantsNumber = type === 'number' || type === 'integer';
  if (wantsNumber && /^-?\d+(\.\d+)?$/.test(text.trim())) return String(Number(text));
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text;
  return JSON.stringify(text);
}

/** How a line was filled; an empty one waits for a field. */
export function modeOf(expression: string): MappingMode {
  if (expression.trim() === '' || pathOf(expression)) return 'field';
  return literalOf(expression) === undefined ? 'formula' : 'text';
}

/** What is left of an expression when a person changes how the line is filled. */
export function inMode(expression: string, mode: MappingMode): string {
  return mode === 'formula' || modeOf(expression) === mode ? expression : '';
}

export interface FieldChoice {
  /** As a person reads it: `price.base`. */
  label: string;
  expression: string;
  sample: Json;
}

const deepest = 4;
const looked = 5;

/** The fields of the first rows, groups opened, each with the first value seen. */
export function fieldChoices(rows: readonly Row[]): FieldChoice[] {
  const found = new Map<string, FieldChoice>();
  const visit = (value: Json, names: readonly string[]) => {
    if (names.length > 0) {
      const expression = pathExpression(names);
      if (!found.has(expression))
        found.set(expression, { label: names.join('.'), expression, sample: value });
    }
    if (!isJsonObject(value) || names.length >= deepest) return;
    for (const [name, inner] of Object.entries(value)) visit(inner, [...names, name]);
  };
  for (const row of rows.slice(0, looked)) visit(row, []);
  return [...found.values()];
}
