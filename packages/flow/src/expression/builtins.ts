// The functions compiled expressions may call without waiting. Most are JSONata's own, taken from its
// environment, so that both paths answer the same; the few that JSONata declares async are written again here.
import jsonata from 'jsonata';
import { Bug } from '../errors';
import { brazilianFunctions } from '../functions/catalogue';
import { Fault } from './fault';
import { limits } from './limits';
import { quickCheck, type QuickCheck } from './signature';
import { isSequence, sequence } from './values';

/** What JSONata hands to its functions as `this`. */
const focus = {
  options: { sequence: limits.items },
  createSequence: sequence,
  environment: {
    /** Fills in what a date picture leaves out. */
    get timestamp() {
      return new Date();
    },
  },
};

export interface Builtin {
  call(...values: unknown[]): unknown;
  quick: QuickCheck | null;
  /** JSONata's check: the arguments as the function wants them, or a thrown fault. */
  validate(values: unknown[], context: unknown): unknown[];
}

interface JsonataFunction {
  implementation: (this: unknown, ...values: unknown[]) => unknown;
  signature: { definition: string; validate(values: unknown[], context: unknown): unknown[] };
}

// Left out on purpose: whatever takes a function, a pattern or the time of the evaluation.
const shared = (
  'sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim ' +
  'join formatNumber formatBase formatInteger parseInteger number floor ceil round abs sqrt power random boolean ' +
  'not zip keys lookup append exists spread merge reverse error assert type shuffle base64encode ' +
  'base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl toMillis fromMillis clone'
).split(' ');

const rewritten: Record<string, (...values: never[]) => unknown> = {
  contains,
  replace,
  split,
  sort,
  pad,
  distinct,
};

/** All functions by name, without the `$`. */
export const builtins: ReadonlyMap<string, Builtin> = collect();

/** Names that mean a function in JSONata, whichever path runs them. Variables cannot take these names. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...builtins.keys(),
  ...'now millis match map filter single reduce sift each eval'.split(' '),
]);

function collect(): Map<string, Builtin> {
  const lookup = environment();
  const found = new Map<string, Builtin>();
  for (const name of [...shared, ...Object.keys(rewritten)]) {
    const { implementation, signature } = lookup(name);
    const own = rewritten[name] as ((...values: unknown[]) => unknown) | undefined;
    found.set(name, {
      call: own ?? implementation.bind(focus),
      quick: quickCheck(signature.definition),
      validate: (values, context) => signature.validate(values, context),
    });
  }
  for (const { name, signature, call } of brazilianFunctions) {
    found.set(name, {
      call: call as (...values: unknown[]) => unknown,
      quick: quickCheck(signature),
      validate: lookup(name).signature.validate,
    });
  }
  return found;
}

/** JSONata's global frame, which it shows to an entry hook before the first evaluation waits for anything. */
function environment(): (name: string) => JsonataFunction {
  let seen: jsonata.Environment | undefined;
  const probe = jsonata('null');
  registerFunctions(probe);
  const hook = Symbol.for('jsonata.__evaluate_entry') as unknown as string;
  probe.assign(hook, (_ast: unknown, _input: unknown, frame: jsonata.Environment) => {
    seen = frame;
  });
  void probe.evaluate(null);
  const frame = seen;
  if (!frame) throw new Bug('bug.unexpected', { values: { detail: 'jsonata did not show its functions' } });
  return (name) => frame.lookup(name) as JsonataFunction;
}

/** Teaches an interpreter the functions JSONata lacks, and the guarded form of those that could eat the memory. */
export function registerFunctions(expression: jsonata.Expression): void {
  for (const { name, call, signature } of brazilianFunctions) {
    // `$map` hands over as many values as the function is long: optional arguments must not take the index.
    if (signature.includes('?')) Object.defineProperty(call, 'length', { value: 1 });
    expression.registerFunction(name, call as (...values: unknown[]) => unknown, signature);
  }
  expression.registerFunction('pad', pad, '<s-ns?:s>');
  expression.registerFunction('distinct', distinct, '<x:x>');
}

function contains(text?: string, part?: string): boolean | undefined {
  return text === undefined || part === undefined ? undefined : text.includes(part);
}

function split(text?: string, separator?: string, limit?: number): string[] | undefined {
  if (text === undefined) return undefined;
  if (limit !== undefined && limit < 0) throw new Fault('D3020', limit, { index: 3 });
  if (limit !== undefined && !(limit > 0)) return [];
  // As JSONata: a missing separator is a call of nothing, and the limit is cut to a whole number by `split`.
  if (separator === undefined) throw new TypeError('split needs a separator');
  return text.split(separator, limit);
}

function replace(text?: string, pattern?: string, by?: string, limit?: number): string | undefined {
  if (text === undefined) return undefined;
  if (pattern === '') throw new Fault('D3010', pattern, { index: 2 });
  if (limit !== undefined && limit < 0) throw new Fault('D3011', limit, { index: 4 });
  if (limit !== undefined && !(limit > 0)) return text;
  if (pattern === undefined) throw new TypeError('replace needs a pattern');
  const parts = text.split(pattern);
  const replaced = Math.min(parts.length - 1, limit === undefined ? Infinity : Math.ceil(limit));
  const rest = parts.slice(replaced + 1).map((part) => pattern + part);
  return parts.slice(0, replaced + 1).join(String(by)) + rest.join('');
}

function sort(list?: unknown[]): unknown[] | undefined {
  if (list === undefined || list.length <= 1) return list;
  const [first] = list;
  const alike = typeof first === 'string' || typeof first === 'number';
  if (!alike || list.some((item) => typeof item !== typeof first))
    throw new Fault('D3070', list, { index: 1 });
  return [...list].sort((a, b) =>
    (a as string) > (b as string) ? 1 : (a as string) < (b as string) ? -1 : 0,
  );
}

function pad(text?: string, width?: number, fill?: string): string | undefined {
  if (text === undefined) return undefined;
  const wanted = Math.trunc(width ?? 0);
  const missing = Math.abs(wanted) - [...text].length;
  if (!(missing > 0)) return text;
  if (missing > limits.text) throw new Fault('D2015', width);
  const unit = [...(fill || ' ')];
  const padding = Array.from({ length: missing }, (_, at) => unit[at % unit.length]).join('');
  return wanted > 0 ? text + padding : padding + text;
}

/** JSONata compares each value with each; a key per value keeps long lists from taking minutes. */
function distinct(list?: unknown): unknown {
  if (!Array.isArray(list) || list.length <= 1) return list;
  const seen = new Set<string>();
  const kept: unknown[] = isSequence(list) ? sequence() : [];
  for (const item of list) {
    const key = identity(item);
    if (!seen.has(key)) kept.push(item);
    seen.add(key);
  }
  return kept;
}

function identity(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(identity).join()}]`;
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${identity(member)}`);
  return `{${members.sort().join()}}`;
}
