// The places where two drawings collide, as names a person knows. Pure.
import type { FlowDocument } from '@eclusa/flow';
import { boxTitle, fieldPath, type Compared } from './change-words';

type Words = Pick<Compared, 'catalogue' | 'locale'>;

/** `nodes.price.config.mapping.basePrice` → `Set price: Base price`; an arrow by both its boxes. Each once. */
export function placesOf(
  conflicts: readonly string[],
  documents: readonly FlowDocument[],
  words: Words,
): string[] {
  return [...new Set(conflicts.map((conflict) => placeOf(conflict, documents, words)))];
}

function placeOf(conflict: string, documents: readonly FlowDocument[], words: Words): string {
  const dot = conflict.indexOf('.');
  const [part, rest] = dot < 0 ? [conflict, ''] : [conflict.slice(0, dot), conflict.slice(dot + 1)];
  const holder = (id: string) => documents.find(({ nodes }) => nodes[id]) ?? documents[0]!;
  const title = (id: string) => boxTitle(id, holder(id), words);
  if (part === 'edges') {
    const [from = '', to = ''] = rest.split('>');
    return [from, to].map((end) => title(end.slice(0, end.indexOf('.')))).join(' → ');
  }
  if (part !== 'nodes') return rest === '' ? documents[0]!.name : rest;
  const [id = '', ...member] = rest.split('.');
  const type = holder(id).nodes[id]?.type ?? '';
  const field =
    member[0] === 'config' ? fieldPath(words.catalogue.get(type)?.fields, member.slice(1), words.locale) : '';
  return field === '' ? title(id) : `${title(id)}: ${field}`;
}
