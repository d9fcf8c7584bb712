// The language shown now, re-rendering when it changes.
import { useTranslation } from 'react-i18next';
import { locales, type Locale, type Text } from '@eclusa/flow';

/** The current language and a way to read a Text in it. */
export function useLocale(): { locale: Locale; say: (text: Text) => string } {
  const { i18n } = useTranslation();
  const locale = locales.find((known) => known === i18n.language) ?? 'en';
  return { locale, say: (text) => text[locale] };
}
