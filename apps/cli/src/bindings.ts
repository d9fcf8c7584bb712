// The bindings file: which connections a flow's slots use, and its parameters. Secrets come from the environment.
import { UserError, defaultOf, isJsonObject, isShown } from '@eclusa/flow';
import type { Connection, ConnectionKind, FlowDocument, Json, JsonObject } from '@eclusa/flow';
import { readJson } from './json-file';

export interface Bindings {
  /** By slot id. */
  slots: Record<string, Connection>;
  parameters: Record<string, Json>;
}

export interface BindingsOptions {
  kinds: ReadonlyMap<string, ConnectionKind>;
  env: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads the file and checks it against the flow and the connection kinds. `"$env:NAME"` is replaced wherever a
 * value is text. Throws UserError `cli.bindings-shape`, `cli.slot-*`, `cli.kind-unknown`, `cli.value-*`, `cli.env-missing`.
 */
export async function readBindings(
  file: string,
  document: FlowDocument,
  options: BindingsOptions,
): Promise<Bindings> {
  const found = withEnvironment(await readJson(file), file, options.env);
  const whole = objectAt(found, file, '/');
  for (const name of Object.keys(whole))
    if (name !== 'slots' && name !== 'parameters') throw shape(file, name);
  const slots: Record<string, Connection> = {};
  for (const [slot, bound] of Object.entries(objectAt(whole.slots ?? {}, file, 'slots'))) {
    slots[slot] = connectionOf(file, slot, bound, document, options.kinds);
  }
  return { slots, parameters: objectAt(whole.parameters ?? {}, file, 'parameters') };
}

function connectionOf(
  file: string,
  slot: string,
  bound: Json,
  document: FlowDocument,
  kinds: BindingsOptions['kinds'],
): Connection {
  const wanted = Object.hasOwn(document.slots, slot) ? document.slots[slot] : undefined;
  if (!wanted) {
    const known = Object.keys(document.slots).join(', ') || '–';
    throw new UserError('cli.slot-unknown', { values: { file, slot, known } });
  }
  const { kind: given, values } = objectAt(bound, file, `slots.${slot}`);
  if (typeof given !== 'string') throw shape(file, `slots.${slot}.kind`);
  if (given !== wanted.kind) {
    throw new UserError('cli.slot-kind', { values: { file, slot, given, wanted: wanted.kind } });
  }
  const kind = kinds.get(given);
  if (!kind) {
    throw new UserError('cli.kind-unknown', {
      values: { file, slot, given, known: [...kinds.keys()].join(', ') },
    });
  }
  return {
    id: slot,
    kind: given,
    values: filled(file, slot, kind, objectAt(values ?? {}, file, `slots.${slot}.values`)),
  };
}

function filled(file: string, slot: string, kind: ConnectionKind, values: JsonObject): JsonObject {
  for (const field of Object.keys(values)) {
    if (!Object.hasOwn(kind.fields, field)) {
      const known = Object.keys(kind.fields).join(', ');
      throw new UserError('cli.value-unknown', { values: { file, slot, field, known } });
    }
  }
  const all: JsonObject = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = values[name] ?? defaultOf(field);
    if (value !== undefined) all[name] = value;
  }
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.required && isShown(field, kind.fields, all) && (all[name] ?? '') === '') {
      throw new UserError('cli.value-missing', { values: { file, slot, field: name } });
    }
  }
  return all;
}

function withEnvironment(value: Json, file: string, env: BindingsOptions['env']): Json {
  if (Array.isArray(value)) return value.map((item) => withEnvironment(item, file, env));
  if (isJsonObject(value)) {
    const entries = Object.entries(value).map(([key, item]) => [key, withEnvironment(item, file, env)]);
    return Object.fromEntries(entries) as JsonObject;
  }
  if (typeof value !== 'string' || !value.startsWith('$env:')) return value;
  const name = value.slice('$env:'.length);
  const found = env[name];
  if (found === undefined || found === '') throw new UserError('cli.env-missing', { values: { file, name } });
  return found;
}

function objectAt(value: Json, file: string, place: string): JsonObject {
  if (!isJsonObject(value)) throw shape(file, place);
  return value;
}

function shape(file: string, place: string): UserError {
  return new UserError('cli.bindings-shape', { values: { file, place } });
}
