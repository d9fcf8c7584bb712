// Durations as VTEX's logistics wants them, .NET style. Hours alone are refused: VTEX would read 78:00:00 as 78 days.
import { UserError, type Json } from '@eclusa/flow';

/** `3` is three days, `3.12:00:00` three and a half. Throws UserError for anything else. */
export function toDuration(value: Json): string {
  const text = String(value);
  if (/^\d{1,4}$/.test(text)) return `${Number(text)}.00:00:00`;
  if (/^(\d{1,4}\.)?([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text)) return text;
  throw new UserError('vtex.lead-time-invalid', { values: { value: text } });
}

/** The same as ISO 8601 counts it, in hours: `PT36H` for a day and a half. Files of stock want it so. */
export function toIsoDuration(value: Json): string {
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] =
    /^(?:(\d+)\.)?(\d\d):(\d\d):(\d\d)$/.exec(toDuration(value)) ?? [];
  const rest = `${Number(minutes) > 0 ? `${Number(minutes)}M` : ''}${Number(seconds) > 0 ? `${Number(seconds)}S` : ''}`;
  return `PT${Number(days) * 24 + Number(hours)}H${rest}`;
}
