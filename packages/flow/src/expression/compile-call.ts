// Calls of known functions, plain or chained with `~>`.
import type { AstNode } from './ast';
import { builtins } from './builtins';
import { type Compiler, type Evaluator, Unsupported } from './compiler';
import { Fault } from './fault';

/** `$f(a, b)`; with `first`, `a ~> $f(b)`. */
export function compileCall(node: AstNode, compiler: Compiler, first?: Evaluator): Evaluator {
  const { procedure } = node;
  const name = procedure?.value as string;
  const builtin = builtins.get(name);
  const plain = procedure?.type === 'variable' && !procedure.predicate && !procedure.keepArray;
  if (!plain || !builtin || compiler.slotOf(name) !== undefined) throw new Unsupported();
  const given = (node.arguments ?? []).map((argument) => compiler.compile(argument));
  const values = first ? [first, ...given] : given;
  const { call, quick, validate } = builtin;
  const { position } = node;
  return (input, scope) => {
    const evaluated: unknown[] = [];
    for (let at = 0; at < values.length; at++) evaluated.push((values[at] as Evaluator)(input, scope));
    try {
      return call(...(quick?.(evaluated) ? evaluated : validate(evaluated, input)));
    } catch (error) {
      throw placed(error, name, position);
    }
  };
}

/** Says which call failed, unless the fault knows better. JSONata's own faults are plain objects. */
function placed(error: unknown, token: string, position?: number): unknown {
  if (!(error instanceof Error) || error instanceof Fault) {
    const fault = error as { token?: unknown; position?: number };
    fault.position ??= position;
    fault.token ??= token;
  }
  return error;
}
