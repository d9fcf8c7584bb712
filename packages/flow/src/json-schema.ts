// The published JSON Schema of the flow document, made from the same schema that checks it.
import { z } from 'zod';
import { flowDocumentSchema } from './document';
import type { JsonObject } from './json';

/** JSON Schema, draft 2020-12. */
export function flowJsonSchema(): JsonObject {
  const { $schema, ...schema } = z.toJSONSchema(flowDocumentSchema, {
    target: 'draft-2020-12',
    io: 'input',
    // Values of forms: any JSON, which is what the empty schema says.
    unrepresentable: 'any',
  });
  return {
    $schema,
    $id: 'urn:eclusa:flow:1',
    title: 'Eclusa flow',
    ...schema,
  } as unknown as JsonObject;
}
