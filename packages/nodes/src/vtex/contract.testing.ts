// VTEX's own OpenAPI documents, read in place for checking: which operations there are, what they take.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isJsonObject, type Json, type JsonObject, type NodeType } from '@eclusa/flow';

const folder = path.resolve(__dirname, '../../../../../shared/vtex');

export const documentsAreThere = existsSync(path.join(folder, 'openapi'));

/** A box whose requests VTEX's documents describe: one that makes any, and not over SOAP. */
export const isDocumented = ({ group, area, requests }: NodeType): boolean =>
  group === 'vtex' && area !== 'soap' && (requests?.length ?? 0) > 0;

/** A schema of a document, its references followed and its alternatives joined. */
export interface Shape {
  /** JSON types; empty when the document says none. */
  types: Set<string>;
  members: Map<string, JsonObject[]>;
  items: JsonObject[];
  /** Takes members of any name. */
  open: boolean;
}

export interface Operation {
  module: string;
  /** `PUT /pricing/prices/{itemId}` */
  request: string;
  parameters: Map<string, { in: string; schema: JsonObject }>;
  /** Of JSON bodies; undefined when the document has none. */
  body?: JsonObject;
  /** The document references are looked up in. */
  document: JsonObject;
}

interface Documents {
  /** By method and path with `{}` for every place; the same route may stand in two documents. */
  byRoute: ReadonlyMap<string, Operation[]>;
  all: readonly { module: string; request: string }[];
}

/** All documents, read once. */
export function vtexDocuments(): Documents {
  vtexDocuments.known ??= readDocuments();
  return vtexDocuments.known;
}
vtexDocuments.known = undefined as Documents | undefined;

/** A request with its places emptied: `PUT /pricing/prices/{}`. */
export const routeOf = (request: string): string =>
  request
    .replace(/\{[^}]*\}/g, '{}')
    .replace(/\/$/, '')
    .toLowerCase();

/** What VTEX's documents say of a request: several where two documents have it. */
export function operations(request: string): Operation[] {
  return vtexDocuments().byRoute.get(routeOf(request)) ?? [];
}

function readDocuments(): Documents {
  const byRoute = new Map<string, Operation[]>();
  const all: { module: string; request: string }[] = [];
  const files = readdirSync(path.join(folder, 'openapi')).filter((name) => name !== 'SOURCES.json');
  for (const file of files) {
    const document = JSON.parse(readFileSync(path.join(folder, 'openapi', file), 'utf8')) as JsonObject;
    for (const operation of operationsOf(file.replace('.json', ''), document)) {
      const { module, request } = operation;
      all.push({ module, request });
      byRoute.set(routeOf(request), [...(byRoute.get(routeOf(request)) ?? []), operation]);
    }
  }
  return { byRoute, all };
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

function operationsOf(module: string, document: JsonObject): Operation[] {
  const paths = Object.entries((document['paths'] ?? {}) as Record<string, JsonObject>);
  return paths.flatMap(([route, item]) =>
    methods.flatMap((method): Operation[] => {
      const operation = item[method];
      if (!isJsonObject(operation)) return [];
      const given = [...listOf(item['parameters']), ...listOf(operation['parameters'])].map((one) =>
        followed(one, document),
      );
      const places = [...route.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name as string);
      const parameters = new Map<string, { in: string; schema: JsonObject }>([
        ...places.map((name) => [name, { in: 'path', schema: {} as JsonObject }] as const),
        ...given.map((one) => {
          const schema = isJsonObject(one['schema']) ? one['schema'] : {};
          return [String(one['name']), { in: String(one['in']), schema }] as const;
        }),
      ]);
      const body = bodyOf(operation, document);
      return [
        { module, request: `${method.toUpperCase()} ${route}`, parameters, document, ...(body && { body }) },
      ];
    }),
  );
}

function bodyOf(operation: JsonObject, document: JsonObject): JsonObject | undefined {
  if (!isJsonObject(operation['requestBody'])) return undefined;
  const { content } = followed(operation['requestBody'], document);
  if (!isJsonObject(content)) return undefined;
  const json = Object.entries(content).find(([type]) => /json/.test(type))?.[1];
  return isJsonObject(json) && isJsonObject(json['schema']) ? json['schema'] : undefined;
}

const listOf = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : [];

function followed(schema: JsonObject, document: JsonObject): JsonObject {
  let at = schema;
  for (let depth = 0; typeof at['$ref'] === 'string' && depth < 20; depth += 1) {
    const steps = at['$ref'].replace(/^#\//, '').split('/');
    let found: Json | undefined = document;
    for (const step of steps) found = isJsonObject(found) ? found[step.replaceAll('~1', '/')] : undefined;
    if (!isJsonObject(found)) return {};
    at = found;
  }
  return at;
}

/** What a schema allows; alternatives are joined, because the documents mix them with examples. */
export function shapeOf(schema: JsonObject, document: JsonObject, depth = 0): Shape {
  const shape: Shape = { types: new Set(), members: new Map(), items: [], open: false };
  if (depth > 10) return { ...shape, open: true };
  const at = followed(schema, document);
  const types = Array.isArray(at['type']) ? at['type'] : [at['type']];
  for (const type of types) if (typeof type === 'string') shape.types.add(type);
  if (at['nullable'] === true) shape.types.add('null');
  if (isJsonObject(at['properties'])) {
    shape.types.add('object');
    for (const [name, member] of Object.entries(at['properties'])) {
      if (isJsonObject(member)) shape.members.set(name, [...(shape.members.get(name) ?? []), member]);
    }
  }
  if (isJsonObject(at['items'])) shape.items.push(at['items']);
  const further = at['additionalProperties'];
  if (further === true || isJsonObject(further)) shape.open = true;
  for (const word of ['allOf', 'anyOf', 'oneOf']) {
    for (const one of listOf(at[word])) join(shape, shapeOf(one, document, depth + 1));
  }
  return shape;
}

function join(into: Shape, other: Shape): void {
  for (const type of other.types) into.types.add(type);
  for (const [name, schemas] of other.members) {
    into.members.set(name, [...(into.members.get(name) ?? []), ...schemas]);
  }
  into.items.push(...other.items);
  into.open ||= other.open;
}

/** Places in `value` that the schemas do not know, or hold another type: `items[0].price: string, not integer`. */
export function faultsIn(value: Json, schemas: JsonObject[], document: JsonObject, at = ''): string[] {
  const shape: Shape = { types: new Set(), members: new Map(), items: [], open: schemas.length === 0 };
  for (const schema of schemas) join(shape, shapeOf(schema, document));
  const type = typeOf(value);
  if (shape.types.size > 0 && ![...shape.types].some((known) => takes(known, type))) {
    return [`${at || '(body)'}: ${type}, not ${[...shape.types].join(' or ')}`];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => faultsIn(item, shape.items, document, `${at}[${index}]`));
  }
  if (!isJsonObject(value) || shape.members.size === 0) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const place = at === '' ? name : `${at}.${name}`;
    const known = shape.members.get(name);
    if (known) return faultsIn(member, known, document, place);
    return shape.open ? [] : [`${place}: unknown`];
  });
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

// VTEX takes null wherever it takes nothing, and its documents call whole numbers now one, now the other.
function takes(known: string, type: string): boolean {
  if (type === 'null' || known === type) return true;
  return (known === 'number' && type === 'integer') || (known === 'integer' && type === 'number');
}
