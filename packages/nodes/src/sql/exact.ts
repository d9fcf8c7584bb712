// Values of a database as JSON without loss: a number is one only where it keeps every digit, dates are texts.
import { isJsonObject, type Json } from '@eclusa/flow';

const DECIMAL = /^([+-]?)0*(\d*?)(?:\.(\d*?)0*)?$/;
/** Any decimal with so many digits comes back the same from a JavaScript number. */
const SAFE_DIGITS = 15;

/** A decimal as a number where that keeps every digit, and as its text where it does not. */
export function exactNumber(text: string): number | string {
  const parts = DECIMAL.exec(text.trim());
  const number = Number(text);
  if (!parts || !Number.isFinite(number)) return text;
  const [, , whole = '', fraction = ''] = parts;
  const isExact =
    whole.length + fraction.length <= SAFE_DIGITS || (fraction === '' && Number.isSafeInteger(number));
  return isExact ? number : text;
}

/** A date and time without zone, as the clock it was written by showed it: `2026-11-30T12:00:00.123`. */
export function clockText(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = dayText(date);
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  const milliseconds = date.getMilliseconds();
  return `${day}T${time}${milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0')}`}`;
}

/** The day of a date: `2026-11-30`. */
export function dayText(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What a driver answers, as JSON: bytes as base64, large whole numbers as text. */
export function jsonOf(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return exactNumber(value.toString());
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, jsonOf(one)]));
  }
  return value as Json;
}

/** A value on its way into a database: lists and objects as JSON text. */
export function storable(value: Json | undefined): string | number | boolean | null {
  if (value === undefined || value === null) return null;
  return Array.isArray(value) || isJsonObject(value)
    ? JSON.stringify(value)
    : (value as string | number | boolean);
}

/**
 * Whether `a` comes before `b` as databases sort them; null where only the database knows, as with texts, which it sorts by
 * rules of its own.
 */
export function isBefore(a: Json, b: Json): boolean | null {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  const [left, right] = [String(a), String(b)];
  const areDates = DATE.test(left) && DATE.test(right);
  // Whole numbers of one length are sorted alike as numbers and as texts.
  const areAlike = /^\d+$/.test(left) && /^\d+$/.test(right) && left.length === right.length;
  return areDates || areAlike ? left.replace(/Z$/, '') < right.replace(/Z$/, '') : null;
}

const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z?)?$/;
