// Schemas that are not classes of this service: JSON itself and the flow document, whose shape `flow` owns.
import { flowJsonSchema } from '@eclusa/flow';

type Schema = Record<string, unknown>;

const json = { $ref: '#/components/schemas/Json' };
const text = { $ref: '#/components/schemas/Text' };

/** Schemas by their name in `#/components/schemas`. */
export function sharedSchemas(): Record<string, Schema> {
  return {
    Json: {
      title: 'Json',
      description: 'any JSON value',
      anyOf: [
        { type: ['null', 'boolean', 'number', 'string'] },
        { type: 'array', items: json },
        { type: 'object', additionalProperties: json },
      ],
    },
    Row: { description: 'one record', type: 'object', additionalProperties: json },
    Field: {
      description: 'a form field; `kind` decides which further members there are',
      type: 'object',
      required: ['kind', 'name'],
      properties: { kind: { type: 'string' }, name: text, help: text },
      additionalProperties: true,
    },
    FlowDocument: flowDocument(),
  };
}

/** The published JSON Schema as a component; the one definition it holds is JSON itself. */
function flowDocument(): Schema {
  const { $schema: _dialect, $id: _address, $defs: _json, ...schema } = flowJsonSchema();
  return pointed(schema) as Schema;
}

function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, ...rest } = value as Schema;
  if (typeof $ref === 'string' && $ref.startsWith('#/$defs/')) return json;
  return Object.fromEntries(Object.entries(rest).map(([key, child]) => [key, pointed(child)]));
}
