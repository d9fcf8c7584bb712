// Every sentence the command line has of its own. What goes wrong inside flows is worded in the flow package.
import { fill, locales, sentence, toErrorRecord } from '@eclusa/flow';
import type { ErrorRecord, ErrorValues, Locale, Text } from '@eclusa/flow';
import { faults } from './fault-texts';
import { labels as fileLabels } from './label-texts';
import { remoteFaults } from './remote-fault-texts';
import { remoteLabels } from './remote-label-texts';

const labels = { ...fileLabels, ...remoteLabels };
const sentencesOf: Readonly<Record<string, Text>> = { ...faults, ...remoteFaults };

export type Label = keyof typeof labels;

/** A heading, column or short phrase. */
export function label(name: Label, locale: Locale, values: ErrorValues = {}): string {
  return fill(labels[name][locale], values);
}

/** The sentence for an error, ours or one of a node. */
export function explain(error: ErrorRecord | unknown, locale: Locale): string {
  const { code, values } = isRecord(error) ? error : toErrorRecord(error);
  const own = Object.hasOwn(sentencesOf, code) ? sentencesOf[code] : undefined;
  return own ? fill(own[locale], values) : sentence(code, values, locale);
}

function isRecord(error: unknown): error is ErrorRecord {
  return typeof error === 'object' && error !== null && !(error instanceof Error) && 'code' in error;
}

/** The language asked for by `--lang`, else by the environment, else English. Undefined for one we do not speak. */
export function localeOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Locale | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at >= 0) {
    const asked = argv[at]?.split('=')[1] ?? argv[at + 1];
    return locales.find((locale) => locale === asked);
  }
  const spoken = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locales.find((locale) => spoken.toLowerCase().startsWith(locale)) ?? 'en';
}
