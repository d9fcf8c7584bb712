// Which boxes the palette offers for a search, in which order. Pure.
import {
  locales,
  nodeAreas,
  type Catalogue,
  type Locale,
  type NodeArea,
  type NodeDescription,
  type NodeGroup,
} from '@eclusa/flow';
import { groupOrder } from '../theme/groups';
import { folded } from './search-text';
import { queryFits } from './synonyms';

export interface PaletteGroup {
  group: NodeGroup;
  /** A part of the group, where it has parts. */
  area?: NodeArea;
  nodes: NodeDescription[];
}

/**
 * Searches names, help and keywords in all languages, and words that mean the same. Those whose name matches come
 * first; in a part of VTEX, what writes comes before what only reads. Otherwise by name in the person's language.
 */
export function paletteGroups(catalogue: Catalogue, query: string, locale: Locale = 'en'): PaletteGroup[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const found = [...catalogue.values()]
    .filter((node) => queryFits(query, words(node)))
    .sort((a, b) => (a.area || b.area ? 0 : compare(a.name[locale], b.name[locale])));
  return groupOrder
    .flatMap((group) =>
      [undefined, ...nodeAreas].map((area) => ({
        group,
        ...(area && { area }),
        nodes: byName(writesFirst(found.filter((node) => node.group === group && node.area === area)), query),
      })),
    )
    .filter(({ nodes }) => nodes.length > 0);
}

/**
 * The box Enter takes: one whose name matches, then one whose name means the same, then one that only its help or
 * keywords speak for. Of several the one with the shortest name: "Set stock" before "Set stock of a seller".
 */
export function bestMatch(groups: readonly PaletteGroup[], query: string): NodeDescription | undefined {
  if (folded(query).trim() === '') return undefined;
  const all = groups.flatMap(({ nodes }) => nodes).map((node) => ({ node, rank: rankOf(node, query) }));
  all.sort((a, b) => a.rank - b.rank || a.node.name.en.length - b.node.name.en.length);
  return all[0]?.node;
}

/** 0: the name has what was typed; 1: it means the same; 2: something else of the box fits. */
function rankOf(node: NodeDescription, query: string): number {
  if (isNamed(node, query)) return 0;
  return queryFits(query, Object.values(node.name)) ? 1 : 2;
}

function words(node: NodeDescription): string[] {
  const texts = locales.flatMap((locale) => [node.name[locale], node.help[locale]]);
  return [...texts, ...(node.keywords ?? []), node.id];
}

function writesFirst(nodes: NodeDescription[]): NodeDescription[] {
  const reads = ({ behaviour }: NodeDescription) => behaviour.effect === 'read';
  return [...nodes.filter((node) => !reads(node)), ...nodes.filter(reads)];
}

function byName(nodes: NodeDescription[], query: string): NodeDescription[] {
  if (folded(query).trim() === '') return nodes;
  const ranked = nodes.map((node) => ({ node, rank: rankOf(node, query) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ node }) => node);
}

function isNamed(node: NodeDescription, query: string): boolean {
  const first = folded(query).trim();
  return first !== '' && locales.some((locale) => folded(node.name[locale]).includes(first));
}
