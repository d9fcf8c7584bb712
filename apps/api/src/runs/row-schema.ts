// Checks rows that come with a call against the JSON Schema in the box that takes them.
import { type FlowDocument, type Json, type Text } from '@eclusa/flow';
import { compileRowSchema, schemaKilobytes } from '@eclusa/nodes';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020';
import { depthOf, MAX_JSON_DEPTH } from '../http/json-body';
import { faulty, Refusal, type Fault } from '../http/refusal';

/** Faults that are told of one call. */
export const MOST_FAULTS = 50;
/** Schemas kept compiled; a version that is not among them is compiled anew. */
const mostKnown = 200;

/** What is wrong with a row, as faults; `place` says which row it is and `path` where in the request. */
export type RowCheck = (row: Json, path: string, place: Text) => Fault[];

const known = new Map<string, RowCheck | undefined>();

/** The check of the box `node` of a version, compiled once; undefined where it has no schema. Throws 422 `api.row-schema-broken`. */
export function rowCheckOf(versionId: string, document: FlowDocument, node: string): RowCheck | undefined {
  if (known.has(versionId)) return known.get(versionId);
  const check = compiled(document.nodes[node]?.config['schema']);
  if (known.size >= mostKnown) known.delete(known.keys().next().value as string);
  known.set(versionId, check);
  return check;
}

/** Throws 422 when the text is no schema that can be used. */
export function compiled(text: Json | undefined): RowCheck | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  const validate = validator(text);
  return (row, path, place) => {
    if (validate(row)) return [];
    return (validate.errors ?? []).slice(0, MOST_FAULTS).map((error) => faultOf(error, path, place));
  };
}

function validator(text: string): ValidateFunction {
  try {
    if (depthOf(Buffer.from(text)) > MAX_JSON_DEPTH) throw new Error('it nests too deeply');
    return compileRowSchema(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(422, 'api.row-schema-broken', {
      reason: reason.slice(0, 300),
      kilobytes: schemaKilobytes,
    });
  }
}

const codes: Record<string, string> = {
  required: 'api.row-missing',
  dependentRequired: 'api.row-missing',
  additionalProperties: 'api.row-unknown',
  unevaluatedProperties: 'api.row-unknown',
  type: 'api.row-type',
  enum: 'api.row-choice',
  const: 'api.row-choice',
  format: 'api.row-form',
  pattern: 'api.row-form',
  ...Object.fromEntries(
    ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'].map((one) => [
      one,
      'api.row-size',
    ]),
  ),
  ...Object.fromEntries(
    ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'].map((one) => [
      one,
      'api.row-size',
    ]),
  ),
};

function faultOf({ keyword, instancePath, params }: ErrorObject, path: string, place: Text): Fault {
  const more = params as Record<string, Json>;
  const member = more['missingProperty'] ?? more['additionalProperty'] ?? more['unevaluatedProperty'];
  const parts = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  const field = [...parts, ...(typeof member === 'string' ? [member] : [])].join('.').slice(0, 200);
  return {
    path: field === '' ? path : `${path}.${field}`,
    code: codes[keyword] ?? 'api.row-rule',
    values: { place: { ...place }, field, wanted: wantedOf(keyword, more) },
  };
}

function wantedOf(keyword: string, params: Record<string, Json>): string {
  const { type, allowedValues, allowedValue, format, pattern, comparison, limit, multipleOf } = params;
  if (allowedValues !== undefined || keyword === 'const') {
    const values = Array.isArray(allowedValues) ? allowedValues : [allowedValue ?? null];
    return values
      .map((value) => JSON.stringify(value))
      .join(', ')
      .slice(0, 200);
  }
  const told =
    type ??
    format ??
    pattern ??
    multipleOf ??
    (limit === undefined ? keyword : `${comparison ?? keyword} ${limit as number}`);
  return String(told).slice(0, 200);
}

const rowPlace = (row: number): Text => ({ en: `Row ${row}`, es: `Fila ${row}`, pt: `Linha ${row}` });
const linePlace = (line: number): Text => ({ en: `Line ${line}`, es: `Línea ${line}`, pt: `Linha ${line}` });

/** Throws 422 `api.rows-invalid` with at most 50 faults of rows that came in a list, or as one object. */
export function checkCalledRows(check: RowCheck | undefined, rows: readonly Json[], isList: boolean): void {
  if (!check) return;
  const faults: Fault[] = [];
  for (const [index, row] of rows.entries()) {
    faults.push(...check(row, isList ? `rows.${index}` : 'rows', rowPlace(index + 1)));
    if (faults.length >= MOST_FAULTS) break;
  }
  if (faults.length > 0) throw faulty(422, 'api.rows-invalid', faults.slice(0, MOST_FAULTS));
}

/** Collects the faults of rows that come line by line; gives up at fifty. */
export class LineCheck {
  private readonly faults: Fault[] = [];

  constructor(private readonly check: RowCheck | undefined) {}

  add(line: number, row: Json): void {
    if (!this.check) return;
    this.faults.push(...this.check(row, `lines.${line}`, linePlace(line)));
    if (this.faults.length >= MOST_FAULTS) this.end();
  }

  /** Throws 422 `api.rows-invalid` when a row had a fault. */
  end(): void {
    if (this.faults.length > 0) throw faulty(422, 'api.rows-invalid', this.faults.slice(0, MOST_FAULTS));
  }
}
