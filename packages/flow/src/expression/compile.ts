// Turns a syntax tree into one synchronous closure, or says that it needs the interpreter.
import type { AstNode } from './ast';
import { reservedNames } from './builtins';
import { compileCall } from './compile-call';
import { compileArray, compileObject } from './compile-construct';
import { compileFilter, compileName, compilePath, descendants, wildcard } from './compile-path';
import { type Compiler, type Evaluator, Unsupported } from './compiler';
import { negate, operators, truth } from './operators';
import { type Bag, type Marked, unwrap } from './values';

/** The whole expression compiled, or null when any part of it is outside the compiled language. */
export function compileTree(ast: AstNode): Evaluator | null {
  try {
    return new TreeCompiler().compile(ast);
  } catch (error) {
    if (error instanceof Unsupported) return null;
    throw error;
  }
}

class TreeCompiler implements Compiler {
  private readonly blocks: Map<string, number>[] = [];
  private slots = 0;

  compile(node: AstNode): Evaluator {
    if (node.group || node.tuple || node.focus || node.index || node.ancestor) throw new Unsupported();
    const bare = this.compileKind(node);
    const filters = (node.predicate ?? []).map((stage) => compileFilter(stage, this));
    const { keepArray } = node;
    if (filters.length === 0 && (node.type === 'path' || node.type === 'name')) return bare;
    if (filters.length === 0 && !keepArray && !mayGiveSequence.has(node.type)) return bare;
    return (input, scope) => {
      let value = bare(input, scope);
      for (const filter of filters) value = filter(value, scope);
      return unwrap(value, keepArray);
    };
  }

  slotOf(name: string): number | undefined {
    for (let at = this.blocks.length - 1; at >= 0; at--) {
      const slot = this.blocks[at]?.get(name);
      if (slot !== undefined) return slot;
    }
    return undefined;
  }

  block<T>(work: (bind: (name: string) => number) => T): T {
    const names = new Map<string, number>();
    this.blocks.push(names);
    const result = work((name) => {
      const slot = this.slots++;
      names.set(name, slot);
      return slot;
    });
    this.blocks.pop();
    return result;
  }

  private compileKind(node: AstNode): Evaluator {
    switch (node.type) {
      case 'path':
        return compilePath(node, this);
      case 'name':
        return compileName(node);
      case 'string':
      case 'number':
      case 'value':
        return () => node.value;
      case 'variable':
        return this.compileVariable(node.value as string);
      case 'binary':
        return this.compileBinary(node);
      case 'unary':
        return this.compileUnary(node);
      case 'condition':
        return this.compileCondition(node);
      case 'block':
        return this.compileBlock(node);
      case 'function':
        return compileCall(node, this);
      case 'apply':
        if (node.rhs?.type !== 'function') throw new Unsupported();
        return compileCall(node.rhs, this, this.compile(node.lhs as AstNode));
      case 'wildcard':
        return wildcard;
      case 'descendant':
        return descendants;
      default:
        throw new Unsupported();
    }
  }

  private compileVariable(name: string): Evaluator {
    if (name === '') {
      return (input) => (Array.isArray(input) && (input as Marked).outerWrapper ? input[0] : input);
    }
    if (name === '$') return (_input, scope) => scope.root;
    const slot = this.slotOf(name);
    if (slot !== undefined) return (_input, scope) => scope.slots[slot];
    if (reservedNames.has(name)) throw new Unsupported();
    return (_input, { variables }) =>
      variables !== undefined && Object.hasOwn(variables, name) ? (variables as Bag)[name] : undefined;
  }

  private compileBinary(node: AstNode): Evaluator {
    const token = node.value as string;
    const left = this.compile(node.lhs as AstNode);
    const right = this.compile(node.rhs as AstNode);
    if (token === 'and') return (input, scope) => truth(left(input, scope)) && truth(right(input, scope));
    if (token === 'or') return (input, scope) => truth(left(input, scope)) || truth(right(input, scope));
    const operator = operators[token];
    if (!operator) throw new Unsupported();
    const { position } = node;
    return (input, scope) => operator(left(input, scope), right(input, scope), scope, position);
  }

  private compileUnary(node: AstNode): Evaluator {
    if (node.value === '[') return compileArray(node, this);
    if (node.value === '{') return compileObject(node, this);
    if (node.value !== '-') throw new Unsupported();
    const operand = this.compile(node.expression as AstNode);
    return (input, scope) => negate(operand(input, scope), node.position);
  }

  private compileCondition(node: AstNode): Evaluator {
    const condition = this.compile(node.condition as AstNode);
    const then = this.compile(node.then as AstNode);
    const otherwise = node.else ? this.compile(node.else) : () => undefined;
    return (input, scope) => (truth(condition(input, scope)) ? then : otherwise)(input, scope);
  }

  private compileBlock(node: AstNode): Evaluator {
    const nodes = node.expressions ?? [];
    const steps = this.block((bind) => nodes.map((part) => this.compileStatement(part, bind)));
    const [only] = steps;
    if (only && steps.length === 1) return only;
    return (input, scope) => {
      let value: unknown;
      for (const step of steps) value = step(input, scope);
      return value;
    };
  }

  /** `$x := …` right inside a block gets a slot. Anywhere else the interpreter's frames decide what it means. */
  private compileStatement(node: AstNode, bind: (name: string) => number): Evaluator {
    if (node.type !== 'bind' || node.predicate || node.keepArray || node.group) return this.compile(node);
    const name = (node.lhs as AstNode).value as string;
    if (name === '' || name === '$' || reservedNames.has(name)) throw new Unsupported();
    const value = this.compile(node.rhs as AstNode);
    const slot = bind(name);
    return (input, scope) => (scope.slots[slot] = value(input, scope));
  }
}

/** Kinds whose own result may be a sequence that nobody has unwrapped yet. */
const mayGiveSequence: ReadonlySet<string> = new Set([
  'variable',
  'function',
  'apply',
  'wildcard',
  'descendant',
  'binary',
]);
