// Which lines of a list fit what was typed, the best first. Pure.
import { folded } from '../canvas/search-text';
import { queryFits } from '../canvas/synonyms';
import type { SearchItem } from './SearchDialog';

type Searched = Pick<SearchItem, 'title' | 'section' | 'detail' | 'words' | 'refused'>;

/** Every word must be found. A title that begins with it comes before one that holds it, before one found by other texts.
 * What is not possible now comes last. */
export function ranked<Item extends Searched>(items: readonly Item[], query: string): Item[] {
  const wanted = folded(query).trim();
  if (wanted === '')
    return inSections([...items.filter(isPossible), ...items.filter((item) => !isPossible(item))]);
  const scored = items.flatMap((item, index) => {
    const texts = [item.title, item.section, item.detail ?? '', ...(item.words ?? [])];
    if (!queryFits(query, texts)) return [];
    const title = folded(item.title);
    const base = title.startsWith(wanted) ? 0 : title.includes(wanted) ? 1 : 2;
    return [{ item, index, score: base + (isPossible(item) ? 0 : 3) }];
  });
  scored.sort((a, b) => a.score - b.score || a.index - b.index);
  return inSections(scored.map(({ item }) => item));
}

function isPossible({ refused }: Searched): boolean {
  return refused === undefined;
}

/** Lines of one section together, sections in the order of their best line. */
function inSections<Item extends Searched>(items: readonly Item[]): Item[] {
  const sections = [...new Set(items.map(({ section }) => section))];
  return sections.flatMap((section) => items.filter((item) => item.section === section));
}
