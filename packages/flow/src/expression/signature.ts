// The quick half of JSONata's argument check: says yes when every argument plainly has its declared type.
// Everything else (context values, missing ones, single values for lists, refusals) is left to JSONata's own check.

/** True when `values` may be handed over as they are. */
export type QuickCheck = (values: readonly unknown[]) => boolean;

const plain: Record<string, (value: unknown) => boolean> = {
  s: (value) => typeof value === 'string',
  n: (value) => typeof value === 'number',
  b: (value) => typeof value === 'boolean',
  x: (value) => value !== undefined,
  o: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  a: (value) => Array.isArray(value),
};

/** Reads a signature such as `<s-nn?:s>` or `<(nsb)-:n>`. Null when it has a part that needs the full check. */
export function quickCheck(signature: string): QuickCheck | null {
  const declared = signature.slice(1, signature.indexOf(':'));
  const parts = [...declared.matchAll(/([snbxoa]|\([snbof]+\))(?:<([snbo])>)?([-?]*)/g)];
  if (parts.map(([part]) => part).join('') !== declared) return null;
  const checks = parts.map(([, type = '', item]) => {
    const outer = oneOf(type);
    const inner = item === undefined ? undefined : oneOf(item);
    return inner ? (value: unknown) => outer(value) && (value as unknown[]).every(inner) : outer;
  });
  // Arguments are matched from the left, so leaving out trailing optional ones keeps the order plain.
  const required = parts.filter(([, , , marks = '']) => !marks.includes('?')).length;
  return (values) => {
    if (values.length < required || values.length > checks.length) return false;
    for (let at = 0; at < values.length; at++) {
      if (!(checks[at] as (value: unknown) => boolean)(values[at])) return false;
    }
    return true;
  };
}

function oneOf(types: string): (value: unknown) => boolean {
  const checks = [...types].flatMap((type) => plain[type] ?? []);
  const [only] = checks;
  return checks.length === 1 && only ? only : (value) => checks.some((check) => check(value));
}
