// Schemas that are not classes of this service: JSON itself and the flow document, whose shape `flow` owns.

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
    FlowDocument: { type: 'object', additionalProperties: true },
  };
}
