// Turns a JSON Schema somebody wrote into components of an OpenAPI 3.1 document: its definitions beside it, its references
// to where they are there. Pure.
import { isJsonObject, type Json, type JsonObject } from '@eclusa/flow';

const root = '#/components/schemas/';

/** Members whose values are data, and those whose members are schemas by any name. */
const data = new Set(['const', 'enum', 'default', 'example', 'examples', 'required', 'dependentRequired']);
const byName = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** Words that say where a schema is, or hold what is moved. */
const left = new Set(['$schema', '$id', '$anchor', '$dynamicAnchor', '$defs', 'definitions']);

/** The schema under `name`, and each of its definitions under a name of its own. */
export function componentSchemas(name: string, schema: JsonObject): Record<string, JsonObject> {
  const definitions = ['$defs', 'definitions'].flatMap((place) => {
    const held = schema[place];
    return isJsonObject(held) ? Object.entries(held) : [];
  });
  const moved = definitions.map(([key, one]) => [partName(name, key), placed(name, one)] as const);
  return { [name]: placed(name, schema) as JsonObject, ...(Object.fromEntries(moved) as object) };
}

function placed(name: string, schema: Json): Json {
  if (Array.isArray(schema)) return schema.map((one) => placed(name, one));
  if (!isJsonObject(schema)) return schema;
  const members = Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
    if (left.has(key)) return [];
    if (data.has(key)) return [[key, value]];
    if (key === '$ref') return typeof value === 'string' ? referred(name, value) : [];
    if (byName.has(key) && isJsonObject(value)) {
      return [[key, Object.fromEntries(Object.entries(value).map(([id, one]) => [id, placed(name, one)]))]];
    }
    return [[key, placed(name, value)]];
  });
  return Object.fromEntries(members);
}

/** A reference to elsewhere says nothing: nobody fetches schemas from other places for a call. */
function referred(name: string, pointer: string): [string, Json][] {
  if (pointer === '#') return [['$ref', root + name]];
  const [, , key = '', ...rest] = /^#\/(\$defs|definitions)\/([^/]+)(\/.*)?$/.exec(pointer) ?? [];
  if (key !== '') return [['$ref', root + partName(name, key) + (rest[0] ?? '')]];
  return pointer.startsWith('#/') ? [['$ref', `${root}${name}${pointer.slice(1)}`]] : [];
}

function partName(name: string, key: string): string {
  return `${name}.${decodeURIComponent(key).replace(/[^\w-]/g, '_')}`;
}
