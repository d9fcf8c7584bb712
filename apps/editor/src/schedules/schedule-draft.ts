// What the schedule form works on. Pure.
import { fromCron, type PlainSchedule, type SuggestedSchedule } from '@eclusa/flow';
import type { SaveSchedule, Schedule } from '../api/types';

/** How a person says how often; `cron` for those who know it. */
export const kinds = ['minutes', 'hours', 'daily', 'monthly', 'cron'] as const;
export type Kind = (typeof kinds)[number];

/** The part of a stored schedule that is saved. */
export function wishOf({ storeId, cron, timezone, missed, overlap, enabled }: Schedule): SaveSchedule {
  return { storeId, cron, timezone, missed, overlap, enabled };
}

/** As the flow suggests; else every five minutes of the working day, where the person is. */
export function freshSchedule(storeId: string | null, suggested?: SuggestedSchedule): SaveSchedule {
  const often = suggested ?? { cron: '*/5 8-19 * * 1-5', timezone: ownTimezone() };
  return { storeId, ...often, missed: 'once', overlap: 'skip', enabled: true };
}

/** What the flow suggests and nobody has set up yet. */
export function openSuggestion(
  suggested: SuggestedSchedule | undefined,
  schedules: readonly Schedule[],
): SuggestedSchedule | undefined {
  const isThere = ({ cron, timezone }: Schedule) =>
    cron === suggested?.cron && timezone === suggested.timezone;
  return schedules.some(isThere) ? undefined : suggested;
}

/** The zone of this browser. */
export function ownTimezone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** All zones the browser knows, UTC first. */
export function timezones(): string[] {
  return [...new Set(['UTC', ownTimezone(), ...Intl.supportedValuesOf('timeZone')])];
}

/** How often, as the form shows it. */
export function kindOf(plain: PlainSchedule | null): Kind {
  if (plain === null) return 'cron';
  return plain.kind === 'every' ? plain.unit : plain.kind;
}

/** The same schedule said in another way, as far as that goes. */
export function inKind(kind: Exclude<Kind, 'cron'>, cron: string): PlainSchedule {
  const old = fromCron(cron);
  const days = old && old.kind !== 'monthly' ? old.days : [];
  const hour = old && 'hour' in old ? old.hour : 6;
  const minute = old && 'minute' in old ? old.minute : 0;
  const span = old?.kind === 'every' ? { from: old.from, to: old.to } : { from: 0, to: 24 };
  switch (kind) {
    case 'minutes':
      return { kind: 'every', every: 5, unit: 'minutes', ...span, days };
    case 'hours':
      return { kind: 'every', every: 1, unit: 'hours', ...span, days };
    case 'daily':
      return { kind: 'daily', hour, minute, days };
    case 'monthly':
      return { kind: 'monthly', day: 1, hour, minute };
  }
}
