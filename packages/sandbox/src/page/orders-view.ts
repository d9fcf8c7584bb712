// The last orders, a form that places one, and buttons that move the clock. Works without the script.
import type { OrderEntry } from '../store/order-book';
import type { OrderStatus } from '../store/order-status';
import type { Store } from '../store/store';
import { html, type Html } from './html';
import { formatsOf, type Locale } from './locale';
import { orderTexts } from './order-texts';
import type { View } from './view';

const reachable: readonly OrderStatus[] = [
  'payment-pending',
  'window-to-cancel',
  'ready-for-handling',
  'handling',
];
const steps = [
  ['minute', 60_000],
  ['halfHour', 30 * 60_000],
  ['day', 24 * 60 * 60_000],
] as const;
const shownOrders = 50;

export function ordersView(store: Store, now: number, { locale }: View): Html {
  const entries = [...store.orders.entries.values()].slice(-shownOrders).reverse();
  return html`<div class="card">
      <p>${orderTexts.lead[locale]}</p>
      ${placeForm(locale)}
    </div>
    <div class="bar">
      <span data-live>${orderTexts.clock[locale]}: <code>${new Date(now).toISOString()}</code></span>
      <form method="post" action="/_sandbox/clock">
        ${steps.map(
          ([name, milliseconds]) =>
            html`<button class="plain" name="advanceMs" value="${milliseconds}">
              ${orderTexts[name][locale]}
            </button>`,
        )}
      </form>
    </div>
    <div class="table" data-live>${list(entries, locale)}</div>`;
}

function placeForm(locale: Locale): Html {
  return html`<form method="post" action="/_sandbox/orders">
    <div class="grid">
      <label
        >${orderTexts.payment[locale]}<select name="payment">
          ${(['card', 'notification', 'denied'] as const).map(
            (kind) => html`<option value="${kind}">${orderTexts[kind][locale]}</option>`,
          )}
        </select></label
      >
      <label
        >${orderTexts.status[locale]}<select name="status">
          <option value="">${orderTexts.start[locale]}</option>
          ${reachable.map((status) => html`<option value="${status}">${status}</option>`)}
        </select></label
      >
      <label>${orderTexts.sku[locale]}<input name="skuId" type="number" min="1" required /></label>
      <label>${orderTexts.quantity[locale]}<input name="quantity" type="number" min="1" value="1" /></label>
      <label>${orderTexts.shipping[locale]}<input name="shipping" type="number" min="0" value="0" /></label>
    </div>
    <div class="actions"><button>${orderTexts.place[locale]}</button></div>
  </form>`;
}

function list(entries: OrderEntry[], locale: Locale): Html {
  if (entries.length === 0) return html`<div class="empty">${orderTexts.empty[locale]}</div>`;
  return html`<table>
    <thead>
      <tr>
        <th>${orderTexts.order[locale]}</th>
        <th>Status</th>
        <th class="right">${orderTexts.total[locale]}</th>
        <th>${orderTexts.created[locale]}</th>
        <th>${orderTexts.next[locale]}</th>
        <th></th>
      </tr>
    </thead>
    <tbody>
      ${entries.map((entry) => row(entry, locale))}
    </tbody>
  </table>`;
}

function row({ document, due }: OrderEntry, locale: Locale): Html {
  const { money } = formatsOf(locale);
  return html`<tr>
    <td><code class="id">${document.orderId}</code></td>
    <td><span class="tag">${document.status ?? orderTexts.incomplete[locale]}</span></td>
    <td class="right">${money(document.value / 100)}</td>
    <td>${document.creationDate}</td>
    <td>${due && html`<code>${due.to}</code> ${new Date(due.at).toISOString()}`}</td>
    <td>
      ${
        document.status !== null &&
        html`<form method="post" action="/_sandbox/orders/${document.orderId}/request-cancellation">
          <button class="plain">${orderTexts.ask[locale]}</button>
        </form>`
      }
    </td>
  </tr>`;
}
