import { localeOf } from './locale';

test.each([
  ['pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
  ['en;q=0.2, es-419;q=0.7', 'es'],
  ['de-DE, fr;q=0.9', undefined],
  ['de, en;q=0', undefined],
  ['*', undefined],
  [undefined, undefined],
  ['EN', 'en'],
  [`${'x,'.repeat(10_000)}es`, undefined],
])('%s asks for %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});
