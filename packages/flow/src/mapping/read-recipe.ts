// Reads an expression back as a recipe. What it answers always writes the same expression again, or it answers null.
import { parse, type AstNode } from '../expression/ast';
import { LruMap } from '../expression/lru-map';
import { UserError } from '../errors';
import type { Json } from '../json';
import { innerLines } from './inner-lines';
import { pathExpression, pathOf } from './path';
import { recipeExpression, type Origin, type Recipe } from './recipe';
import { comparisons, type Step, type StepName } from './steps';

/** Forms ask for the same expressions again at every keystroke. */
const known = new LruMap<string, Recipe | null>(1_000);

/** The recipe that writes `expression`, spacing and brackets apart; null when no recipe does. */
export function readRecipe(expression: string): Recipe | null {
  const found = known.get(expression);
  if (found !== undefined) return found;
  const recipe = read(expression.trim());
  known.set(expression, recipe);
  return recipe;
}

function read(source: string): Recipe | null {
  const plain = pathOf(source);
  if (plain) return { origin: { kind: 'field', names: plain }, steps: [] };
  const tree = treeOf(source);
  if (!tree) return null;
  const found = innerLines(source);
  const recipe = found ? { origin: found, steps: [] } : readTree(tree);
  if (!recipe) return null;
  // Reading only looks for what is typical; writing and comparing is what makes it certain.
  const again = treeOf(recipeExpression(recipe));
  return again && canonical(again) === canonical(tree) ? recipe : null;
}

function treeOf(source: string): AstNode | null {
  try {
    return parse(source).ast;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** The tree as text without places, and without brackets around a single value. */
function canonical(tree: AstNode): string {
  return JSON.stringify(unwrapped(tree), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const { position: _position, ...rest } = unwrapped(value as AstNode);
    return Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function unwrapped(node: AstNode): AstNode {
  const single = node.type === 'block' && node.expressions?.length === 1 && !node.predicate;
  return single ? unwrapped(node.expressions![0]!) : node;
}

const then = (recipe: Recipe | null, kind: StepName, values: Step['values'] = {}): Recipe | null =>
  recipe && { origin: recipe.origin, steps: [...recipe.steps, { kind, values }] };

function readTree(given: AstNode): Recipe | null {
  const node = unwrapped(given);
  const fixed = literalOf(node);
  if (fixed !== undefined) return { origin: { kind: 'fixed', value: fixed }, steps: [] };
  switch (node.type) {
    case 'path': {
      const origin = pathOrigin(node);
      return origin && { origin, steps: [] };
    }
    case 'function':
      return readCall(node);
    case 'binary':
      return readOperator(node);
    case 'condition':
      return readWhen(node, null);
    case 'block':
      return readBound(node);
    default:
      return null;
  }
}

function literalOf(node: AstNode | undefined): string | number | boolean | null | undefined {
  if (!node || node.predicate || node.keepArray) return undefined;
  if (node.type === 'string' || node.type === 'number') return node.value as string | number;
  return node.type === 'value' ? (node.value as boolean | null) : undefined;
}

function pathOrigin(node: AstNode): Origin | null {
  const steps = node.steps ?? [];
  if (!steps.every((step) => step.type === 'name')) return null;
  const names = steps.map((step) => String(step.value));
  const at = steps.findIndex((step) => step.stages);
  if (at < 0) return { kind: 'field', names, ...(node.keepSingletonArray && { take: 'each' }) };
  const index = literalOf(steps[at]!.stages![0]?.expr);
  if (index !== 0 && index !== -1) return null;
  return { kind: 'field', names, take: index === 0 ? 'first' : 'last', at };
}

/** Functions whose arguments after the value are the step's values, in order. */
const plainCalls: Readonly<Record<string, readonly [StepName, ...string[]]>> = {
  trim: ['trim'],
  uppercase: ['upper'],
  lowercase: ['lower'],
  titleCase: ['title'],
  replace: ['replace', 'find', 'with'],
  substring: ['substring', 'from', 'length'],
  truncate: ['truncate', 'length'],
  string: ['text'],
  slug: ['slug'],
  digits: ['digits'],
  parseNumber: ['number', 'mark'],
  round: ['round', 'places'],
  atLeast: ['atLeast', 'min'],
  cents: ['cents'],
  fromCents: ['fromCents'],
  parseDate: ['date'],
  yesNo: ['yesNo', 'yes'],
  ean: ['ean'],
  whenEmpty: ['whenEmpty', 'value'],
  required: ['required'],
  join: ['joinList', 'separator'],
  count: ['count'],
  sum: ['sum'],
};

/** What a missing argument stands for in the form of its step. */
const leftOut: Readonly<Record<string, Json>> = {
  mark: '',
  yes: '',
  separator: '',
  places: null,
  length: null,
};

function readCall(node: AstNode): Recipe | null {
  const name = String(node.procedure?.value);
  const [of, ...rest] = node.arguments ?? [];
  if (node.type !== 'function' || !of) return null;
  if (name === 'split') return readPart(node, of, rest);
  if (node.predicate) return null;
  if (name === 'lookup') return readLookup(of, rest);
  if (name === 'join' && of.type === 'unary') return readAppend(of, rest);
  if (name === 'whenEmpty' && rest.length === 0) return then(readTree(of), 'skipEmpty');
  const plain = plainCalls[name];
  if (!plain) return null;
  const [kind, ...inputs] = plain;
  const given = rest.map(literalOf);
  if (given.length > inputs.length || given.some((value) => value === undefined)) return null;
  const values = inputs.map((input, at) => [input, given[at] ?? leftOut[input] ?? null] as const);
  return then(readTree(of), kind, Object.fromEntries(values));
}

function readPart(node: AstNode, of: AstNode, rest: AstNode[]): Recipe | null {
  const mark = literalOf(rest[0]);
  const at = literalOf(node.predicate?.[0]?.expr);
  if (typeof mark !== 'string' || typeof at !== 'number') return null;
  return then(readTree(of), 'part', { mark, at });
}

function readLookup(table: AstNode, rest: AstNode[]): Recipe | null {
  const asked = rest[0]?.arguments?.[0];
  if (rest[0]?.procedure?.value !== 'string' || !asked || table.value !== '{') return null;
  const pairs = (table.lhs as [AstNode, AstNode][]).map((pair) => pair.map(literalOf));
  if (!pairs.every((pair) => pair.every((text) => typeof text === 'string'))) return null;
  return then(readTree(asked), 'lookup', { pairs: pairs as string[][] });
}

function readAppend(list: AstNode, rest: AstNode[]): Recipe | null {
  const separator = rest.length === 0 ? '' : literalOf(rest[0]);
  const texts = (list.expressions ?? []).map(({ procedure, arguments: given }) =>
    procedure?.value === 'string' ? given?.[0] : undefined,
  );
  const [of, ...others] = texts;
  const fields = others.map((other) => (other?.type === 'path' ? pathText(other) : null));
  if (!of || typeof separator !== 'string' || fields.some((field) => field === null)) return null;
  return then(readTree(of), 'append', { separator, fields: fields as string[] });
}

function pathText(node: AstNode): string | null {
  const origin = pathOrigin(node);
  return origin?.kind === 'field' && !origin.take ? pathExpression(origin.names) : null;
}

const operators: Readonly<Record<string, StepName>> = { '*': 'multiply', '/': 'divide', '+': 'add' };

function readOperator(node: AstNode): Recipe | null {
  const kind = operators[String(node.value)];
  const by = literalOf(node.rhs);
  if (!kind || typeof by !== 'number') return null;
  return then(readTree(node.lhs as AstNode), kind, { by });
}

/** `($v := value; $v = "A" ? "B" : $v)`. */
function readBound(node: AstNode): Recipe | null {
  const [bind, test, ...more] = node.expressions ?? [];
  if (bind?.type !== 'bind' || test?.type !== 'condition' || more.length > 0 || !bind.rhs) return null;
  return readWhen(test, bind.rhs);
}

/** `bound` is what the tested name stands for; null where the value itself is tested. */
function readWhen(node: AstNode, bound: AstNode | null): Recipe | null {
  const { condition } = node;
  const isContains = condition?.procedure?.value === 'contains';
  const [of, asked] = isContains
    ? (condition?.arguments ?? [])
    : [condition?.lhs as AstNode | undefined, condition?.rhs];
  const test = Object.entries(comparisons).find(([, mark]) => mark === (isContains ? '' : condition?.value));
  const value = literalOf(asked);
  const result = literalOf(node.then);
  if (!of || !test || value === undefined || result === undefined) return null;
  const otherwise = literalOf(node.else) ?? null;
  return then(readTree(bound ?? of), 'when', { test: test[0], value, then: result, otherwise });
}
