// The store's page: counts, products, orders, last requests, faults. Server-rendered; the script only refreshes it.
import type { IncomingMessage } from 'node:http';
import type { Desk } from '../gate/dispatch';
import type { Reply } from '../http/wire';
import { countsOf } from '../store/snapshot';
import type { Store } from '../store/store';
import { ariaCurrent, documentReply, languages } from './document';
import { faultsView } from './faults-view';
import { html, type Html } from './html';
import { formatsOf, localeOf, type Locale } from './locale';
import { ordersView } from './orders-view';
import { productsView } from './products-view';
import { requestsView } from './requests-view';
import { texts } from './texts';
import type { View } from './view';

export interface PageParts {
  store: Store;
  desk: Desk;
  /** Shown so that a person can connect: they open this sandbox only. */
  credentials: { appKey: string; appToken: string };
}

const views = ['products', 'orders', 'requests', 'faults'] as const;

/** The page for `GET /`. */
export function page(parts: PageParts, request: IncomingMessage, url: URL): Reply {
  const locale = localeOf(url.searchParams, request.headers);
  const link = (parameters: Record<string, string>): string => {
    const search = new URLSearchParams(parameters);
    if (url.searchParams.has('lang')) search.set('lang', locale);
    return `/?${search.toString()}`;
  };
  const view: View = { locale, query: url.searchParams, link };
  const current = views.find((name) => name === url.searchParams.get('view')) ?? 'products';
  const body = html`${head(parts, view, request.headers.host ?? '')}
    <main>
      <div class="tiles" data-live>${tiles(parts.store, locale)}</div>
      <nav>
        ${views.map(
          (name) =>
            html`<a href="${link({ view: name })}" ${current === name && ariaCurrent}
              >${texts[name][locale]}</a
            >`,
        )}
      </nav>
      ${current === 'products' && productsView(parts.store, view)}
      ${current === 'orders' && ordersView(parts.store, parts.desk.clock(), view)}
      ${current === 'requests' && requestsView(parts.desk.journal, view)}
      ${current === 'faults' && faultsView(parts.desk.faults, view)}
    </main>`;
  return documentReply(locale, texts.title[locale], body);
}

function head(parts: PageParts, { locale, query }: View, host: string): Html {
  const { appKey, appToken } = parts.credentials;
  return html`<header>
    <h1>${texts.title[locale]} <small>${parts.desk.account}</small></h1>
    ${languages(locale, query)}
    <p>${texts.lead[locale]}</p>
    <details>
      <summary>${texts.connect[locale]}</summary>
      <p>${texts.connectLead[locale]}</p>
      <dl>
        <dt>${texts.address[locale]}</dt>
        <dd><code>http://${host}</code></dd>
        <dt>${texts.account[locale]}</dt>
        <dd><code>${parts.desk.account}</code></dd>
        <dt>X-VTEX-API-AppKey</dt>
        <dd><code>${appKey}</code></dd>
        <dt>X-VTEX-API-AppToken</dt>
        <dd><code>${appToken}</code></dd>
      </dl>
    </details>
  </header>`;
}

function tiles(store: Store, locale: Locale): Html[] {
  const counts = countsOf(store);
  const { number } = formatsOf(locale);
  const shown = [
    [texts.categories, counts.categories],
    [texts.brands, counts.brands],
    [texts.products, counts.products],
    [texts.skus, counts.skus],
    [texts.prices, counts.prices],
    [texts.stocks, counts.stock],
  ] as const;
  return shown.map(
    ([name, count]) => html`<div class="tile"><b>${number(count)}</b><span>${name[locale]}</span></div>`,
  );
}
