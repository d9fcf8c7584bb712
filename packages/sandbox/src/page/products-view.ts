// The list of products with price and stock: search, pages of 25.
import { productSnapshot, type ProductSnapshot, type SkuSnapshot } from '../store/snapshot';
import type { Store } from '../store/store';
import { html, type Html } from './html';
import { formatsOf, type Locale } from './locale';
import { texts } from './texts';
import type { View } from './view';

const perPage = 25;

export function productsView(store: Store, { locale, query, link }: View): Html {
  const wanted = query.get('q')?.trim() ?? '';
  const ids = wanted === '' ? [...store.products.keys()] : matching(store, wanted.toLowerCase());
  const pages = Math.max(1, Math.ceil(ids.length / perPage));
  const page = Math.min(pages, Math.max(1, Number(query.get('page')) || 1));
  const shown = ids.slice((page - 1) * perPage, page * perPage).map((id) => productSnapshot(store, id));
  const nothing = texts[store.products.size === 0 ? 'emptyStore' : 'nothingFound'][locale];
  const to = (number: number): string => link({ view: 'products', q: wanted, page: String(number) });
  return html`<div class="bar">
      <form action="/" role="search">
        <input type="hidden" name="view" value="products" />
        ${query.has('lang') && html`<input type="hidden" name="lang" value="${locale}" />`}
        <input
          type="search"
          name="q"
          value="${wanted}"
          placeholder="${texts.search[locale]}"
          aria-label="${texts.search[locale]}"
        />
        <button>${texts.find[locale]}</button>
      </form>
      <div class="pager" data-live>${pager(locale, page, pages, ids.length, to)}</div>
    </div>
    <div class="table" data-live>
      ${shown.length === 0 ? html`<div class="empty">${nothing}</div>` : table(shown, locale)}
    </div>`;
}

function matching(store: Store, wanted: string): number[] {
  const ids: number[] = [];
  for (const product of store.products.values()) {
    const skus = store.skusOfProduct.get(product.Id) ?? [];
    const eans = skus.flatMap((id) => store.eansOfSku.get(id) ?? []);
    const refs = skus.map((id) => store.skus.get(id)?.RefId ?? '');
    const searched = [product.Name, product.RefId ?? '', ...refs, ...eans].join('\n').toLowerCase();
    if (searched.includes(wanted)) ids.push(product.Id);
  }
  return ids;
}

function pager(
  locale: Locale,
  page: number,
  pages: number,
  total: number,
  to: (page: number) => string,
): Html {
  const { number } = formatsOf(locale);
  const from = total === 0 ? 0 : (page - 1) * perPage + 1;
  const until = Math.min(total, page * perPage);
  return html`${page > 1 && html`<a href="${to(page - 1)}">← ${texts.previous[locale]}</a>`}
    <span>${number(from)}–${number(until)} / ${number(total)}</span>
    ${page < pages && html`<a href="${to(page + 1)}">${texts.next[locale]} →</a>`}`;
}

function table(products: ProductSnapshot[], locale: Locale): Html {
  return html`<table>
    <thead>
      <tr>
        <th>RefId</th>
        <th>${texts.name[locale]}</th>
        <th>${texts.category[locale]}</th>
        <th>${texts.brand[locale]}</th>
        <th class="right">${texts.price[locale]}</th>
        <th class="right">${texts.stock[locale]}</th>
        <th>${texts.state[locale]}</th>
      </tr>
    </thead>
    <tbody>
      ${products.map((product) => row(product, locale))}
    </tbody>
  </table>`;
}

function row(product: ProductSnapshot, locale: Locale): Html {
  const sku = product.skus[0];
  const more = product.skus.length - 1;
  const eans = product.skus.flatMap((one) => one.eans).join(', ');
  const on = product.isActive;
  return html`<tr>
    <td>
      <code class="id">${product.refId ?? '–'}</code
      ><small>Id ${product.id}${sku && html` · SKU ${sku.id}`}</small>
    </td>
    <td>${product.name}${more > 0 && html` <span class="tag">+${more} SKU</span>`}<small>${eans}</small></td>
    <td>${product.category.split('/').join(' › ')}</td>
    <td>${product.brand}</td>
    <td class="right">${priceOf(sku, locale)}</td>
    <td class="right">${stockOf(sku, locale)}</td>
    <td>
      <span class="tag ${on ? 'good' : ''}">${texts[on ? 'active' : 'inactive'][locale]}</span>
      ${sku && html`<small>SKU: ${texts[sku.isActive ? 'active' : 'inactive'][locale]}</small>`}
    </td>
  </tr>`;
}

function priceOf(sku: SkuSnapshot | undefined, locale: Locale): Html {
  if (!sku) return html`<small>${texts.noSku[locale]}</small>`;
  if (!sku.price) return html`–`;
  const { money } = formatsOf(locale);
  const { basePrice, listPrice, fixedPrices } = sku.price;
  return html`${basePrice === null ? '–' : money(basePrice)}${listPrice !== null && html`<small><s>${money(listPrice)}</s></small>`}${fixedPrices.length > 0 && html`<small>+${fixedPrices.length}</small>`}`;
}

function stockOf(sku: SkuSnapshot | undefined, locale: Locale): Html {
  if (!sku || sku.stock.length === 0) return html`–`;
  const { number } = formatsOf(locale);
  return html`${sku.stock.map(
    (stock) =>
      html`<div>
        ${stock.unlimited ? texts.unlimited[locale] : number(stock.quantity)}<small
          >${stock.warehouseId}</small
        >
      </div>`,
  )}`;
}
