// Languages of the interface. Sentences live in en/, es/ and pt/, one file per area; nodes bring their own Texts.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { locales, type Locale } from '@eclusa/flow';
import { speak } from '../api/client';
import { resources } from './resources';

const KEPT = 'eclusa.locale';
const htmlLanguage: Record<Locale, string> = { en: 'en', es: 'es', pt: 'pt-BR' };

function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}

/** The language kept from last time, else the browser's, else English. */
export function preferredLocale(): Locale {
  const kept = localStorage.getItem(KEPT);
  if (isLocale(kept)) return kept;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find(isLocale) ?? 'en';
}

/** The language shown now. */
export function currentLocale(): Locale {
  return isLocale(i18next.language) ? i18next.language : 'en';
}

/** Shows everything in `locale` and remembers it in this browser. */
export function changeLocale(locale: Locale): void {
  localStorage.setItem(KEPT, locale);
  void i18next.changeLanguage(locale);
}

/** Takes a person's own language over in a browser where nobody chose one yet. */
export function adoptLocale(locale: Locale): void {
  // Accounts start in English, so English says nothing against the browser's language.
  if (localStorage.getItem(KEPT) === null && locale !== 'en') void i18next.changeLanguage(locale);
}

i18next.on('languageChanged', (language) => {
  if (!isLocale(language)) return;
  speak(language);
  document.documentElement.lang = htmlLanguage[language];
});

void i18next.use(initReactI18next).init({
  lng: preferredLocale(),
  fallbackLng: 'en',
  initAsync: false,
  resources: {
    en: { translation: resources.en },
    es: { translation: resources.es },
    pt: { translation: resources.pt },
  },
  interpolation: { escapeValue: false },
});

export { i18next };
