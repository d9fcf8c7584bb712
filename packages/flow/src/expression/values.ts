// JSONata's values: JSON, `undefined` for "nothing", and sequences. No evaluation rules here.

/** A list with the marks JSONata keeps on arrays. Rows never carry them: JSON has no marked arrays. */
export interface Marked extends Array<unknown> {
  /** A result list, unwrapped when it holds one value and dropped when it holds none. */
  sequence?: true;
  /** Set by `[]`: a sequence of one stays a list. */
  keepSingleton?: true;
  /** Made by an array constructor in a path: not flattened into its parent. */
  cons?: true;
  /** The wrapping around an input that is itself a list. */
  outerWrapper?: true;
}

export type Bag = Record<string, unknown>;

export function sequence(...items: unknown[]): Marked {
  const list: Marked = items;
  list.sequence = true;
  return list;
}

export function isSequence(value: unknown): value is Marked {
  return Array.isArray(value) && (value as Marked).sequence === true;
}

/** A JSON object: neither null, list nor function. */
export function isObject(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What `evaluate` does to every result: nothing, one value, or the list. */
export function unwrap(value: unknown, keepArray = false): unknown {
  if (!isSequence(value)) return value;
  if (keepArray) value.keepSingleton = true;
  if (value.length === 0) return undefined;
  return value.length === 1 && !value.keepSingleton ? value[0] : value;
}

/** The member `key` of an object, or of every object in a list. Own members only. */
export function lookup(input: unknown, key: string): unknown {
  if (Array.isArray(input)) {
    const found = sequence();
    for (const item of input) {
      const value = lookup(item, key);
      if (Array.isArray(value)) for (const inner of value) found.push(inner);
      else if (value !== undefined) found.push(value);
    }
    return found;
  }
  return isObject(input) && Object.hasOwn(input, key) ? input[key] : undefined;
}

export function isDeepEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, at) => isDeepEqual(item, right[at]));
  }
  if (Array.isArray(left) || Array.isArray(right)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(
    (key) => Object.hasOwn(right, key) && isDeepEqual((left as Bag)[key], (right as Bag)[key]),
  );
}

/** Sets a member whatever its name, without ever touching a prototype. */
export function setMember(target: Bag, key: string, value: unknown): void {
  if (key === '__proto__') return;
  target[key] = value;
}
