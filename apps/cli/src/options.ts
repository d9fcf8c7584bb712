// Turns what was typed into values: parameters by their declared type, sizes, hosts.
import { UserError } from '@eclusa/flow';
import type { FlowDocument, Json, Locale } from '@eclusa/flow';
import { label } from './sentences';

/** Largest page: beyond it memory grows and nothing gets faster. */
const largestPage = 10_000;

/** `name=value` words as parameters. Names the flow does not declare are left as text for the engine to refuse. */
export function parseParameters(
  given: readonly string[],
  document: FlowDocument,
  locale: Locale,
): Record<string, Json> {
  const parameters: Record<string, Json> = {};
  for (const word of given) {
    const at = word.indexOf('=');
    if (at < 1) throw new UserError('cli.param-shape', { values: { given: word } });
    const [name, value] = [word.slice(0, at), word.slice(at + 1)];
    const declared = Object.hasOwn(document.parameters, name) ? document.parameters[name] : undefined;
    parameters[name] = typed(name, value, declared?.type ?? 'text', locale);
  }
  return parameters;
}

function typed(name: string, given: string, type: 'text' | 'number' | 'toggle', locale: Locale): Json {
  if (type === 'text') return given;
  const value = type === 'number' ? toNumber(given) : toToggle(given);
  if (value !== undefined) return value;
  const [wanted, hint] =
    type === 'number' ? (['aNumber', 'numberHint'] as const) : (['aToggle', 'toggleHint'] as const);
  throw new UserError('cli.param-type', {
    values: { name, given, wanted: label(wanted, locale), hint: label(hint, locale) },
  });
}

function toNumber(given: string): number | undefined {
  const value = Number(given);
  return given.trim() === '' || !Number.isFinite(value) ? undefined : value;
}

function toToggle(given: string): boolean | undefined {
  return given === 'true' ? true : given === 'false' ? false : undefined;
}

/** A page size typed by a person. Throws UserError `cli.size`. */
export function parsePageSize(given: string | undefined): number {
  if (given === undefined) return 500;
  const size = /^\d+$/.test(given) ? Number(given) : 0;
  if (size < 1 || size > largestPage)
    throw new UserError('cli.size', { values: { given, most: largestPage } });
  return size;
}

/** `host:port` words. Throws UserError `cli.host`. */
export function parseHosts(given: readonly string[]): string[] {
  for (const host of given) {
    if (!/^(\[[0-9a-f:.]+\]|[\w.-]+):\d{1,5}$/i.test(host)) {
      throw new UserError('cli.host', { values: { given: host } });
    }
  }
  return [...given];
}
