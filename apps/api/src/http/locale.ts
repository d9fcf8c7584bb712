// Which of our languages a request asks for.
import { locales, type Locale } from '@eclusa/flow';

/** The best of our languages in an Accept-Language header, or undefined when it names none of them. */
export function localeOf(header: string | undefined): Locale | undefined {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, index) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const q = options.map((option) => /^\s*q=([\d.]+)\s*$/.exec(option)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: q === undefined ? 1 : Number(q), index };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  for (const { language } of wishes) {
    const known = locales.find((locale) => locale === language);
    if (known) return known;
  }
  return undefined;
}
