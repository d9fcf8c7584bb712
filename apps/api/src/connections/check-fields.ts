// Checks the settings and secrets of a connection against the fields of its kind. Pure.
import { checkFields, type ConnectionKind, type Fields, type Json } from '@eclusa/flow';
import type { Fault } from '../http/refusal';

type Values = Readonly<Record<string, Json>>;

/** Names of the fields whose values are never shown again. */
export function secretFields(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([id, field]) => (field.kind === 'secret' ? [id] : []));
}

/** Everything wrong with a connection: unknown members, secrets in the wrong place, missing or bad values. */
export function connectionFaults({ fields }: ConnectionKind, settings: Values, secrets: Values): Fault[] {
  const secret = new Set(secretFields(fields));
  const misplaced = Object.keys(settings).flatMap((id): Fault[] => {
    const path = `settings.${id}`;
    if (!Object.hasOwn(fields, id)) return [{ path, code: 'api.field-unknown' }];
    return secret.has(id) ? [{ path, code: 'api.field-is-secret' }] : [];
  });
  const unknown = Object.keys(secrets).filter((id) => !secret.has(id));
  const values = { ...settings, ...secrets };
  const wrong = checkFields(fields, values, { slotKind: () => undefined }).map(
    ({ field, code, values }): Fault => ({
      path: `${secret.has(field) ? 'secrets' : 'settings'}.${field}`,
      code,
      values,
    }),
  );
  return [
    ...misplaced,
    ...unknown.map((id): Fault => ({ path: `secrets.${id}`, code: 'api.field-unknown' })),
    ...wrong,
  ];
}

/** Settings that decide whom the secrets are sent to. */
const addressField = /url|host|account|environment|server|address|endpoint|domain|wsdl$/i;

/**
 * Would these settings send stored secrets to another place? Then they must be typed again: otherwise
 * whoever may edit a connection could have its secrets sent to themselves.
 */
export function movesAddress(before: Values, after: Values): boolean {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].some((id) => addressField.test(id) && placeOf(before[id]) !== placeOf(after[id]));
}

/** Would these settings sign in elsewhere, or as another application? Then what a person allowed holds no longer. */
export function endsSignIn(before: Values, after: Values): boolean {
  const ids = ['auth', 'authorizeUrl', 'tokenUrl', 'clientId'];
  return movesAddress(before, after) || ids.some((id) => (before[id] ?? '') !== (after[id] ?? ''));
}

function placeOf(value: Json | undefined): string {
  if (typeof value !== 'string') return value === undefined || value === null ? '' : JSON.stringify(value);
  const text = value.trim();
  return URL.canParse(text) && new URL(text).origin !== 'null' ? new URL(text).origin : text;
}
