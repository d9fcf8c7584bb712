// What a plan's nodes are told: settings of the version their type has now, and the flow's parameters.
import { UserError, defaultOf } from '@eclusa/flow';
import type { FlowDocument, FlowNode, FlowParameter, Json, NodeType } from '@eclusa/flow';

/** The node's settings, migrated and with defaults. Throws UserError `engine.node-newer`. */
export function resolveConfig(id: string, placed: FlowNode, type: NodeType): Record<string, Json> {
  if (placed.version > type.version) {
    throw new UserError('engine.node-newer', {
      values: { node: id, type: type.id, version: placed.version, known: type.version },
    });
  }
  // A published version is never rewritten, so old settings arrive here for as long as it is run.
  const migrations = (type.migrate ?? []).slice(placed.version - 1, type.version - 1);
  const config = migrations.reduce((old, migrate) => migrate(old), placed.config);
  const defaults: Record<string, Json> = {};
  for (const [name, field] of Object.entries(type.fields)) {
    const value = defaultOf(field);
    if (value !== undefined) defaults[name] = value;
  }
  return { ...defaults, ...config };
}

/** All parameters of the flow with their values; one that is optional and not given is null. */
export function resolveParameters(
  document: FlowDocument,
  given: Readonly<Record<string, Json>>,
): Record<string, Json> {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(document.parameters, name)) {
      throw new UserError('engine.parameter-unknown', { values: { parameter: name } });
    }
  }
  const values: Record<string, Json> = {};
  for (const [name, parameter] of Object.entries(document.parameters)) {
    values[name] = checked(name, parameter, given[name] ?? parameter.default ?? null);
  }
  return values;
}

const typeOf = { text: 'string', number: 'number', toggle: 'boolean' } as const;

function checked(name: string, parameter: FlowParameter, value: Json): Json {
  if (value === null) {
    if (parameter.required) throw new UserError('engine.parameter-missing', { values: { parameter: name } });
    return null;
  }
  if (typeof value !== typeOf[parameter.type]) {
    throw new UserError('engine.parameter-invalid', {
      values: { parameter: name, type: parameter.type, value },
    });
  }
  return value;
}
