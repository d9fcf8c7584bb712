// Dates as Brazilian and Spanish-speaking ERPs write them, turned into ISO. No time zone is ever invented.
import { UserError } from '../errors';
import type { Json } from '../json';

const time = '(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?';
const dayFirst = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})${time}$`);
const yearFirst = new RegExp(`^(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})${time}$`);
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * An ISO date from "23/11/2026", "23/11/2026 14:30", "23.11.2026" or "20261123"; ISO itself passes unchanged.
 * With a time the answer is a local date-time without zone. Throws UserError `expression.not-a-date`.
 */
export function parseDate(value?: Json): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') throw notADate(value);
  const trimmed = text.trim();
  const passed = iso.exec(trimmed);
  if (passed) {
    if (!exists(passed[1], passed[2], passed[3]) || !isTime(passed[4], passed[5], passed[6]))
      throw notADate(value);
    return trimmed;
  }
  const day = dayFirst.exec(trimmed);
  if (day) return join([day[3], day[2], day[1]], [day[4], day[5], day[6]], value);
  const year = yearFirst.exec(trimmed) ?? compact.exec(trimmed);
  if (year) return join([year[1], year[2], year[3]], [year[4], year[5], year[6]], value);
  throw notADate(value);
}

type Parts = readonly (string | undefined)[];

function join([y, m, d]: Parts, [hour, minute, second = '00']: Parts, value: Json): string {
  if (!exists(y, m, d) || !isTime(hour, minute, second)) throw notADate(value);
  const date = `${y}-${pad(m)}-${pad(d)}`;
  return hour === undefined ? date : `${date}T${pad(hour)}:${minute}:${second}`;
}

const pad = (part = '') => part.padStart(2, '0');

function exists(y?: string, m?: string, d?: string): boolean {
  const date = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
  return date.getUTCMonth() === Number(m) - 1 && date.getUTCDate() === Number(d);
}

function isTime(hour = '0', minute = '0', second = '0'): boolean {
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}

function notADate(value: Json): UserError {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return new UserError('expression.not-a-date', { values: { value: text.slice(0, 200) } });
}
