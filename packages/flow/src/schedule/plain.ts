// Schedules as people say them: read from a cron expression and written to one. What is no such schedule stays cron.

/** Days of the week, 0 for Sunday; none means every day. */
type Days = readonly number[];

export type PlainSchedule =
  /** Every so many minutes, or hours on the hour; `from` and `to` are whole hours, `to` left out of it. */
  | { kind: 'every'; every: number; unit: 'minutes' | 'hours'; from: number; to: number; days: Days }
  /** At one time of the day. */
  | { kind: 'daily'; hour: number; minute: number; days: Days }
  /** At one time on one day of each month; months that are too short have none. */
  | { kind: 'monthly'; day: number; hour: number; minute: number };

/** Steps that divide the hour or the day, so that the pace is the same throughout. */
export const minuteSteps = [1, 2, 3, 5, 10, 15, 20, 30] as const;
export const hourSteps = [1, 2, 3, 4, 6, 8, 12] as const;

/** The cron expression of a schedule. */
export function toCron(plain: PlainSchedule): string {
  if (plain.kind === 'monthly') return `${plain.minute} ${plain.hour} ${plain.day} * *`;
  const days = cronDays(plain.days);
  if (plain.kind === 'daily') return `${plain.minute} ${plain.hour} * * ${days}`;
  const { every, unit, from, to } = plain;
  const step = every === 1 ? '' : `/${every}`;
  const isWholeDay = from === 0 && to === 24;
  const span = isWholeDay ? '*' : to === from + 1 ? String(from) : `${from}-${to - 1}`;
  return unit === 'minutes' ? `*${step} ${span} * * ${days}` : `0 ${span}${step} * * ${days}`;
}

/** The schedule an expression stands for, or null when it takes cron to say it. */
export function fromCron(cron: string): PlainSchedule | null {
  const found = /^(\S+) (\S+) (\S+) \* (\S+)$/.exec(cron.trim().replace(/\s+/g, ' '));
  if (!found) return null;
  const [, minute = '', hour = '', day = '', weekday = ''] = found;
  const days = plainDays(weekday);
  if (days === null) return null;
  const at = { hour: whole(hour, 23), minute: whole(minute, 59) };
  if (day !== '*') {
    const dayOfMonth = whole(day, 31);
    if (!dayOfMonth || days.length > 0 || at.hour === null || at.minute === null) return null;
    return { kind: 'monthly', day: dayOfMonth, hour: at.hour, minute: at.minute };
  }
  if (at.hour !== null && at.minute !== null) {
    return { kind: 'daily', hour: at.hour, minute: at.minute, days };
  }
  return repeated(minute, hour, days);
}

function repeated(minute: string, hour: string, days: Days): PlainSchedule | null {
  const span = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(hour);
  if (!span) return null;
  const from = span[1] === undefined ? 0 : Number(span[1]);
  const to = span[1] === undefined ? 24 : Number(span[2] ?? span[1]) + 1;
  if (from > 23 || to > 24 || from >= to) return null;
  if (minute === '0') {
    const every = Number(span[3] ?? 1);
    return isOneOf(hourSteps, every) ? { kind: 'every', every, unit: 'hours', from, to, days } : null;
  }
  const step = /^\*(?:\/(\d{1,2}))?$/.exec(minute);
  const every = Number(step?.[1] ?? 1);
  if (!step || span[3] !== undefined || !isOneOf(minuteSteps, every)) return null;
  return { kind: 'every', every, unit: 'minutes', from, to, days };
}

function cronDays(days: Days): string {
  const sorted = [...new Set(days)].sort();
  if (sorted.length === 0 || sorted.length === 7) return '*';
  return sorted.join() === '1,2,3,4,5' ? '1-5' : sorted.join();
}

function plainDays(text: string): number[] | null {
  if (text === '*') return [];
  if (text === '1-5') return [1, 2, 3, 4, 5];
  return /^[0-6](,[0-6])*$/.test(text) ? [...new Set(text.split(',').map(Number))].sort() : null;
}

function whole(text: string, max: number): number | null {
  return /^\d{1,2}$/.test(text) && Number(text) <= max ? Number(text) : null;
}

function isOneOf(steps: readonly number[], value: number): boolean {
  return steps.includes(value);
}
