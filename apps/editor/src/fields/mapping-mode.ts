// The ways a mapping line is filled, read from and written to the one expression that is saved. Pure.
import {
  allFields,
  fieldTree,
  isJsonObject,
  pathExpression,
  readRecipe,
  type Json,
  type MappingTarget,
  type Row,
  type SourceField,
  type ValueKind,
} from '@eclusa/flow';

/** `field`: a path into the row and steps. `text`: a fixed value. `group`: fields of its own. `formula`: anything else. */
export type MappingMode = 'field' | 'text' | 'formula' | 'group';

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

/** How a line was filled; an empty one waits for a field. A field that goes through steps is still a field. */
export function modeOf(expression: string): MappingMode {
  if (expression.trim() === '') return 'field';
  if (literalOf(expression) !== undefined) return 'text';
  const recipe = readRecipe(expression);
  if (recipe?.origin.kind === 'object') return 'group';
  return recipe && recipe.origin.kind !== 'fixed' ? 'field' : 'formula';
}

/** What is left of an expression when a person changes how the line is filled. */
export function inMode(expression: string, mode: MappingMode): string {
  if (mode === 'formula' || modeOf(expression) === mode) return expression;
  return mode === 'group' ? '{}' : '';
}

export interface FieldChoice {
  /** As a person reads it: `price.base`. */
  label: string;
  expression: string;
  sample: Json;
  field: SourceField;
}

const trees = new WeakMap<readonly Row[], SourceField[]>();

/** The fields of the rows as a tree, worked out once for the same rows. */
export function fieldsOf(rows: readonly Row[]): readonly SourceField[] {
  const known = trees.get(rows) ?? fieldTree(rows);
  trees.set(rows, known);
  return known;
}

/** The same rows, whose fields are of these kinds by path where no value shows it. */
export function withKinds(rows: readonly Row[], kinds: ReadonlyMap<string, ValueKind>): readonly Row[] {
  const typed = (fields: readonly SourceField[]): SourceField[] =>
    fields.map((field) => ({
      ...field,
      kind: field.kind === 'nothing' ? (kinds.get(field.path.join('.')) ?? field.kind) : field.kind,
      children: typed(field.children),
    }));
  trees.set(rows, typed(fieldTree(rows)));
  return rows;
}

/** The fields of the rows as one list, groups and lists opened, each with the first value seen. */
export function fieldChoices(rows: readonly Row[]): FieldChoice[] {
  return allFields(fieldsOf(rows)).map((field) => ({
    label: field.path.join('.'),
    expression: pathExpression(field.path),
    sample: field.samples[0] ?? null,
    field,
  }));
}

/** What a row holds at a path; entries of a list are looked into, the first that has it. */
export function valueAt(row: Json | undefined, path: readonly string[]): Json | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return row;
  if (Array.isArray(row)) return valueAt(row[0], path);
  return isJsonObject(row) ? valueAt(row[name], rest) : undefined;
}
