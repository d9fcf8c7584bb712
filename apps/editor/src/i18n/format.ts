// Numbers, dates and durations the way each language writes them.
import type { Locale } from '@eclusa/flow';

const tags: Record<Locale, string> = { en: 'en-US', es: 'es', pt: 'pt-BR' };

/** 12345 → "12,345" or "12.345". */
export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale]).format(value);
}

/** A short count for narrow places: 12345 → "12.3K". */
export function formatShort(value: number, locale: Locale): string {
  if (value < 10_000) return formatNumber(value, locale);
  return new Intl.NumberFormat(tags[locale], { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** Day and time of an ISO date. */
export function formatDate(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

/** Weekday, day and time of an ISO date, as the clocks of a time zone show it. */
export function formatDateIn(iso: string, locale: Locale, timeZone: string): string {
  const parts = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  return new Intl.DateTimeFormat(tags[locale], { ...parts, ...time, timeZone }).format(new Date(iso));
}

/** The days of the week from Monday on, 0 being Sunday, by their short names. */
export function weekdayNames(locale: Locale): { day: number; name: string }[] {
  const format = new Intl.DateTimeFormat(tags[locale], { weekday: 'short', timeZone: 'UTC' });
  // The fourth of January 2026 is a Sunday.
  return [1, 2, 3, 4, 5, 6, 0].map((day) => ({ day, name: format.format(Date.UTC(2026, 0, 4 + day)) }));
}

/** The time of day of an ISO date. */
export function formatTime(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { timeStyle: 'short' }).format(new Date(iso));
}

/** A place on an axis of time: the hour of an ISO date, or its day. */
export function formatStep(iso: string, step: 'hour' | 'day', locale: Locale): string {
  const parts = {
    hour: { hour: 'numeric', minute: '2-digit' },
    day: { day: 'numeric', month: 'short' },
  } as const;
  return new Intl.DateTimeFormat(tags[locale], parts[step]).format(new Date(iso));
}

/** "3 minutes ago", in whole units, from `now`. */
export function formatAgo(iso: string, locale: Locale, now: number = Date.now()): string {
  const seconds = Math.round((new Date(iso).getTime() - now) / 1000);
  const format = new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' });
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ];
  const step = steps.find(([, size]) => Math.abs(seconds) >= size);
  return step ? format.format(Math.round(seconds / step[1]), step[0]) : format.format(seconds, 'second');
}

function tenths(value: number, locale: Locale): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(tags[locale], digits).format(value);
}

/** Milliseconds as "1 min 5 s". */
export function formatDuration(ms: number, locale: Locale): string {
  if (ms > 0 && ms < 1_000) return `${Math.round(ms)} ms`;
  const seconds = Math.max(0, ms / 1000);
  if (seconds < 10) return `${tenths(seconds, locale)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.round(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
