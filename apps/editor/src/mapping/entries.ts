// The right side of the picture as one list, whether the box knows its targets or a person names them. Pure.
import {
  pathExpression,
  readRecipe,
  type MappingLine,
  type MappingTarget,
  type SourceField,
  type Suggestion,
} from '@eclusa/flow';
import { expressionFor, withColumn, withTarget } from '../fields/mapping-lines';

export interface Entry {
  /** Unique in the list: the target's id, or `#` and the number of a person's own line. */
  key: string;
  name: string;
  target?: MappingTarget;
  /** Where a person names the line. */
  index?: number;
  expression: string;
  error?: string | undefined;
  proposal: Suggestion | null;
}

export interface EntrySource {
  targets: readonly MappingTarget[] | undefined;
  lines: readonly MappingLine[];
  errors?: Readonly<Record<string, string | undefined>> | undefined;
  proposals: readonly Suggestion[];
}

/** Targets in the box's order, then lines for targets the box no longer has; without targets the lines themselves. */
export function entriesOf(source: EntrySource, nameOf: (target: MappingTarget) => string): Entry[] {
  const { targets, lines, errors = {}, proposals } = source;
  if (!targets) {
    return lines.map((line, index) => ({
      key: `#${index}`,
      name: line.target,
      index,
      expression: line.expression,
      error: errors[line.target] ?? errors[String(index)],
      proposal: null,
    }));
  }
  const known = targets.map((target): Entry => ({
    key: target.id,
    name: nameOf(target),
    target,
    expression: expressionFor(lines, target.id),
    error: errors[target.id],
    proposal: proposals.find((proposal) => proposal.target === target.id) ?? null,
  }));
  const gone = lines.filter((line) => !targets.some((target) => target.id === line.target));
  return [
    ...known,
    ...gone.map(({ target, expression }) => ({
      key: target,
      name: target,
      expression,
      error: errors[target],
      proposal: null,
    })),
  ];
}

/** The lines with one entry filled otherwise. */
export function withEntry(source: EntrySource, entry: Entry, expression: string): MappingLine[] {
  if (entry.index !== undefined) return withColumn(source.lines, entry.index, { expression });
  return withTarget(source.lines, source.targets ?? [], entry.key, expression);
}

/** A field's key in the picture. */
export const keyOf = (path: readonly string[]): string => JSON.stringify(path);

/** The fields an expression reads, the innermost of each path. */
export function fieldsRead(expression: string, fields: readonly SourceField[]): SourceField[] {
  if (expression.trim() === '') return [];
  const bare = expression.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const origin = readRecipe(expression)?.origin;
  const start = origin?.kind === 'field' || origin?.kind === 'list' ? keyOf(origin.names) : null;
  const read = fields.filter(({ path }) => keyOf(path) === start || mentions(bare, pathExpression(path)));
  return read.filter(
    ({ path }) =>
      !read.some(
        (other) => other.path.length > path.length && path.every((name, at) => other.path[at] === name),
      ),
  );
}

function mentions(expression: string, path: string): boolean {
  for (let at = expression.indexOf(path); at >= 0; at = expression.indexOf(path, at + 1)) {
    const before = expression[at - 1] ?? ' ';
    const after = expression[at + path.length] ?? ' ';
    if (!/[\p{L}\p{N}_.$`]/u.test(before) && !/[\p{L}\p{N}_`]/u.test(after)) return true;
  }
  return false;
}
