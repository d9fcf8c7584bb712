// What a person filled into a form, checked against the fields of the node or connection.
import { UserError } from '../errors';
import { compileExpression } from '../expression/expression';
import { LruMap } from '../expression/lru-map';
import { templateParts } from '../expression/template-parts';
import { fieldFor, type Field, type Fields, type MappingTarget } from '../field';
import { isJsonObject, type Json } from '../json';
import type { ErrorValues } from '../errors';

/** One fault of a form. `field` is the path into the form: `price`, `mapping.basePrice`, `columns.2.name`. */
export interface FieldFault {
  field: string;
  code: string;
  values: ErrorValues;
}

/** What the check of a form must know of the rest of the flow. */
export interface FieldSurroundings {
  /** The kind of a slot, or undefined when there is no such slot. */
  slotKind(slot: string): string | undefined;
}

type Values = Readonly<Record<string, Json>>;

/** All faults of `values`, in the order of the fields. Fields hidden by `when` are not checked. */
export function checkFields(
  fields: Fields,
  values: Values,
  around: FieldSurroundings,
  prefix = '',
): FieldFault[] {
  return Object.entries(fields).flatMap(([id, described]) => {
    const field = fieldFor(described, values);
    if (!isShown(field, fields, values)) return [];
    const path = prefix + id;
    const value = Object.hasOwn(values, id) ? values[id] : undefined;
    if (isEmpty(value)) return missing(field, path, value === undefined ? defaultOf(field) : undefined);
    return checkValue(field, value as Json, path, around);
  });
}

/** Whether the form shows this field: its `when` holds, and so does that of the field it looks at. */
export function isShown(field: Field, fields: Fields, values: Values, depth = 0): boolean {
  if (!field.when) return true;
  const other = fields[field.when.field];
  if (!other || depth > 10) return true;
  const given = values[field.when.field];
  const value = given === undefined ? defaultOf(other) : given;
  return field.when.is.some((each) => each === value) && isShown(other, fields, values, depth + 1);
}

/** What a field holds until the person changes it. */
export function defaultOf(field: Field): Json | undefined {
  if (!('default' in field) || field.default === undefined) {
    return field.kind === 'toggle' ? false : undefined;
  }
  return field.default as Json;
}

function isEmpty(value: Json | undefined): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** Faults of a field left empty; `fallback` is what it holds without the person's doing. */
function missing(field: Field, path: string, fallback: Json | undefined): FieldFault[] {
  if (field.kind === 'mapping') {
    const lines = (fallback ?? []) as { target: string }[];
    const faults = missingTargets(field.targets, new Set(lines.map(({ target }) => target)), path);
    if (faults.length > 0) return faults;
  }
  const rows = field.kind === 'table' ? (field.minRows ?? 0) : 0;
  if (rows > 0 && isEmpty(fallback)) return [fault('flow.table-too-short', path, field, { rows })];
  return field.required && isEmpty(fallback) ? [fault('flow.field-missing', path, field)] : [];
}

function fault(code: string, path: string, field: Field | undefined, values: ErrorValues = {}): FieldFault {
  return { code, field: path, values: { field: field ? { ...field.name } : path, ...values } };
}

function checkValue(field: Field, value: Json, path: string, around: FieldSurroundings): FieldFault[] {
  const wrong = (kind: keyof typeof kindWords) => [
    fault('flow.field-wrong-kind', path, field, { value: shortText(value), kind: kindWords[kind] }),
  ];
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? checkText(field, value, path) : wrong('text');
    case 'number':
      return typeof value === 'number' ? checkNumber(field, value, path) : wrong('number');
    case 'toggle':
      return typeof value === 'boolean' ? [] : wrong('toggle');
    case 'choice':
      if (field.choices.some((choice) => choice.value === value)) return [];
      return [
        fault('flow.field-not-a-choice', path, field, {
          value: shortText(value),
          choices: choicesText(field),
        }),
      ];
    case 'date':
      return typeof value === 'string' && isDate(value) ? [] : wrong('date');
    case 'connection':
      return typeof value === 'string' ? checkSlot(field, value, path, around) : wrong('connection');
    case 'expression':
      return typeof value === 'string' ? checkExpression(value, path, field) : wrong('text');
    case 'mapping':
      return Array.isArray(value) ? checkMapping(field, value, path) : wrong('list');
    case 'code':
      return typeof value === 'string' ? checkCode(field, value, path) : wrong('text');
    case 'table':
      return Array.isArray(value) ? checkTable(field, value, path, around) : wrong('list');
    case 'secret':
    case 'flow':
    case 'file':
    case 'request':
      return typeof value === 'string' ? [] : wrong('text');
  }
}

type Of<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>;

function checkText(field: Of<'text'>, value: string, path: string): FieldFault[] {
  if (field.maxLength !== undefined && [...value].length > field.maxLength) {
    return [fault('flow.field-too-long', path, field, { length: [...value].length, limit: field.maxLength })];
  }
  // The pattern is the node author's, not the person's, so the ordinary engine is safe.
  const matches = field.pattern === undefined || new RegExp(`^(?:${field.pattern})$`, 'u').test(value);
  if (!matches) return [fault('flow.field-wrong-form', path, field, { value: shortText(value) })];
  return field.places ? checkPlaces(field, value, path) : [];
}

function checkPlaces(field: Of<'text'>, source: string, path: string): FieldFault[] {
  try {
    return templateParts(source)
      .places.flatMap((expression) => checkExpression(expression, path, field))
      .slice(0, 1);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [fault(error.code, path, field, { ...error.values })];
  }
}

function checkNumber(field: Of<'number'>, value: number, path: string): FieldFault[] {
  const { min, max } = field;
  if (min !== undefined && value < min)
    return [fault('flow.field-too-small', path, field, { value, limit: min })];
  if (max !== undefined && value > max)
    return [fault('flow.field-too-large', path, field, { value, limit: max })];
  return field.integer && !Number.isInteger(value)
    ? [fault('flow.field-not-whole', path, field, { value })]
    : [];
}

function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}([T ].*)?$/.test(value) && !Number.isNaN(Date.parse(value));
}

function checkSlot(
  field: Of<'connection'>,
  slot: string,
  path: string,
  around: FieldSurroundings,
): FieldFault[] {
  const kind = around.slotKind(slot);
  if (kind === undefined) return [fault('flow.slot-unknown', path, field, { slot })];
  if (field.accepts.length === 0 || field.accepts.includes(kind)) return [];
  return [fault('flow.slot-wrong-kind', path, field, { slot, kind, wanted: field.accepts.join(', ') })];
}

function checkExpression(source: string, path: string, field?: Field): FieldFault[] {
  const found = faultOf(source);
  if (!found) return [];
  return [
    { field: path, code: found.code, values: { ...found.values, field: field ? { ...field.name } : path } },
  ];
}

/** What is wrong with expressions seen lately: the editor checks the whole flow after every edit. */
const checked = new LruMap<string, { fault: UserError | null }>(5_000);

function faultOf(source: string): UserError | null {
  const known = checked.get(source);
  if (known) return known.fault;
  let found: UserError | null = null;
  try {
    compileExpression(source);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    found = thrown;
  }
  checked.set(source, { fault: found });
  return found;
}

function checkMapping(field: Of<'mapping'>, lines: Json[], path: string): FieldFault[] {
  const faults: FieldFault[] = [];
  const seen = new Set<string>();
  const known = new Set(field.targets?.map(({ id }) => id));
  for (const [at, line] of lines.entries()) {
    if (!isJsonObject(line) || typeof line['target'] !== 'string' || typeof line['expression'] !== 'string') {
      faults.push(fault('flow.mapping-line-broken', `${path}.${at}`, field, { line: at + 1 }));
      continue;
    }
    const { target, expression } = line as { target: string; expression: string };
    const place = `${path}.${target || at}`;
    if (target === '') faults.push(fault('flow.mapping-target-unnamed', place, field, { line: at + 1 }));
    else if (seen.has(target)) faults.push(fault('flow.mapping-target-twice', place, field, { target }));
    else if (field.targets && !known.has(target)) {
      faults.push(fault('flow.mapping-target-unknown', place, field, { target }));
    }
    seen.add(target);
    faults.push(...checkExpression(expression, place));
  }
  return [...faults, ...missingTargets(field.targets, seen, path)];
}

function missingTargets(
  targets: readonly MappingTarget[] | undefined,
  seen: ReadonlySet<string>,
  path: string,
): FieldFault[] {
  return (targets ?? [])
    .filter(({ id, required }) => required && !seen.has(id))
    .map(({ id, name }) => ({
      field: `${path}.${id}`,
      code: 'flow.mapping-target-missing',
      values: { target: { ...name } },
    }));
}

function checkCode(field: Of<'code'>, source: string, path: string): FieldFault[] {
  if (field.language !== 'json') return [];
  try {
    // `{page}` may stand where a number is to be.
    JSON.parse(field.places ? source.replace(/\{[a-zA-Z][\w-]*\}/g, '0') : source);
    return [];
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return [fault('flow.field-not-json', path, field, { reason })];
  }
}

function checkTable(field: Of<'table'>, rows: Json[], path: string, around: FieldSurroundings): FieldFault[] {
  const short = rows.length < (field.minRows ?? 0);
  const faults = short ? [fault('flow.table-too-short', path, field, { rows: field.minRows ?? 0 })] : [];
  for (const [at, row] of rows.entries()) {
    const place = `${path}.${at}`;
    if (isJsonObject(row)) faults.push(...checkFields(field.columns, row, around, `${place}.`));
    else
      faults.push(
        fault('flow.field-wrong-kind', place, field, { value: shortText(row), kind: kindWords.list }),
      );
  }
  return faults;
}

const kindWords = {
  text: { en: 'a text', es: 'un texto', pt: 'um texto' },
  number: { en: 'a number', es: 'un número', pt: 'um número' },
  toggle: { en: 'yes or no', es: 'sí o no', pt: 'sim ou não' },
  date: { en: 'a date such as 2026-11-23', es: 'una fecha como 2026-11-23', pt: 'uma data como 2026-11-23' },
  connection: { en: 'a connection', es: 'una conexión', pt: 'uma conexão' },
  list: { en: 'a list of lines', es: 'una lista de líneas', pt: 'uma lista de linhas' },
};

function choicesText(field: Of<'choice'>): string {
  return field.choices.map(({ value }) => value).join(', ');
}

function shortText(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
