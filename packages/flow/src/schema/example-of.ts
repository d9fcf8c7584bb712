// A value that meets a JSON Schema, for people to start from: its own example where it has one, else something plain of
// the right type. It knows the words that decide a value's shape, and promises no more.
import { isJsonObject, type Json, type JsonObject } from '../json';

const deepest = 6;

const byFormat: Readonly<Record<string, string>> = {
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00Z',
  time: '12:00:00Z',
  email: 'name@example.com',
  uuid: '3f2b8c1e-5d4a-4f6b-9c7d-1e2f3a4b5c6d',
  uri: 'https://example.com/',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
};

/** The example of a schema; `{}` for what is no schema. References are followed within it. */
export function exampleOf(schema: Json): Json {
  return made(schema, { root: schema, depth: 0 });
}

interface At {
  root: Json;
  depth: number;
}

function made(schema: Json, at: At): Json {
  if (!isJsonObject(schema) || at.depth > deepest) return {};
  const { $ref, const: only, enum: choices, default: usual, example, examples } = schema;
  if (typeof $ref === 'string') return made(followed(at.root, $ref), deeper(at));
  for (const given of [only, example, firstOf(examples), usual, firstOf(choices)]) {
    if (given !== undefined) return given;
  }
  const part = firstOf(schema.oneOf) ?? firstOf(schema.anyOf);
  if (part !== undefined) return made(part, deeper(at));
  const { allOf } = schema;
  if (Array.isArray(allOf)) return merged([...allOf.map((one) => made(one, deeper(at))), ofType(schema, at)]);
  return ofType(schema, at);
}

function ofType(schema: JsonObject, at: At): Json {
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  switch (type ?? guessed(schema)) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return numberOf(schema, 1);
    case 'number':
      return numberOf(schema, 1.5);
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'array':
      return [made(schema.items ?? {}, deeper(at))];
    default:
      return objectOf(schema, at);
  }
}

function guessed(schema: JsonObject): string {
  if (schema.items !== undefined) return 'array';
  return schema.pattern !== undefined || schema.maxLength !== undefined ? 'string' : 'object';
}

function objectOf({ properties }: JsonObject, at: At): JsonObject {
  if (!isJsonObject(properties)) return {};
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, made(one, deeper(at))]));
}

function textOf({ format, minLength, maxLength }: JsonObject): string {
  const known = typeof format === 'string' ? byFormat[format] : undefined;
  if (known !== undefined) return known;
  const shortest = typeof minLength === 'number' ? minLength : 0;
  const longest = typeof maxLength === 'number' ? maxLength : 100;
  return 'text'.padEnd(shortest, 'x').slice(0, Math.max(shortest, longest));
}

function numberOf({ minimum, exclusiveMinimum, maximum }: JsonObject, usual: number): number {
  const least = typeof minimum === 'number' ? minimum : Number.NEGATIVE_INFINITY;
  const above = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : Number.NEGATIVE_INFINITY;
  const most = typeof maximum === 'number' ? maximum : Number.POSITIVE_INFINITY;
  return Math.min(most, Math.max(usual, least, above));
}

function merged(values: readonly Json[]): Json {
  const objects = values.filter(isJsonObject);
  return objects.length === 0 ? (values[0] ?? {}) : (Object.assign({}, ...objects) as JsonObject);
}

function followed(root: Json, pointer: string): Json {
  if (!pointer.startsWith('#')) return {};
  const parts = pointer.slice(1).split('/').filter(Boolean);
  return parts.reduce<Json>((value, part) => {
    const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    return isJsonObject(value) ? (value[name] ?? {}) : {};
  }, root);
}

function firstOf(values: Json | undefined): Json | undefined {
  return Array.isArray(values) ? values[0] : undefined;
}

function deeper({ root, depth }: At): At {
  return { root, depth: depth + 1 };
}
