// What goes wrong inside an expression, and how it is told to the person. JSONata's own codes stop here.
import { EclusaError, UserError } from '../errors';
import type { Json } from '../json';
import { excerpt } from './ast';

/** A fault with JSONata's code, thrown by compiled code the way the interpreter throws it. */
export class Fault extends Error {
  position?: number;
  token?: unknown;
  index?: number;
  value2?: unknown;
  constructor(
    readonly code: string,
    readonly value?: unknown,
    details: { position?: number; token?: unknown; index?: number; value2?: unknown } = {},
  ) {
    super(code);
    Object.assign(this, details);
  }
}

/** What both paths throw: a Fault, or JSONata's plain object of the same form. */
interface FaultLike {
  code?: string;
  value?: unknown;
  value2?: unknown;
  token?: unknown;
  index?: number;
  position?: number;
  message?: string;
  type?: string;
}

const codes: Record<string, string> = {
  D1001: 'expression.not-finite',
  D3001: 'expression.not-finite',
  D3061: 'expression.not-finite',
  D3030: 'expression.not-a-number',
  D1002: 'expression.operand-not-number',
  T2001: 'expression.operand-not-number',
  T2002: 'expression.operand-not-number',
  T2003: 'expression.operand-not-number',
  T2004: 'expression.operand-not-number',
  T2009: 'expression.not-comparable',
  T2010: 'expression.not-comparable',
  T0410: 'expression.bad-argument',
  T0411: 'expression.bad-argument',
  T0412: 'expression.bad-argument',
  T1003: 'expression.key-not-text',
  D1009: 'expression.key-twice',
  T1005: 'expression.not-a-function',
  T1006: 'expression.not-a-function',
  T2006: 'expression.not-a-function',
  D1011: 'expression.too-deep',
  D1012: 'expression.too-slow',
  D2014: 'expression.too-big',
  D2015: 'expression.too-big',
  D3137: 'expression.raised',
  D3141: 'expression.raised',
};

/** Any fault of an evaluation as a UserError whose sentence names the value and the place. */
export function toUserError(thrown: unknown, source: string): UserError {
  if (thrown instanceof UserError) return thrown;
  if (thrown instanceof EclusaError)
    return new UserError(thrown.code, { values: thrown.values, cause: thrown });
  const expression = excerpt(source);
  if (thrown instanceof RangeError) {
    const code = /stack/i.test(thrown.message) ? 'expression.too-deep' : 'expression.too-big';
    return new UserError(code, { values: { expression }, cause: thrown });
  }
  const fault = (thrown ?? {}) as FaultLike;
  const code = (fault.code !== undefined && codes[fault.code]) || 'expression.failed';
  return new UserError(code, {
    values: {
      expression,
      reason: fault.message ?? fault.code ?? String(thrown),
      value: quote(fault.value),
      value2: quote(fault.value2),
      token: typeof fault.token === 'string' ? fault.token : undefined,
      index: fault.index,
      position: fault.position,
      jsonata: fault.code,
    },
    cause: thrown,
  });
}

/** A value as an error shows it: short, and never more than text. */
function quote(value: unknown): Json {
  if (value === undefined || typeof value === 'function') return 'nothing';
  try {
    return excerpt(typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing'));
  } catch {
    return '…';
  }
}
