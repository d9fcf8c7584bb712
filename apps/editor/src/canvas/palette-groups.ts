// Which boxes the palette offers for a search, in which order. Pure.
import { locales, type Catalogue, type NodeDescription, type NodeGroup } from '@eclusa/flow';
import { groupOrder } from '../theme/groups';
import { folded, matches } from './search-text';

export interface PaletteGroup {
  group: NodeGroup;
  nodes: NodeDescription[];
}

/** Searches names, help and keywords in all languages; those whose name matches come first. */
export function paletteGroups(catalogue: Catalogue, query: string): PaletteGroup[] {
  const found = [...catalogue.values()].filter((node) => matches(query, words(node)));
  return groupOrder
    .map((group) => ({
      group,
      nodes: byName(
        found.filter((node) => node.group === group),
        query,
      ),
    }))
    .filter(({ nodes }) => nodes.length > 0);
}

function words(node: NodeDescription): string[] {
  const texts = locales.flatMap((locale) => [node.name[locale], node.help[locale]]);
  return [...texts, ...(node.keywords ?? []), node.id];
}

function byName(nodes: NodeDescription[], query: string): NodeDescription[] {
  const first = folded(query).trim();
  const inName = (node: NodeDescription) =>
    first !== '' && locales.some((locale) => folded(node.name[locale]).includes(first));
  return [...nodes.filter(inName), ...nodes.filter((node) => !inName(node))];
}
