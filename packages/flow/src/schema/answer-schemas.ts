// What a flow takes and what it answers, as JSON Schema: declared where somebody declared it, else as far as examples and
// expressions tell. Pure. A member that may be missing is not required, and of what is not known nothing is said.
import type { FlowDocument } from '../document';
import { expressionType } from '../expression/expression-type';
import { isJsonObject, type Json, type JsonObject, type Row } from '../json';
import type { Catalogue } from '../node';
import { answeringBoxes } from '../validation/called';
import { describeColumns, type Column } from './columns';
import { exampleOf } from './example-of';
import { knownFields, type KnownField, type SeenColumns } from './known-fields';

/**
 * Example rows of a box for called rows: those in its settings, else one made of its schema, else `usual`, the examples
 * that the box comes with.
 */
export function calledExamples(config: Readonly<Record<string, Json>>, usual?: Json): Row[] {
  const schema = declaredRow(config);
  const given = parsed(config.example) ?? (schema ? exampleOf(schema) : parsed(usual)) ?? [];
  return (Array.isArray(given) ? given : [given]).filter(isJsonObject);
}

/** The JSON Schema that a box for called rows declares; undefined where it declares none that can be read. */
export function declaredRow(config: Readonly<Record<string, Json>>): JsonObject | undefined {
  const schema = parsed(config.schema);
  return isJsonObject(schema) ? schema : undefined;
}

/** One row of a call: as it was declared, else what its examples look like. */
export function rowSchema(config: Readonly<Record<string, Json>>): JsonObject {
  const declared = declaredRow(config);
  if (declared) return declared;
  // What the box comes with says nothing of this flow.
  const columns = describeColumns(calledExamples(config));
  return objectSchema(columns.map(({ path, type }) => ({ path, type, always: false })));
}

/** The rows that leave each answering box, by box. `seen`: columns of sample rows, as `knownFields` takes them. */
export function answerSchemas(
  document: FlowDocument,
  catalogue: Catalogue,
  seen: SeenColumns,
): Record<string, JsonObject> {
  const known = knownFields(document, catalogue, { ...called(document, catalogue), ...seen });
  const boxes = answeringBoxes(document, catalogue);
  return Object.fromEntries(
    boxes.map((id) => {
      const fields = known[id]?.outputs.out ?? null;
      const lines = expressionsOf(document, catalogue, id);
      return [id, fields ? objectSchema(fields.map((field) => typed(field, lines))) : { type: 'object' }];
    }),
  );
}

interface TypedField {
  path: string;
  type: KnownField['type'];
  /** There in every row. */
  always: boolean;
}

function typed({ path, type }: KnownField, lines: ReadonlyMap<string, string>): TypedField {
  const source = lines.get(path);
  if (source === undefined) return { path, type, always: false };
  const told = expressionType(source);
  return { path, type: type === 'unknown' ? told.type : type, always: told.always };
}

/** What fills each field of a box that makes new rows. */
function expressionsOf(document: FlowDocument, catalogue: Catalogue, id: string): Map<string, string> {
  const node = document.nodes[id];
  const fields = catalogue.get(node?.type ?? '')?.gives?.fields ?? [];
  const lines = fields.flatMap((field) => {
    const value = node?.config[field];
    return Array.isArray(value) ? value.filter(isJsonObject) : [];
  });
  return new Map(lines.map(({ target, expression }) => [String(target), String(expression ?? '')]));
}

/** Columns of the rows that callers send, by the box that takes them. */
function called(document: FlowDocument, catalogue: Catalogue): SeenColumns {
  const boxes = Object.entries(document.nodes).filter(
    ([, { type }]) => catalogue.get(type)?.behaviour.called,
  );
  const columnsOf = (config: Readonly<Record<string, Json>>): Column[] => {
    const declared = declaredRow(config);
    const made = declared ? exampleOf(declared) : {};
    const rows = calledExamples(config);
    return describeColumns(isJsonObject(made) ? [...rows, made] : rows);
  };
  return Object.fromEntries(boxes.map(([id, { config }]) => [id, { out: columnsOf(config) }]));
}

/** Names of columns with dots are members of objects. */
function objectSchema(fields: readonly TypedField[]): JsonObject {
  const root: JsonObject = { type: 'object' };
  for (const { path, type, always } of fields) {
    const names = path.split('.');
    const last = names.pop() as string;
    const owner = names.reduce((at, name) => memberOf(at, name, always), root);
    const member = memberOf(owner, last, always);
    Object.assign(member, { ...ofType(type), ...member });
  }
  return root;
}

function memberOf(owner: JsonObject, name: string, always: boolean): JsonObject {
  owner.type = 'object';
  // Without a prototype: members may be called as they like.
  const properties = (owner.properties ??= Object.create(null) as JsonObject) as JsonObject;
  const required = (owner.required ?? []) as Json[];
  if (always && !required.includes(name)) owner.required = [...required, name];
  return (properties[name] ??= {}) as JsonObject;
}

function ofType(type: KnownField['type']): JsonObject {
  switch (type) {
    case 'text':
      return { type: 'string' };
    case 'number':
    case 'boolean':
    case 'object':
      return { type };
    case 'list':
      return { type: 'array', items: {} };
    default:
      return {};
  }
}

function parsed(text: Json | undefined): Json | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
