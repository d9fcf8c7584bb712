// When two values say the same: members in any order, and nothing counts as little as nothing there.
import { isJsonObject, type Json } from '@eclusa/flow';

/** Deeply equal; a member that is null equals one that is missing. Numbers and texts are not mixed: 1 is not "1". */
export function sameContent(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if ((a ?? null) === null || (b ?? null) === null) return (a ?? null) === (b ?? null);
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((one, at) => sameContent(one, b[at]));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => sameContent(a[name], b[name]));
}
