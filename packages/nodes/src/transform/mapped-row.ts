// Fills the fields of a new row from the lines of a mapping. Compiled once; what came in stays as it is.
import { isJsonObject, UserError, type Json, type MappingLine, type Row } from '@eclusa/flow';
import { evaluator, withValues } from './evaluation';

/** Fills `into` from `row` and answers it; a Promise only where an expression needs one. */
export type FillRow = (row: Row, into: Row) => Row | Promise<Row>;

/** Compiles the lines; those without an expression are left out. Throws UserError for a target that is no field. */
export function rowFiller(
  mapping: readonly MappingLine[],
  parameters: Readonly<Record<string, Json>>,
): FillRow {
  const targets = mapping
    .filter((line) => line.expression.trim() !== '')
    .map(({ target, expression }) => ({
      path: pathOf(target),
      evaluate: evaluator(expression, target, parameters),
    }));
  return (row, into) =>
    withValues(
      targets.map((target) => target.evaluate(row)),
      (values) => {
        targets.forEach(({ path }, at) => putAt(into, path, values[at]));
        return into;
      },
    );
}

/** Goes on at once where nothing has to be waited for, so that common rows cost no Promise. */
export function onceDone<T, R>(value: T | Promise<T>, next: (value: T) => R | Promise<R>): R | Promise<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}

function pathOf(target: string): string[] {
  const path = target.split('.').map((name) => name.trim());
  if (path.some((name) => name === '' || name === '__proto__')) {
    throw new UserError('nodes.map-target', { values: { target } });
  }
  return path;
}

/** Sets a member, copying the objects on the way: rows are shared with other branches. */
export function putAt(row: Row, path: readonly string[], value: Json | undefined): void {
  if (value === undefined) return;
  let at = row;
  for (const name of path.slice(0, -1)) {
    const inner = at[name];
    const copy: Row = isJsonObject(inner) ? { ...inner } : {};
    at[name] = copy;
    at = copy;
  }
  at[path.at(-1) as string] = value;
}
