// The frame of every page: the HTML document and the choice of language.
import type { Reply } from '../http/wire';
import { pageHeaders } from './assets';
import { html, type Html } from './html';
import type { Locale } from './locale';

/** Attribute that marks the link to what is shown. */
export const ariaCurrent = html`aria-current="page"`;

/** A whole HTML document with our style and script. */
export function documentReply(locale: Locale, title: string, body: Html): Reply {
  const whole = html`<!doctype html>
    <html lang="${locale === 'pt' ? 'pt-BR' : locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page.css" />
        <script src="/page.js" defer></script>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  return { status: 200, text: whole.value, type: 'text/html; charset=utf-8', headers: pageHeaders };
}

/** Links to the page in each language. */
export function languages(locale: Locale, query: URLSearchParams): Html {
  const to = (lang: string): string =>
    `/?${new URLSearchParams({ ...Object.fromEntries(query), lang }).toString()}`;
  const names = { en: 'English', es: 'Español', pt: 'Português' };
  return html`<div class="langs">
    ${(['en', 'es', 'pt'] as const).map(
      (lang) =>
        html`<a href="${to(lang)}" lang="${lang}" ${lang === locale && ariaCurrent}>${names[lang]}</a>`,
    )}
  </div>`;
}
