// JSONata's syntax tree as its parser leaves it, as far as the compiler reads it. Parses; never evaluates.
import jsonata from 'jsonata';
import { UserError } from '../errors';
import { limits } from './limits';
import { LinearRegExp } from './linear-regexp';

/** One node after JSONata's post-parse stage: paths are lists of steps, `a.b` and `a[0]` are gone. */
export interface AstNode {
  type: string;
  value?: unknown;
  position?: number;
  steps?: AstNode[];
  lhs?: unknown;
  rhs?: AstNode;
  expression?: AstNode;
  expressions?: AstNode[];
  arguments?: AstNode[];
  procedure?: AstNode;
  condition?: AstNode;
  then?: AstNode;
  else?: AstNode;
  /** Filters on a node that is not a step. */
  predicate?: AstStage[];
  /** Filters on a step of a path. */
  stages?: AstStage[];
  group?: unknown;
  tuple?: boolean;
  focus?: string;
  index?: string;
  ancestor?: unknown;
  keepArray?: boolean;
  keepSingletonArray?: boolean;
  consarray?: boolean;
}

export interface AstStage {
  type: string;
  expr: AstNode;
}

export interface Parsed {
  ast: AstNode;
  expression: jsonata.Expression;
}

interface ParseFault {
  code?: string;
  position?: number;
  token?: unknown;
  message?: string;
}

/** Parses `source`. Throws UserError `expression.syntax` with the 0-based position of the fault. */
export function parse(source: string): Parsed {
  if (source.trim() === '') throw syntaxError(source, source.length, 'expression.empty');
  if (source.length > limits.source) {
    throw new UserError('expression.too-long', { values: { length: source.length, limit: limits.source } });
  }
  try {
    const expression = jsonata(source, {
      timeout: limits.milliseconds,
      stack: limits.depth,
      sequence: limits.items,
      // JSONata only ever does `new RegexEngine(regexp)` and then `exec` and `lastIndex`.
      RegexEngine: LinearRegExp as unknown as RegExpConstructor,
    });
    return { ast: expression.ast() as unknown as AstNode, expression };
  } catch (error) {
    if (error instanceof RangeError) {
      throw new UserError('expression.too-deep', { values: { expression: excerpt(source) }, cause: error });
    }
    const fault = error as ParseFault;
    throw syntaxError(source, fault.position ?? 0, syntaxCode(fault), error);
  }
}

function syntaxCode(fault: ParseFault): string {
  if (fault.code === 'S0203' || fault.code === 'S0207') return 'expression.syntax-end';
  if (fault.code === 'S0101' || fault.code === 'S0105' || fault.code === 'S0106' || fault.code === 'S0302') {
    return 'expression.syntax-unclosed';
  }
  return 'expression.syntax';
}

function syntaxError(source: string, position: number, code: string, cause?: unknown): UserError {
  const near = source.slice(Math.max(0, position - 12), position + 8);
  const detail = cause instanceof Error || !cause ? undefined : (cause as ParseFault).message;
  return new UserError(code, { values: { expression: excerpt(source), position, near, detail }, cause });
}

/** The expression as it is quoted in an error. */
export function excerpt(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
