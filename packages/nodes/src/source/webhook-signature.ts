// Whether a call was made by who shares the secret. Compares in constant time, over the bytes as they came.
import type { HookCall, Json } from '@eclusa/flow';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The values of a `webhook` connection. */
export type SignatureRules = Readonly<Record<string, Json>>;

/** What a call that proved itself is known by, so that it counts once; null where nothing tells. */
export interface Proven {
  id: string | null;
}

/** Null for a call that does not prove itself, or proves itself with an old signature. */
export function prove(call: HookCall, rules: SignatureRules): Proven | null {
  const secret = textOf(rules['secret']);
  if (secret === '') return null;
  switch (rules['scheme'] ?? 'standard') {
    case 'standard':
      return standard(call, rules, secret);
    case 'stripe':
      return timed(call, rules, secret);
    case 'github':
      return overBody(
        call,
        { header: 'x-hub-signature-256', prefix: 'sha256=' },
        secret,
        'x-github-delivery',
      );
    case 'shopify':
      return overBody(
        call,
        { header: 'x-shopify-hmac-sha256', encoding: 'base64' },
        secret,
        'x-shopify-webhook-id',
      );
    case 'hmac':
      return overBody(call, rules, secret);
    case 'header':
      return proven(isSame(headerOf(call, textOf(rules['header'])), secret));
    case 'basic':
      return proven(isSame(headerOf(call, 'authorization'), basic(textOf(rules['username']), secret)));
    default:
      return null;
  }
}

/** Standard Webhooks 1.0.0: several signatures may stand side by side while a secret is changed. */
function standard(call: HookCall, rules: SignatureRules, secret: string): Proven | null {
  const [id, at] = [headerOf(call, 'webhook-id'), headerOf(call, 'webhook-timestamp')];
  if (id === '' || !isFresh(at, call, rules)) return null;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const wanted = hmac('sha256', key, [`${id}.${at}.`, call.body], 'base64');
  const given = headerOf(call, 'webhook-signature').split(' ');
  return proven(anySame(given, `v1,${wanted}`), id);
}

/** `t=<seconds>,v1=<hex>` over time and body, as Stripe has it. */
function timed(call: HookCall, rules: SignatureRules, secret: string): Proven | null {
  const header = headerOf(call, 'stripe-signature');
  const parts = header.split(',').map((part) => part.trim());
  const at = parts.find((part) => part.startsWith('t='))?.slice(2) ?? '';
  if (!isFresh(at, call, rules)) return null;
  const wanted = hmac('sha256', secret, [`${at}.`, call.body], 'hex');
  return proven(anySame(parts, `v1=${wanted}`), `${at} ${wanted}`);
}

function overBody(call: HookCall, rules: SignatureRules, secret: string, idHeader?: string): Proven | null {
  const algorithm = textOf(rules['algorithm']) || 'sha256';
  const encoding = rules['encoding'] === 'base64' ? 'base64' : 'hex';
  const digest = hmac(algorithm, secret, [call.body], encoding);
  const given = headerOf(call, textOf(rules['header']));
  const wanted = textOf(rules['prefix']) + digest;
  // Hexadecimal is written in both cases.
  const isRight =
    encoding === 'hex' ? isSame(given.toLowerCase(), wanted.toLowerCase()) : isSame(given, wanted);
  return proven(isRight, idHeader ? headerOf(call, idHeader) : '');
}

function proven(isRight: boolean, id = ''): Proven | null {
  return isRight ? { id: id === '' ? null : id } : null;
}

/** Within the tolerance, in both directions: clocks differ. */
function isFresh(seconds: string, { at }: HookCall, rules: SignatureRules): boolean {
  const tolerance = typeof rules['tolerance'] === 'number' ? rules['tolerance'] : 300;
  return /^\d{1,12}$/.test(seconds) && Math.abs(at.getTime() / 1000 - Number(seconds)) <= tolerance;
}

function hmac(
  algorithm: string,
  key: string | Buffer,
  parts: readonly (string | Uint8Array)[],
  encoding: 'hex' | 'base64',
): string {
  const made = createHmac(algorithm, key);
  for (const part of parts) made.update(part);
  return made.digest(encoding);
}

/** Looks at all of them, so that the time it takes tells nothing of which was right. */
function anySame(given: readonly string[], wanted: string): boolean {
  return given.map((one) => isSame(one, wanted)).includes(true);
}

/** Over hashes: those have one length. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted)) && wanted !== '';
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** Empty when it was not sent. */
export function headerOf(call: HookCall, name: string): string {
  return call.headers[name.toLowerCase()] ?? '';
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
