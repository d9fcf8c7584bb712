// When a schedule fires: from its cron expression, its time zone, what was fired last and what time it is. Pure; the
// clock is the caller's.
//
// Daylight saving: a time that does not exist fires when the gap ends, once together with others that fall there. A
// time that comes twice fires the first time only. What repeats every few minutes or hours goes on through both.
import { Cron } from 'croner';
import { UserError } from '../errors';

/** What becomes of times at which nothing could fire: the newest of them, each of them, or none. */
export type Missed = 'once' | 'all' | 'skip';

export interface Timetable {
  /** Five fields: minute, hour, day of the month, month, day of the week. */
  cron: string;
  /** An IANA name such as America/Sao_Paulo. */
  timezone: string;
}

/** A time that is this late, in milliseconds, is not missed yet: whoever fires looks every few seconds only. */
export const graceMs = 60_000;
/** Times of one schedule that are fired in one go; what is left is due again at once. */
const mostAtOnce = 100;
const dayMs = 86_400_000;

/** The first `count` times after `after`. Throws UserError `schedule.…` for a table that cannot be understood. */
export function nextTimes(table: Timetable, after: Date, count: number): Date[] {
  const cron = compiled(table);
  const times: Date[] = [];
  for (let at = cron.nextRun(after); at && times.length < count; at = cron.nextRun(at)) times.push(at);
  return times;
}

/** Throws UserError when the table cannot be understood (`schedule.…`) or has no time to come (`schedule.never`). */
export function checkTimetable(table: Timetable, now: Date): Date {
  const [next] = nextTimes(table, now, 1);
  if (!next) throw new UserError('schedule.never', { values: { cron: table.cron } });
  return next;
}

export interface Due {
  /** The times to fire now, the earliest first. */
  fire: Date[];
  /** When to look again; null when nothing is to come. It may have passed already. */
  next: Date | null;
}

/**
 * What is due at `now` of a table whose next time was to be `nextAt`. Of times that passed unfired, `once` fires the
 * newest, `all` every one, `skip` none; one that is due right now is fired in any case.
 */
export function dueTimes(table: Timetable, missed: Missed, nextAt: Date, now: Date): Due {
  if (nextAt > now) return { fire: [], next: nextAt };
  if (missed === 'all') {
    // The moment before, so that the time itself is among them.
    const times = nextTimes(table, before(nextAt), mostAtOnce + 1);
    const fire = times.filter((time) => time <= now).slice(0, mostAtOnce);
    return { fire, next: times[fire.length] ?? null };
  }
  const newest = newestTime(table, nextAt, now);
  const isFired = newest && (missed === 'once' || now.getTime() - newest.getTime() <= graceMs);
  return { fire: isFired ? [newest] : [], next: nextTimes(table, now, 1)[0] ?? null };
}

/** The last time from `from` to `now`; looks at wider and wider spans, so that a long outage costs little. */
function newestTime(table: Timetable, from: Date, now: Date): Date | undefined {
  const cron = compiled(table);
  for (let span = dayMs; ; span *= 8) {
    const start = new Date(Math.max(from.getTime(), now.getTime() - span));
    let newest: Date | undefined;
    for (let at = cron.nextRun(before(start)); at && at <= now; at = cron.nextRun(at)) newest = at;
    if (newest || start.getTime() === from.getTime()) return newest;
  }
}

function before(time: Date): Date {
  return new Date(time.getTime() - 1_000);
}

function compiled({ cron, timezone }: Timetable): Cron {
  if (!isTimezone(timezone)) throw new UserError('schedule.timezone-unknown', { values: { timezone } });
  try {
    return new Cron(cron, { timezone, mode: '5-part', paused: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError('schedule.cron-invalid', { values: { cron, reason }, cause });
  }
}

function isTimezone(name: string): boolean {
  try {
    // Offsets such as +03:00 are accepted by newer engines, but know no daylight saving.
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
