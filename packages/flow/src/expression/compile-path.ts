// Paths, steps and filters: the walk through a row, with JSONata's flattening and unwrapping.
import type { AstNode, AstStage } from './ast';
import { type Compiler, type Evaluator, type Scope, spend, Unsupported } from './compiler';
import { isNumeric, truth } from './operators';
import { isObject, isSequence, lookup, type Marked, sequence, unwrap } from './values';

type Filter = (value: unknown, scope: Scope) => unknown[];

interface Step {
  run: Evaluator;
  filters: Filter[];
}

export function compilePath(node: AstNode, compiler: Compiler): Evaluator {
  const steps = node.steps ?? [];
  const general = generalPath(node, compiler);
  const [first, ...rest] = steps as [AstNode, ...AstNode[]];
  const start = first.type === 'variable' && isBare(first) ? compiler.compile(first) : undefined;
  const names = start ? rest : steps;
  const simple = names.every((step) => step.type === 'name' && isBare(step));
  if (!simple || node.keepSingletonArray || node.keepArray) return general;
  return simplePath(
    names.map((step) => step.value as string),
    start,
    general,
  );
}

function isBare(step: AstNode): boolean {
  return !step.stages && !step.predicate && !step.keepArray;
}

/** `a.b.c` while every value on the way is an object; the first list hands over to the general walk. */
function simplePath(names: string[], start: Evaluator | undefined, general: Evaluator): Evaluator {
  return (input, scope) => {
    let value = start ? start(input, scope) : input;
    for (let at = 0; at < names.length; at++) {
      const name = names[at] as string;
      if (Array.isArray(value)) return general(input, scope);
      if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
      value = value[name];
    }
    return isSequence(value) ? general(input, scope) : value;
  };
}

function generalPath(node: AstNode, compiler: Compiler): Evaluator {
  const nodes = node.steps ?? [];
  const steps = nodes.map((step) => compileStep(step, compiler));
  const [firstNode] = nodes;
  const fromVariable = firstNode?.type === 'variable';
  const builtFirst = firstNode?.consarray === true;
  // JSONata itself stumbles here: the filter may leave something that is no list.
  if (builtFirst && (firstNode?.predicate || firstNode?.stages)) throw new Unsupported();
  return (input, scope) => {
    let list = Array.isArray(input) && !fromVariable ? (input as Marked) : sequence(input);
    for (let at = 0; at < steps.length; at++) {
      const step = steps[at] as Step;
      list =
        at === 0 && builtFirst
          ? (step.run(list, scope) as Marked)
          : runStep(step, list, scope, at === steps.length - 1);
      if (list.length === 0) break;
    }
    if (node.keepSingletonArray) {
      if (list.cons && !list.sequence) list = sequence(list);
      // Lists of the row itself are never marked: they are not ours.
      if (list.sequence) list.keepSingleton = true;
    }
    return unwrap(list, node.keepArray);
  };
}

function compileStep(step: AstNode, compiler: Compiler): Step {
  return {
    run: compiler.compile(step),
    filters: (step.stages ?? []).map((stage) => compileFilter(stage, compiler)),
  };
}

function runStep({ run, filters }: Step, input: readonly unknown[], scope: Scope, last: boolean): Marked {
  spend(scope, input.length);
  const results: unknown[] = [];
  for (let at = 0; at < input.length; at++) {
    let result = run(input[at], scope);
    for (const filter of filters) result = filter(result, scope);
    if (result !== undefined) results.push(result);
  }
  const [only] = results;
  if (last && results.length === 1 && Array.isArray(only) && !isSequence(only)) return only;
  return flatten(results, scope);
}

function flatten(results: readonly unknown[], scope: Scope): Marked {
  const flat = sequence();
  for (const result of results) {
    if (!Array.isArray(result) || (result as Marked).cons) {
      flat.push(result);
    } else {
      spend(scope, result.length);
      for (const item of result) flat.push(item);
    }
  }
  return flat;
}

/** `list[predicate]`: by position when the predicate gives numbers, else by truth. */
export function compileFilter(stage: AstStage, compiler: Compiler): Filter {
  if (stage.type !== 'filter') throw new Unsupported();
  const { expr } = stage;
  if (expr.type === 'number') return byIndex(Math.floor(expr.value as number));
  const predicate = compiler.compile(expr);
  return (value, scope) => {
    const list = Array.isArray(value) ? value : [value];
    spend(scope, list.length);
    const kept = sequence();
    for (let at = 0; at < list.length; at++) {
      const item: unknown = list[at];
      const answer = predicate(item, scope);
      if (answer === false || answer === undefined) continue;
      // The same position asked for twice is given twice.
      for (let times = matches(answer, at, list.length); times > 0; times--) kept.push(item);
    }
    return kept;
  };
}

function byIndex(wanted: number): Filter {
  return (value) => {
    const list = Array.isArray(value) ? value : [value];
    const item: unknown = list[wanted < 0 ? list.length + wanted : wanted];
    if (Array.isArray(item)) return item;
    return item === undefined ? sequence() : sequence(item);
  };
}

function matches(answer: unknown, at: number, length: number): number {
  if (answer === true) return 1;
  const indexes = isNumeric(answer) ? [answer] : answer;
  if (!Array.isArray(indexes) || !indexes.every(isNumeric)) return truth(answer) ? 1 : 0;
  return indexes.filter((index) => {
    const whole = Math.floor(index);
    return (whole < 0 ? length + whole : whole) === at;
  }).length;
}

/** `name` as a step: the member of an object, or of each object of a list. */
export function compileName(node: AstNode): Evaluator {
  const name = node.value as string;
  const { keepArray } = node;
  return (input) => {
    if (isObject(input)) {
      const value = Object.hasOwn(input, name) ? input[name] : undefined;
      return isSequence(value) ? unwrap(value, keepArray) : value;
    }
    return Array.isArray(input) ? unwrap(lookup(input, name), keepArray) : undefined;
  };
}

/** `*`: the values of an object, lists among them laid flat. */
export function wildcard(input: unknown): unknown {
  const value: unknown = Array.isArray(input) && (input as Marked).outerWrapper ? input[0] : input;
  let found: unknown[] = sequence();
  if (typeof value !== 'object' || value === null) return found;
  for (const member of Object.keys(value).map((key) => (value as Record<string, unknown>)[key])) {
    // `concat` drops the sequence mark, as in JSONata.
    if (Array.isArray(member)) found = found.concat(member.flat(Infinity));
    else found.push(member);
  }
  return found;
}

/** `**`: the value and everything below it. */
export function descendants(input: unknown, scope: Scope): unknown {
  if (input === undefined) return undefined;
  const found = sequence();
  collect(input, found, scope);
  return found.length === 1 ? found[0] : found;
}

function collect(value: unknown, found: unknown[], scope: Scope): void {
  spend(scope, 1);
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, scope);
    return;
  }
  found.push(value);
  if (isObject(value)) for (const key of Object.keys(value)) collect(value[key], found, scope);
}
