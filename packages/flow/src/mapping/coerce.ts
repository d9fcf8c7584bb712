// Turns what an expression gave into the value a target takes, or says what is wrong with it: in a run and while drawing.
// It guesses no number format: "1.299,90" is refused, because read wrongly it would be a wrong price in a store.
import { newId } from '../difference';
import { UserError } from '../errors';
import type { MappingTarget } from '../field';
import { yesOrNo } from '../functions/checks';
import type { Json } from '../json';

type Target = Omit<MappingTarget, 'id'>;

/**
 * The value as the target's type. Undefined when there is nothing to send: null, undefined or an empty text.
 * Throws UserError `nodes.value-…` with the field's name and the value.
 */
export function coerceValue(
  id: string,
  target: Target,
  raw: Json | undefined,
  dryRun = false,
): Json | undefined {
  const value = typeof raw === 'string' ? raw.trim() : raw;
  if (value === undefined || value === null || value === '') {
    if (target.required) throw refuse('nodes.value-missing', id, target, null);
    return undefined;
  }
  if (dryRun && value === newId) return newId;
  const typed = toType(id, target, value);
  checkRange(id, target, typed);
  if (target.choices && !target.choices.some((one) => one.value === typed)) {
    throw refuse('nodes.value-not-a-choice', id, target, value, {
      choices: target.choices.map((one) => one.value).join(', '),
    });
  }
  return typed;
}

function toType(id: string, target: Target, value: Json): Json {
  switch (target.type) {
    case 'text':
      return toText(id, target, value);
    case 'number':
      return toNumber(id, target, value);
    case 'integer':
      return toInteger(id, target, value);
    case 'boolean':
      return toBoolean(id, target, value);
    case 'date':
      return toDate(id, target, value);
    case 'list':
      return Array.isArray(value) ? value : [value];
    case 'object':
      if (typeof value !== 'object') throw refuse('nodes.value-not-an-object', id, target, value);
      return value;
    default:
      return value;
  }
}

function toText(id: string, target: Target, value: Json): string {
  if (typeof value === 'object') throw refuse('nodes.value-not-a-text', id, target, value);
  const text = String(value);
  if (target.maxLength !== undefined && text.length > target.maxLength) {
    throw refuse('nodes.value-too-long', id, target, value, { length: text.length, max: target.maxLength });
  }
  return text;
}

function toNumber(id: string, target: Target, value: Json): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)) return Number(value);
  throw refuse('nodes.value-not-a-number', id, target, value);
}

function toInteger(id: string, target: Target, value: Json): number {
  const number = toNumber(id, target, value);
  if (!Number.isSafeInteger(number)) throw refuse('nodes.value-not-whole', id, target, value);
  return number;
}

function toBoolean(id: string, target: Target, value: Json): boolean {
  const word = yesOrNo(value);
  if (word === undefined) throw refuse('nodes.value-not-yes-or-no', id, target, value);
  return word;
}

function toDate(id: string, target: Target, value: Json): string {
  // Only ISO 8601: 03/04/2026 is March in one country and April in another.
  const iso = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
  if (typeof value === 'string' && iso.test(value) && !Number.isNaN(Date.parse(value))) {
    return value.length === 10 ? `${value}T00:00:00` : value.replace(' ', 'T');
  }
  throw refuse('nodes.value-not-a-date', id, target, value);
}

function checkRange(id: string, target: Target, value: Json): void {
  if (typeof value !== 'number') return;
  if (target.min !== undefined && value < target.min) {
    throw refuse('nodes.value-too-small', id, target, value, { min: target.min });
  }
  if (target.max !== undefined && value > target.max) {
    throw refuse('nodes.value-too-large', id, target, value, { max: target.max });
  }
}

function refuse(code: string, id: string, target: Target, value: Json, more: Record<string, Json> = {}) {
  return new UserError(code, {
    values: { field: { ...target.name }, target: id, value: short(value), ...more },
  });
}

/** Error values are stored beside every failed row, so a long text is cut. */
function short(value: Json): Json {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : value;
}
