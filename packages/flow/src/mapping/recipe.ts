// A mapping line as a person builds it without syntax: where the value starts, then step after step.
// The saved form is always the expression; a recipe is a way to read and write it.
import type { Json } from '../json';
import type { MappingLine } from '../field';
import { pathExpression } from './path';
import { stepKinds, type Piece, type Step } from './steps';

/** Which values of a list a path takes. */
export type ListTake = 'first' | 'last' | 'each';

export type Origin =
  /** `at` is the index of the name that is a list, for `first` and `last`. */
  | { kind: 'field'; names: readonly string[]; take?: ListTake; at?: number }
  | { kind: 'fixed'; value: string | number | boolean | null }
  /** A group with a mapping of its own. */
  | { kind: 'object'; lines: readonly MappingLine[] }
  /** Every entry of a list through a mapping of its own; paths in it start at the entry. */
  | { kind: 'list'; names: readonly string[]; lines: readonly MappingLine[] };

export interface Recipe {
  origin: Origin;
  steps: readonly Step[];
}

/** The recipe as an expression. */
export function recipeExpression({ origin, steps }: Recipe): string {
  let piece: Piece = { source: originExpression(origin), whole: true };
  for (const step of steps) piece = stepKinds[step.kind].write(piece, step.values);
  return piece.source;
}

/** The recipe of one field without steps. */
export function fieldRecipe(names: readonly string[]): Recipe {
  return { origin: { kind: 'field', names }, steps: [] };
}

function originExpression(origin: Origin): string {
  switch (origin.kind) {
    case 'field':
      return fieldExpression(origin);
    case 'fixed':
      return JSON.stringify(origin.value as Json);
    case 'object':
      return members(origin.lines);
    case 'list':
      return `[${pathExpression(origin.names)}.${members(origin.lines)}]`;
  }
}

function fieldExpression({ names, take, at = 0 }: Extract<Origin, { kind: 'field' }>): string {
  if (take === 'each') return `${pathExpression(names)}[]`;
  if (!take) return pathExpression(names);
  const rest = names.slice(at + 1);
  const head = `${pathExpression(names.slice(0, at + 1))}[${take === 'first' ? 0 : -1}]`;
  return rest.length > 0 ? `${head}.${pathExpression(rest)}` : head;
}

function members(lines: readonly MappingLine[]): string {
  const filled = lines.filter(({ expression }) => expression.trim() !== '');
  return `{${filled.map((line) => `${JSON.stringify(line.target)}: ${line.expression}`).join(', ')}}`;
}
