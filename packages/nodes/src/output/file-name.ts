// Names a written file after what the person typed and the time of the run.
import type { Json } from '@eclusa/flow';
import { fillPlaces } from '../source/http-places';

const LONGEST = 120;

/** `precos-{date}` as `precos-2026-11-23.csv`: places for date, time and parameters; safe on every file system. */
export function fileName(
  template: string,
  ending: string,
  parameters: Readonly<Record<string, Json>>,
  now: Date,
): string {
  const [date, time] = now.toISOString().split(/[T.]/) as [string, string];
  const [year, month, day] = date.split('-') as [string, string, string];
  const places = { date, time: time.replaceAll(':', ''), year, month, day };
  const filled = fillPlaces(template.trim() || 'eclusa-{date}-{time}', { ...parameters, ...places });
  // What Windows, macOS or a download header would not take.
  const safe = filled
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, LONGEST);
  const name = safe === '' ? 'eclusa' : safe;
  const typed = name.toLowerCase();
  if (typed.endsWith(`.${ending}`)) return name;
  const plain = ending.replace(/\.gz$/, '');
  return typed.endsWith(`.${plain}`) ? `${name}.gz` : `${name}.${ending}`;
}
