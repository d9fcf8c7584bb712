// What a person answers before a first flow is drawn, and which answers go together. Pure.
import type { SuggestedSchedule } from '../document';
import type { Row } from '../json';
import type { Locale } from '../text';

/** Where the rows come from: an uploaded spreadsheet, an HTTP API that is asked, a system that calls, or VTEX itself. */
export const startSources = ['file', 'http', 'call', 'vtex'] as const;
export type StartSource = (typeof startSources)[number];

/** What becomes of them. */
export const startGoals = [
  'products',
  'prices',
  'stock',
  'invoices',
  'tracking',
  'customers',
  'ordersToErp',
  'ordersToFile',
  'ordersToApi',
] as const;
export type StartGoal = (typeof startGoals)[number];

/** How often: when a person asks for it, on a schedule, or as soon as something happens. */
export type StartPace = 'once' | 'schedule' | 'event';

export interface StartAnswers {
  from: StartSource;
  to: StartGoal;
  pace: StartPace;
  /** With the pace `schedule`. It is suggested by the flow, never set by it. */
  schedule?: SuggestedSchedule;
  /** The flow's name. */
  name: string;
  /** Of the words written into the flow: names of connections, the note. */
  locale: Locale;
  /** Of `file`: what the upload answered. */
  file?: string;
  /** Of `http`: after the connection's address, and where the list is in the answer. */
  path?: string;
  items?: string;
  /** Rows as they come from there; none when they could not be had. */
  sample: readonly Row[];
}

const fromOutside: readonly StartGoal[] = [
  'products',
  'prices',
  'stock',
  'invoices',
  'tracking',
  'customers',
];

/** What can be done with rows from there. */
export function goalsFrom(from: StartSource): readonly StartGoal[] {
  return from === 'vtex' ? startGoals.filter((goal) => !fromOutside.includes(goal)) : fromOutside;
}

/** How often it can be done; the first is the usual one. */
export function pacesFor(from: StartSource, to: StartGoal): readonly StartPace[] {
  if (from === 'call') return ['event'];
  if (from === 'file') return ['once', 'schedule'];
  if (from === 'http') return ['schedule', 'once'];
  return to === 'ordersToErp' ? ['event', 'schedule'] : ['schedule', 'once'];
}
