// What a JSON Schema finds wrong with a row, as sentences in every language.
import { sentences, UserError, type Json, type Row } from '@eclusa/flow';
import type { ErrorObject } from 'ajv/dist/2020';
import { compileRowSchema, schemaKilobytes } from './row-schema';
import type { RowFault } from './row-rules';

/** Answers the faults of a row, none where it keeps to the schema. Throws UserError `nodes.schema-broken`. */
export function schemaCheck(text: string): (row: Row) => RowFault[] {
  const validate = compiled(text);
  return (row) => (validate(row) ? [] : (validate.errors ?? []).map(faultOf));
}

function compiled(text: string) {
  try {
    return compileRowSchema(text);
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 300);
    throw new UserError('nodes.schema-broken', { values: { reason, kilobytes: schemaKilobytes } });
  }
}

const codes: Readonly<Record<string, string>> = {
  required: 'nodes.rule-missing',
  dependentRequired: 'nodes.rule-missing',
  additionalProperties: 'nodes.rule-unknown-field',
  unevaluatedProperties: 'nodes.rule-unknown-field',
  type: 'nodes.rule-type',
};

function faultOf({ keyword, instancePath, params }: ErrorObject): RowFault {
  const more = params as Record<string, Json>;
  const member = more['missingProperty'] ?? more['additionalProperty'] ?? more['unevaluatedProperty'];
  const parts = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  const field = [...parts, ...(typeof member === 'string' ? [member] : [])].join('.').slice(0, 200);
  const wanted = wantedOf(keyword, more);
  return { field, message: sentences(codes[keyword] ?? 'nodes.rule-schema', { wanted }) };
}

function wantedOf(keyword: string, params: Record<string, Json>): string {
  if (keyword === 'type') return String(params['type']);
  const told = Object.values(params)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(' ');
  return `${keyword} ${told}`.trim().slice(0, 200);
}
