// What a write changes at the other side, member by member, and whether a request is still the one that was shown. Pure.
import type { RecordedRequest } from './errors';
import { isJsonObject, type Json, type JsonObject } from './json';

/** Stands for an id that only a real run would know. Shown in dry runs, never sent. */
export const newId = '(new)';

/** One member of what is written; nested ones by a dotted name. A side without a value is absent. */
export interface MemberChange {
  name: string;
  before?: Json;
  after?: Json;
}

/**
 * `create`: a thing that is not there; `update`: members that differ; `same`: the other side holds it all already;
 * `delete`; `other`: a request of which that cannot be told, such as one that starts something.
 */
export type DifferenceKind = 'create' | 'update' | 'same' | 'delete' | 'other';

export const differenceKinds: readonly DifferenceKind[] = ['create', 'update', 'same', 'delete', 'other'];

export interface Difference {
  kind: DifferenceKind;
  members: MemberChange[];
}

/** The members of `after` that `before` holds otherwise. What `after` does not name counts as left alone. */
export function memberChanges(before: Json, after: Json, name = ''): MemberChange[] {
  if (isJsonObject(before) && isJsonObject(after)) {
    return Object.entries(after).flatMap(([key, value]) =>
      memberChanges(before[key] ?? null, value, name === '' ? key : `${name}.${key}`),
    );
  }
  if (equal(before, after)) return [];
  return [{ name, ...(before !== null && { before }), ...(after !== null && { after }) }];
}

/** The same JSON, whatever the order of members; a member that is null counts as absent. */
export function equal(a: Json, b: Json): boolean {
  return matches(a, b, false);
}

/**
 * True when `request` is the one that was shown. An id that could not be known then stands for any; where both tell
 * what is there before, that must be the same too.
 */
export function isAsShown(shown: RecordedRequest, request: RecordedRequest): boolean {
  if (shown.method !== request.method || !sameAddress(shown.url, request.url)) return false;
  if (!matches(shown.body ?? null, request.body ?? null, true)) return false;
  const [then, now] = [shown.difference, request.difference];
  if (!then || !now || then.kind === 'other' || now.kind === 'other') return true;
  if (JSON.stringify([then.kind, then.members]).includes(newId)) return true;
  return then.kind === now.kind && matches(asJson(then.members), asJson(now.members), false);
}

const asJson = (members: readonly MemberChange[]): Json => members as unknown as Json;

function sameAddress(shown: string, url: string): boolean {
  const parts = shown.split(/%28new%29|\(new\)/i).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return parts.length === 1 ? shown === url : new RegExp(`^${parts.join('[^/?&]+')}$`).test(url);
}

function matches(a: Json, b: Json, isOpen: boolean): boolean {
  if (isOpen && a === newId) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, at) => matches(one, b[at] as Json, isOpen));
  }
  if (isJsonObject(a) && isJsonObject(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every((name) => matches(member(a, name), member(b, name), isOpen));
  }
  return a === b;
}

function member(object: JsonObject, name: string): Json {
  return Object.hasOwn(object, name) ? (object[name] ?? null) : null;
}
