// What the transforms share of expressions: compiled once, told with the field they fill, synchronous when they can be.
import {
  compileExpression,
  EclusaError,
  isJsonObject,
  sentences,
  UserError,
  type Json,
  type JsonObject,
  type Row,
  type Text,
} from '@eclusa/flow';

/** The value of an expression over a row; a Promise only for expressions outside the compiled language. */
export type Evaluate = (row: Row) => Json | undefined | Promise<Json | undefined>;

/** Compiles `source`; `$params` holds the flow's parameters. `field` names it in errors. Throws UserError. */
export function evaluator(
  source: string,
  field: string | Text,
  parameters: Readonly<Record<string, Json>>,
): Evaluate {
  const expression = compileExpression(source);
  const variables = { params: { ...parameters } };
  return (row) => {
    try {
      const value = expression.evaluate(row, variables);
      return value instanceof Promise ? value.catch((error: unknown) => fail(error, field)) : value;
    } catch (error) {
      return fail(error, field);
    }
  };
}

/** Calls `done` with all values: at once when none of them is a Promise, so that common rows cost none. */
export function withValues<T>(
  values: readonly (Json | undefined | Promise<Json | undefined>)[],
  done: (values: readonly (Json | undefined)[]) => T,
): T | Promise<T> {
  if (values.some((value) => value instanceof Promise)) return Promise.all(values).then(done);
  return done(values as readonly (Json | undefined)[]);
}

/** What JSONata takes for true: not an empty text, list or object, nor a list of such. */
export function isTrue(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.some(isTrue);
  if (isJsonObject(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}

/** The lines of a table field that are objects. */
export function lines(table: Json | undefined): JsonObject[] {
  return Array.isArray(table) ? table.filter(isJsonObject) : [];
}

/** A text of a table line, trimmed; empty when it is none. */
export function textOf(line: JsonObject, name: string): string {
  const value = line[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Faults of a single value have a sentence of their own; of others the expression's sentence goes along. */
const ofOneValue: Record<string, string> = {
  'expression.not-a-number': 'nodes.field-not-number',
  'expression.ambiguous-number': 'nodes.field-ambiguous-number',
  'expression.not-a-date': 'nodes.field-not-date',
  'expression.missing': 'nodes.value-missing',
  'expression.too-small': 'nodes.value-too-small',
};

function fail(error: unknown, named: string | Text): never {
  if (!(error instanceof EclusaError)) throw error;
  const { code, values } = error;
  const value = values['value'] ?? null;
  const field: Json = typeof named === 'string' ? named : { ...named };
  const known = ofOneValue[code];
  if (known) throw new UserError(known, { values: { ...values, field, value }, cause: error });
  const reason: Json = { ...sentences(code, values) };
  throw new UserError('nodes.field-failed', { values: { field, value, reason }, cause: error });
}
