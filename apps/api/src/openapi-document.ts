// Builds the OpenAPI 3.1 document: what the decorators say, made complete and strict JSON Schema.
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { sharedSchemas } from './openapi-schemas';

type Members = Record<string, unknown>;
interface Operation {
  operationId?: string;
  parameters?: { in: string }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, unknown>;
  security?: unknown[];
  'x-public'?: boolean;
  /** What a key must be made for to call this. */
  'x-key-action'?: string;
  /** Takes rows alone as a body as well. */
  'x-row-bodies'?: boolean;
}

const tags: Record<string, string> = {
  auth: 'Signing in and out',
  catalogue: 'Nodes, connection kinds and functions',
  connections: 'Other systems and their secrets',
  stores: 'VTEX accounts',
  flows: 'Drafts, versions and bindings',
  runs: 'Executions and what came of their rows',
  triggers: 'What starts flows from outside',
  files: 'Uploads and results',
  keys: 'Keys by which programs call',
  health: 'For load balancers',
};

const bearer = 'An API key, made in the editor under API keys. Only operations that name it take one.';
const csrf = 'Always 1. A browser cannot send this header from another site. The generated client adds it.';

/** The document of this service. Pure: needs neither database nor Redis. */
export function buildDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Eclusa')
    .setDescription('Draw how an ERP talks to a VTEX store, publish it, run it, and see every row.')
    .setVersion('0.1.0')
    .setOpenAPIVersion('3.1.0')
    .addServer('/api/v1')
    .addCookieAuth('eclusa_session', { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: bearer }, 'key')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'x-eclusa-csrf', description: csrf }, 'csrf');
  for (const [name, description] of Object.entries(tags)) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    ignoreGlobalPrefix: true,
    operationIdFactory: (_controller, method) => method,
  });
  const schemas = (document.components ??= {}).schemas!;
  Object.assign(schemas, sharedSchemas());
  document.components.schemas = sorted(schemas);
  for (const item of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(item as Record<string, Operation>)) {
      completeOperation(method, operation);
    }
  }
  return strict(document) as OpenAPIObject;
}

/** Adds the problems any operation of its kind can answer, and the header that protects changes. */
function completeOperation(method: string, operation: Operation): void {
  const isPublic = operation['x-public'] === true;
  const action = operation['x-key-action'];
  delete operation['x-public'];
  if (operation['x-row-bodies'] && operation.requestBody) {
    for (const type of ['application/x-ndjson', 'text/csv'])
      operation.requestBody.content[type] = { schema: { type: 'string' } };
  }
  delete operation['x-row-bodies'];
  const changes = method !== 'get';
  const needs = { ...(!isPublic && { session: [] }), ...(changes && { csrf: [] }) };
  operation.security = isPublic && !changes ? [] : [needs, ...(action ? [{ key: [] }] : [])];
  const input = operation.requestBody !== undefined || (operation.parameters ?? []).length > 0;
  const known: [boolean, number, string][] = [
    [input, 400, 'api.request-invalid'],
    [!isPublic, 401, action ? 'api.signed-out or api.key-unknown' : 'api.signed-out'],
    [action !== undefined, 429, 'api.key-too-often'],
    [changes, 403, 'api.csrf-refused: the header x-eclusa-csrf is missing or the origin is another'],
    [hasPath(operation), 404, 'api.…-not-found'],
    [operation.requestBody !== undefined, 413, 'api.body-too-large'],
    [true, 500, 'bug.unexpected'],
    [true, 503, 'api.database-away'],
  ];
  for (const [applies, status, description] of known) {
    if (applies) operation.responses[status] ??= problem(description);
  }
  operation.responses = sorted(operation.responses);
}

function hasPath(operation: Operation): boolean {
  return (operation.parameters ?? []).some((parameter) => parameter.in === 'path');
}

function problem(description: string): object {
  const schema = { $ref: '#/components/schemas/ProblemDocument' };
  return { description, content: { 'application/problem+json': { schema } } };
}

/** OpenAPI 3.1 is JSON Schema: `nullable` becomes a type, and a single `allOf` is what it holds. */
function strict(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strict);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, allOf, ...rest } = value as Members & { allOf?: unknown[] };
  const members: Members = Object.fromEntries(
    Object.entries(rest).map(([key, child]) => [key, strict(child)]),
  );
  if (allOf?.length === 1) Object.assign(members, strict(allOf[0]));
  else if (allOf) members.allOf = strict(allOf);
  if (nullable !== true) return members;
  if (typeof members.type === 'string') {
    const choices = Array.isArray(members.enum) ? { enum: [...members.enum, null] } : {};
    return { ...members, ...choices, type: [members.type, 'null'] };
  }
  const { description, ...schema } = members;
  return { ...(description !== undefined && { description }), anyOf: [schema, { type: 'null' }] };
}

function sorted<T>(members: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}
