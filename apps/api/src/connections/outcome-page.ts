// The page that ends a sign-in at a provider: a heading and a sentence. It runs no script and loads nothing.
import type { Locale, Text } from '@eclusa/flow';
import { createHash } from 'node:crypto';
import type { Outcome } from './provider-sign-in.service';

const style = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; display: grid; place-items: center; min-height: 100vh;
  color: #1b2733; background: #f6f8fa; }
main { max-width: 28rem; padding: 2rem; }
h1 { font-size: 1.25rem; margin: 0 0 0.5rem; }
p { margin: 0; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { body { color: #e6edf3; background: #10161d; } }
`;

/** Nothing but the page's own style, known by its hash. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const titles: Record<'good' | 'bad', Text> = {
  good: { en: 'You are signed in', es: 'Sesión iniciada', pt: 'Você entrou' },
  bad: { en: 'The sign-in came to nothing', es: 'No se pudo iniciar sesión', pt: 'Não foi possível entrar' },
};
const next: Text = {
  en: 'The connection can be used now. Close this window and go back to Eclusa.',
  es: 'Ya se puede usar la conexión. Cierre esta ventana y vuelva a Eclusa.',
  pt: 'A conexão já pode ser usada. Feche esta janela e volte à Eclusa.',
};
const back: Text = {
  en: 'Close this window and go back to Eclusa.',
  es: 'Cierre esta ventana y vuelva a Eclusa.',
  pt: 'Feche esta janela e volte à Eclusa.',
};

/** The whole page in one language. */
export function outcomePage({ signedIn, refused }: Outcome, locale: Locale): string {
  const isGood = signedIn !== undefined;
  const title = titles[isGood ? 'good' : 'bad'][locale];
  const heading = isGood ? `${title}: ${signedIn}` : title;
  const said = refused ? `${refused[locale]} ${back[locale]}` : next[locale];
  return `<!doctype html>
<html lang="${locale === 'pt' ? 'pt-BR' : locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Eclusa</title>
<style>${style}</style></head>
<body><main><h1>${escaped(heading)}</h1><p>${escaped(said)}</p></main></body>
</html>
`;
}

/** Names and reasons come from people and providers. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
