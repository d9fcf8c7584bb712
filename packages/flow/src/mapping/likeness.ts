// How alike two names are in meaning: 1 is the same name, 0 nothing in common. Knows no rows.
import { ideas, isSilent, readName } from './words';

/** A name as the ideas in it. */
export interface Meaning {
  /** The words without what separates them; equal for `ref_id` and `RefId`. */
  plain: string;
  /** One entry for each part of the name; a part can stand for several ideas. */
  strong: readonly ReadonlySet<string>[];
  weak: ReadonlySet<string>;
  /** Words that stand for no known idea. */
  rest: readonly string[];
}

export interface Likeness {
  score: number;
  because: 'same-name' | 'same-idea' | 'similar-idea' | 'shared-words';
}

const weakIdeas = new Set(ideas.filter(({ weak }) => weak).map(({ id }) => id));
const longest = 5;
const index = phraseIndex();

function phraseIndex(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (key: string, id: string) => {
    const known = found.get(key);
    if (known) known.add(id);
    else found.set(key, new Set([id]));
  };
  for (const { id, words } of ideas) for (const phrase of words) add(phrase.replaceAll(' ', ''), id);
  return found;
}

const meanings = new Map<string, Meaning>();

/** The meaning of a name, in any of the three languages or an ERP's own spelling. */
export function meaningOf(name: string): Meaning {
  const known = meanings.get(name);
  if (known) return known;
  const meaning = readMeaning(name);
  if (meanings.size > 5_000) meanings.clear();
  meanings.set(name, meaning);
  return meaning;
}

function readMeaning(name: string): Meaning {
  const { words, unit } = readName(name);
  const strong: ReadonlySet<string>[] = [];
  const weak = new Set<string>();
  const taken = new Set<number>();
  for (let size = Math.min(longest, words.length); size > 0; size--) {
    for (let start = 0; start + size <= words.length; start++) {
      const places = Array.from({ length: size }, (_, at) => start + at);
      if (places.some((place) => taken.has(place))) continue;
      const found = lookUp(words.slice(start, start + size));
      if (!found) continue;
      for (const place of places) taken.add(place);
      const ids = new Set([...found].filter((id) => !weakIdeas.has(id)));
      if (ids.size > 0) strong.push(ids);
      else for (const id of found) weak.add(id);
    }
  }
  // "Variant grams" is a weight though no word says so.
  if (strong.length === 0 && (unit === 'kg' || unit === 'g')) strong.push(new Set(['weight']));
  const rest = words.filter((word, place) => !taken.has(place) && !isSilent(word));
  return { plain: words.filter((word) => !isSilent(word)).join(''), strong, weak, rest };
}

function lookUp(words: readonly string[]): ReadonlySet<string> | undefined {
  const spoken = words.filter((word) => !isSilent(word));
  // A silent word at either end belongs to no phrase, unless the phrase itself ends in it ("preço de").
  return (
    index.get(words.join('')) ??
    (isSilent(words[0]!) || isSilent(words.at(-1)!) ? undefined : index.get(spoken.join('')))
  );
}

/** Ideas that stand for each other when nothing better is there: from, to, and how well. */
const kin: readonly (readonly [string, string, number])[] = [
  ['description', 'name', 0.66],
  ['title', 'name', 0.78],
  ['name', 'title', 0.56],
  ['handle', 'code', 0.7],
  ['handle', 'link', 0.8],
  ['name', 'description', 0.5],
  ['stock', 'quantity', 0.9],
  ['quantity', 'stock', 0.86],
  ['list-price', 'price', 0.56],
  ['promo-price', 'price', 0.52],
  ['total', 'invoice-value', 0.72],
  ['total', 'price', 0.5],
  ['short-description', 'meta-description', 0.5],
  ['ncm', 'code', 0.2],
  ['company', 'last-name', 0.3],
  ['name', 'first-name', 0.62],
  ['url', 'link', 0.5],
  ['updated', 'release-date', 0.3],
  ['created', 'release-date', 0.4],
];

/** Where only one of two names says it, they mean different things. */
const deciding: Readonly<Record<string, number>> = {
  kind: 0.4,
  option: 0.4,
  min: 0.4,
  max: 0.4,
  tax: 0.4,
  purchase: 0.3,
  fixed: 0.15,
  net: 0.1,
  packaged: 0.07,
  'of-supplier': 0.35,
  'of-client': 0.05,
  'of-product': 0.02,
  'of-sku': 0.02,
  identifier: 0.15,
};

/** How well a field called `source` fills a target called `target`. */
export function likeness(source: Meaning, target: Meaning): Likeness {
  if (source.plain !== '' && source.plain === target.plain) return { score: 1, because: 'same-name' };
  const shared = sharedIdeas(source, target);
  if (shared.best > 0) {
    const score = shared.best - shared.missing - differences(source, target);
    return { score: Math.max(0, score), because: shared.best >= 0.85 ? 'same-idea' : 'similar-idea' };
  }
  const common = source.rest.filter((word) => target.rest.includes(word)).length;
  const all = new Set([...source.rest, ...target.rest]).size;
  const apart = source.strong.length + target.strong.length;
  const score = common === 0 ? 0 : (0.75 * common) / (all + apart) - differences(source, target);
  return { score: Math.max(0, score), because: 'shared-words' };
}

function sharedIdeas(source: Meaning, target: Meaning): { best: number; missing: number } {
  const matches = target.strong.map((wanted) =>
    Math.max(0, ...source.strong.map((given) => fit(given, wanted))),
  );
  const best = Math.max(0, ...matches);
  const unmatched = matches.filter((match) => match === 0).length;
  const spare = source.strong.filter((given) =>
    target.strong.every((wanted) => fit(given, wanted) === 0),
  ).length;
  return { best, missing: 0.3 * unmatched + 0.24 * spare };
}

function fit(given: ReadonlySet<string>, wanted: ReadonlySet<string>): number {
  // A word that can mean several things is a little less sure.
  if ([...given].some((id) => wanted.has(id))) return given.size > 1 ? 0.88 : 0.93;
  return Math.max(
    0,
    ...kin.filter(([from, to]) => given.has(from) && wanted.has(to)).map(([, , well]) => well),
  );
}

function differences(source: Meaning, target: Meaning): number {
  let cost = 0.07 * Math.min(3, source.rest.length) + 0.05 * Math.min(3, target.rest.length);
  for (const [id, price] of Object.entries(deciding)) {
    if (source.weak.has(id) !== target.weak.has(id)) cost += price;
  }
  return cost;
}
