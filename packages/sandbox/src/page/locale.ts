// Which of the three languages a visitor reads.
import type { IncomingHttpHeaders } from 'node:http';

export type Locale = 'en' | 'es' | 'pt';

export interface Text {
  en: string;
  es: string;
  pt: string;
}

const locales: readonly Locale[] = ['en', 'es', 'pt'];

/** `?lang=` wins over Accept-Language; English when neither names one of ours. */
export function localeOf(query: URLSearchParams, headers: IncomingHttpHeaders): Locale {
  const wanted = [query.get('lang') ?? '', ...preferred(headers['accept-language'] ?? '')];
  for (const tag of wanted) {
    const found = locales.find((locale) => tag.toLowerCase().split('-')[0] === locale);
    if (found) return found;
  }
  return 'en';
}

function preferred(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/);
      return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

/** Number, money in reais and time of day as the language writes them. */
export function formatsOf(locale: Locale): {
  number(value: number): string;
  money(value: number): string;
  time(iso: string): string;
} {
  const tag = { en: 'en', es: 'es-AR', pt: 'pt-BR' }[locale];
  const number = new Intl.NumberFormat(tag);
  const money = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency: 'BRL',
    currencyDisplay: 'narrowSymbol',
  });
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return {
    number: (value) => number.format(value),
    money: (value) => money.format(value),
    time: (iso) => time.format(new Date(iso)),
  };
}
