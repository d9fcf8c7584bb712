// What the parts of the compiler share: the shape of compiled code, its scope, and the word for "not here".
import type { AstNode } from './ast';
import { Fault } from './fault';
import type { Bag } from './values';

/** What one evaluation carries besides the current value. One per expression, reused: evaluation never re-enters. */
export interface Scope {
  /** The whole input, `$$`. */
  root: unknown;
  /** What the caller bound, such as `params`. */
  variables: Readonly<Bag> | undefined;
  /** Values of variables bound in blocks, by slot. */
  readonly slots: unknown[];
  /** Loop turns left before the expression counts as endless. */
  turns: number;
}

/** One node, ready to run: no lookups of rules, no waiting. */
export type Evaluator = (input: unknown, scope: Scope) => unknown;

export interface Compiler {
  /** Throws Unsupported when the node needs the interpreter. */
  compile(node: AstNode): Evaluator;
  /** The slot of a variable bound in a block around here. */
  slotOf(name: string): number | undefined;
  /** Compiles `work` in a new block, whose variables end with it. */
  block<T>(work: (bind: (name: string) => number) => T): T;
}

/** The node belongs to the part of JSONata that only its interpreter knows. */
export class Unsupported extends Error {}

/** Takes `count` turns from the budget. */
export function spend(scope: Scope, count: number): void {
  scope.turns -= count;
  if (scope.turns < 0) throw new Fault('D1012');
}
