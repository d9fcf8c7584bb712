// Array and object constructors.
import type { AstNode } from './ast';
import { type Compiler, type Evaluator, type Scope, spend } from './compiler';
import { Fault } from './fault';
import { append } from './operators';
import { type Bag, type Marked, setMember } from './values';

/** `[a, b]`: lists inside are laid flat one level, constructors inside are not. */
export function compileArray(node: AstNode, compiler: Compiler): Evaluator {
  const items = (node.expressions ?? []).map((item) => ({
    run: compiler.compile(item),
    whole: item.value === '[',
  }));
  const { consarray } = node;
  return (input, scope) => {
    const list: Marked = [];
    for (const { run, whole } of items) {
      const value = run(input, scope);
      if (value === undefined) continue;
      if (whole) {
        list.push(value);
      } else {
        if (Array.isArray(value)) spend(scope, value.length);
        append(list, value);
      }
    }
    // Hidden from `Object.keys`, which `*` uses on lists too.
    if (consarray) Object.defineProperty(list, 'cons', { value: true });
    return list;
  };
}

interface Pair {
  key: Evaluator;
  value: Evaluator;
}

/** `{key: value}`: over a list, values are grouped by key. */
export function compileObject(node: AstNode, compiler: Compiler): Evaluator {
  const nodes = node.lhs as [AstNode, AstNode][];
  const pairs = nodes.map(([key, value]): Pair => ({
    key: compiler.compile(key),
    value: compiler.compile(value),
  }));
  const grouped: Evaluator = (input, scope) => group(pairs, input, scope, node.position);
  const names = fixedNames(nodes.map(([key]) => key));
  if (!names) return grouped;
  return (input, scope) => {
    if (Array.isArray(input)) return grouped(input, scope);
    const result: Bag = {};
    for (let at = 0; at < pairs.length; at++) {
      const value = (pairs[at] as Pair).value(input, scope);
      if (value !== undefined) result[names[at] as string] = value;
    }
    return result;
  };
}

/** The keys when all are plain texts, each once, none of them special. */
function fixedNames(keys: AstNode[]): string[] | null {
  const names = keys.map((key) =>
    key.type === 'string' && !key.predicate ? (key.value as string) : '__proto__',
  );
  const special = names.some((name) => name === '__proto__' || reserved.has(name));
  return special || new Set(names).size < names.length ? null : names;
}

/** Names by which JSONata tells functions from data. */
export const reserved: ReadonlySet<string> = new Set(['_jsonata_lambda', '_jsonata_function']);

function group(pairs: Pair[], input: unknown, scope: Scope, position?: number): Bag {
  const list: unknown[] = Array.isArray(input) ? (input.length === 0 ? [undefined] : input) : [input];
  spend(scope, list.length * pairs.length);
  const groups = new Map<string, { items: unknown[]; pair: Pair }>();
  for (const item of list) {
    for (const pair of pairs) {
      const key = pair.key(item, scope);
      if (key === undefined) continue;
      if (typeof key !== 'string') throw new Fault('T1003', key, { position });
      if (reserved.has(key)) throw new Fault('D1013', key, { position });
      const known = groups.get(key);
      if (known && known.pair !== pair) throw new Fault('D1009', key, { position });
      if (known) known.items.push(item);
      else groups.set(key, { items: [item], pair });
    }
  }
  const result: Bag = {};
  for (const [key, { items, pair }] of groups) {
    const value = pair.value(context(items), scope);
    if (value !== undefined) setMember(result, key, value);
  }
  return result;
}

/** What a group's value sees: the one item, or the items joined as JSONata's append joins them. */
function context(items: unknown[]): unknown {
  if (items.length === 1) return items[0];
  let joined: unknown = items[0];
  for (const item of items.slice(1)) {
    if (joined === undefined) joined = item;
    else if (item !== undefined) joined = (Array.isArray(joined) ? joined : [joined]).concat(item);
  }
  return joined;
}
