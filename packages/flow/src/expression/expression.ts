// Expressions: JSONata over one row. Compiles the common part to closures, hands the rest to the interpreter.
import { UserError } from '../errors';
import type { Json } from '../json';
import { type AstNode, excerpt, parse } from './ast';
import { reservedNames } from './builtins';
import { compileTree } from './compile';
import type { Evaluator, Scope } from './compiler';
import { toUserError } from './fault';
import { interpreter } from './interpret';
import { toJson } from './result';
import { type Marked, sequence } from './values';

export interface CompiledExpression {
  readonly source: string;
  /** True when `evaluate` answers at once, never with a Promise. */
  readonly fast: boolean;
  /**
   * The value for `input`, plain JSON, or undefined for nothing. `variables` are reached as `$name`.
   * Throws, or rejects with, a UserError whose code starts with `expression.`.
   */
  evaluate(
    input: Json,
    variables?: Readonly<Record<string, Json>>,
  ): Json | undefined | Promise<Json | undefined>;
}

export interface CompileOptions {
  /** Use the interpreter even for what could be compiled. For tests that compare the two. */
  slow?: boolean;
}

/** Loop turns of compiled code, well under a second's worth. */
const turns = 5_000_000;

/** Prepares `source` once for many rows. Throws UserError `expression.syntax…` with the position of the fault. */
export function compileExpression(source: string, options: CompileOptions = {}): CompiledExpression {
  const { ast, expression } = parse(source);
  checkCalls(ast, source);
  const tree = options.slow ? null : compileTree(ast);
  if (tree) return { source, fast: true, evaluate: compiled(tree, source) };
  const run = interpreter(expression);
  return {
    source,
    fast: false,
    async evaluate(input, variables = {}) {
      try {
        return toJson(await run(input, variables));
      } catch (error) {
        throw toUserError(error, source);
      }
    },
  };
}

function compiled(tree: Evaluator, source: string) {
  const scope: Scope = { root: undefined, variables: undefined, slots: [], turns };
  return (input: Json, variables?: Readonly<Record<string, Json>>): Json | undefined => {
    scope.root = input;
    scope.variables = variables;
    scope.turns = turns;
    try {
      return toJson(tree(Array.isArray(input) ? wrap(input) : input, scope));
    } catch (error) {
      throw toUserError(error, source);
    } finally {
      scope.root = undefined;
      scope.slots.length = 0;
    }
  };
}

/** A list as input is one value, not a sequence of rows. */
function wrap(input: Json[]): Marked {
  const wrapper = sequence(input);
  wrapper.outerWrapper = true;
  return wrapper;
}

/** A misspelt function name is told when the flow is drawn, not when its first row fails. */
function checkCalls(ast: AstNode, source: string): void {
  const bound = new Set<string>();
  const called: AstNode[] = [];
  walk(ast, (node) => {
    if (node.type === 'bind') bound.add((node.lhs as AstNode).value as string);
    if (node.type === 'lambda')
      for (const argument of node.arguments ?? []) bound.add(argument.value as string);
    if (node.focus) bound.add(node.focus);
    if (node.type === 'function' && node.procedure?.type === 'variable') called.push(node.procedure);
  });
  const unknown = called.find(
    ({ value }) => !bound.has(value as string) && !reservedNames.has(value as string),
  );
  if (!unknown) return;
  throw new UserError('expression.unknown-function', {
    values: { name: unknown.value as string, expression: excerpt(source), position: unknown.position },
  });
}

function walk(value: unknown, visit: (node: AstNode) => void): void {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return;
  if (typeof (value as AstNode).type === 'string') visit(value as AstNode);
  for (const member of Object.values(value)) walk(member, visit);
}
