// A JSON Schema for rows, made ready to check many of them. Knows nothing of who shows the faults.
import { isJsonObject, LinearPattern, type Json } from '@eclusa/flow';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/** Largest schema, in kilobytes. */
export const schemaKilobytes = 64;

/**
 * The check of a schema: true for a row that keeps to it, else `errors` says why. Patterns take time that grows with
 * the text, so that a row cannot freeze the process. Throws an Error whose message says what is wrong with the schema.
 */
export function compileRowSchema(text: string): ValidateFunction {
  if (Buffer.byteLength(text) > schemaKilobytes * 1024) throw new Error('it is too large');
  const schema = JSON.parse(text) as Json;
  if (!isJsonObject(schema)) throw new Error('it is no object');
  const regExp = Object.assign((pattern: string) => new LinearPattern(pattern), { code: '' });
  const ajv = new Ajv2020({ allErrors: true, strict: false, logger: false, code: { regExp } });
  addFormats(ajv, { mode: 'fast' });
  // Of another draft the words that matter are the same.
  const { $schema: _dialect, ...rest } = schema;
  return ajv.compile(rest);
}
