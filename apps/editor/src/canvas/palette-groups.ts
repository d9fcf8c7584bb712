// Which boxes the palette offers for a search, in which order. Pure.
import {
  locales,
  nodeAreas,
  type Catalogue,
  type NodeArea,
  type NodeDescription,
  type NodeGroup,
} from '@eclusa/flow';
import { groupOrder } from '../theme/groups';
import { folded, matches } from './search-text';

export interface PaletteGroup {
  group: NodeGroup;
  /** A part of the group, where it has parts. */
  area?: NodeArea;
  nodes: NodeDescription[];
}

/** Searches names, help and keywords in all languages; those whose name matches come first. */
export function paletteGroups(catalogue: Catalogue, query: string): PaletteGroup[] {
  const found = [...catalogue.values()].filter((node) => matches(query, words(node)));
  return groupOrder
    .flatMap((group) =>
      [undefined, ...nodeAreas].map((area) => ({
        group,
        ...(area && { area }),
        nodes: byName(
          found.filter((node) => node.group === group && node.area === area),
          query,
        ),
      })),
    )
    .filter(({ nodes }) => nodes.length > 0);
}

/** The box Enter takes: one whose name matches before one that only its help or keywords speak for. */
export function bestMatch(groups: readonly PaletteGroup[], query: string): NodeDescription | undefined {
  if (folded(query).trim() === '') return undefined;
  const all = groups.flatMap(({ nodes }) => nodes);
  return all.find((node) => isNamed(node, query)) ?? all[0];
}

function words(node: NodeDescription): string[] {
  const texts = locales.flatMap((locale) => [node.name[locale], node.help[locale]]);
  return [...texts, ...(node.keywords ?? []), node.id];
}

function byName(nodes: NodeDescription[], query: string): NodeDescription[] {
  return [...nodes.filter((node) => isNamed(node, query)), ...nodes.filter((node) => !isNamed(node, query))];
}

function isNamed(node: NodeDescription, query: string): boolean {
  const first = folded(query).trim();
  return first !== '' && locales.some((locale) => folded(node.name[locale]).includes(first));
}
