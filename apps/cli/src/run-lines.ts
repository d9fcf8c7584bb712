// A run as a line for a person.
import type { Run } from '@eclusa/client';
import type { Locale } from '@eclusa/flow';
import { label } from './sentences';
import type { Label } from './sentences';

const states: Readonly<Record<Run['state'], Label>> = {
  queued: 'stateQueued',
  running: 'stateRunning',
  cancelling: 'stateCancelling',
  completed: 'stateCompleted',
  failed: 'stateFailed',
  cancelled: 'stateCancelled',
  skipped: 'stateSkipped',
};

/** Its state and what came of its rows: `completed · 120 read · 118 written · 2 failed`. */
export function headOf({ state, totals }: Pick<Run, 'state' | 'totals'>, locale: Locale): string {
  const parts = [label(states[state], locale), rows('countRead', totals.read, locale)];
  const ends = [
    ['countWritten', totals.written],
    ['countSkipped', totals.skipped],
    ['countFailed', totals.failed],
    ['countWaiting', totals.waiting],
  ] as const;
  for (const [name, count] of ends) if (count > 0) parts.push(rows(name, count, locale));
  return parts.join(' · ');
}

/** One line of a list: when, which, whose, what came of it. */
export function listLine(run: Run, locale: Locale): string {
  const store = run.storeName === null ? '' : ` · ${run.storeName}`;
  return `${run.createdAt}  ${run.id}  ${run.flowName}${store} · ${headOf(run, locale)}`;
}

/** What an ended run came to, with the reason when it failed. */
export function endLines(run: Run, locale: Locale): string {
  const store = run.storeName === null ? '' : ` · ${run.storeName}`;
  const error = run.error ? `\n  ${run.error.text[locale]}` : '';
  return `${run.id} · ${run.flowName}${store} · ${headOf(run, locale)}${error}\n`;
}

function rows(name: Label, count: number, locale: Locale): string {
  return label(name, locale, { count: count.toLocaleString(locale) });
}
