// Where a text stands in a flow: names of boxes, what is filled in, notes, groups. Pure.
import { folded } from '../canvas/search-text';
import type { Catalogue, FlowDocument, Json, Locale } from '@eclusa/flow';

export interface Filled {
  /** The field of the form, and what in words stands in it. */
  field: string;
  name: string;
  text: string;
}

/** Every text of a box's form, with the name of its field. */
export function filledIn(
  config: Readonly<Record<string, Json>>,
  fields: NonNullable<ReturnType<Catalogue['get']>>['fields'] | undefined,
  locale: Locale,
): Filled[] {
  return Object.entries(config).flatMap(([field, value]) => {
    const name = fields?.[field]?.name[locale] ?? field;
    return textsOf(value).map((text) => ({ field, name, text }));
  });
}

function textsOf(value: Json): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) {
    // A line of a mapping or a table is read as one.
    return value.flatMap((line) => {
      const texts = textsOf(line);
      return texts.length > 1 ? [texts.join(' · ')] : texts;
    });
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** The part of a text around what was searched, with dots where it goes on. */
export function around(text: string, query: string, room = 60): string {
  const at = folded(text).indexOf(folded(query).trim().split(/\s+/)[0] ?? '');
  if (at < 0 || text.length <= room) return text.slice(0, room) + (text.length > room ? '…' : '');
  const start = Math.max(0, at - 20);
  const end = Math.min(text.length, start + room);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

/** Notes and groups that have words. */
export function worded({ layout }: FlowDocument): { kind: 'note' | 'group'; id: string; text: string }[] {
  return [
    ...(layout.notes ?? []).map(({ id, text }) => ({ kind: 'note' as const, id, text })),
    ...(layout.groups ?? []).map(({ id, name }) => ({ kind: 'group' as const, id, text: name })),
  ].filter(({ text }) => text !== '');
}
