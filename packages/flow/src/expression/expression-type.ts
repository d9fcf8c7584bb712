// What an expression gives, as far as its text alone says it: a text, a calculation, a comparison, a known function.
// Evaluates nothing.
import { expressionFunctions } from '../functions/list';
import { parse, type AstNode } from './ast';

export interface ExpressionType {
  type: 'text' | 'number' | 'boolean' | 'list' | 'object' | 'unknown';
  /** It gives a value for every row. */
  always: boolean;
}

const unknown: ExpressionType = { type: 'unknown', always: false };

const calculations = new Set(['+', '-', '*', '/', '%']);
const comparisons = new Set(['=', '!=', '<', '<=', '>', '>=', 'in', 'and', 'or']);

/** By the last letter of a signature such as `<s-n:s>`. */
const byLetter: Readonly<Record<string, ExpressionType['type']>> = {
  s: 'text',
  n: 'number',
  b: 'boolean',
  a: 'list',
  o: 'object',
};

/** Functions that give a value whatever they are given. */
const certain = new Set(['exists', 'now', 'count']);

/** The type of an expression; `unknown` for paths, for what depends on the row, and for what cannot be read. */
export function expressionType(source: string): ExpressionType {
  try {
    return typeOf(parse(source).ast);
  } catch {
    return unknown;
  }
}

function typeOf(node: AstNode): ExpressionType {
  switch (node.type) {
    case 'string':
      return { type: 'text', always: true };
    case 'number':
      return { type: 'number', always: true };
    case 'value':
      return typeof node.value === 'boolean' ? { type: 'boolean', always: true } : unknown;
    case 'binary':
      return ofOperator(String(node.value));
    case 'unary':
      return ofBrackets(node);
    case 'function':
      return ofCall(node);
    case 'condition':
      return ofBoth(node);
    case 'block':
      return node.expressions?.length === 1 ? typeOf(node.expressions[0] as AstNode) : unknown;
    default:
      return unknown;
  }
}

function ofOperator(operator: string): ExpressionType {
  if (operator === '&') return { type: 'text', always: true };
  if (calculations.has(operator)) return { type: 'number', always: false };
  // Of a missing value `<` and its kin give nothing.
  if (comparisons.has(operator)) return { type: 'boolean', always: !/[<>]/.test(operator) };
  return unknown;
}

function ofBrackets({ value, expression }: AstNode): ExpressionType {
  if (value === '[') return { type: 'list', always: true };
  if (value === '{') return { type: 'object', always: true };
  if (value === '-') return { type: 'number', always: expression?.type === 'number' };
  return unknown;
}

function ofCall({ procedure }: AstNode): ExpressionType {
  const name = procedure?.type === 'variable' ? String(procedure.value) : '';
  const signature = expressionFunctions.find((one) => one.name === name)?.signature ?? '';
  const letter = /:([a-z])[-?+]?>$/.exec(signature)?.[1] ?? '';
  return { type: byLetter[letter] ?? 'unknown', always: certain.has(name) };
}

function ofBoth({ then, else: otherwise }: AstNode): ExpressionType {
  const first = then ? typeOf(then) : unknown;
  if (!otherwise) return { ...first, always: false };
  const second = typeOf(otherwise);
  return first.type === second.type ? { ...first, always: first.always && second.always } : unknown;
}
