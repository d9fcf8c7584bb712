// The last requests, and how often each route answered what.
import type { Journal, JournalEntry } from '../control/journal';
import { html, type Html } from './html';
import { formatsOf, type Locale } from './locale';
import { texts } from './texts';
import type { View } from './view';

export function requestsView(journal: Journal, { locale }: View): Html {
  if (journal.total === 0) {
    return html`<div class="table" data-live><div class="empty">${texts.noRequests[locale]}</div></div>`;
  }
  return html`<div data-live>
    <h2>${texts.perRoute[locale]}</h2>
    ${counters(journal, locale)}
    <h2>${texts.lastRequests[locale]}</h2>
    ${recent(journal.recent(), locale)}
  </div>`;
}

function counters(journal: Journal, locale: Locale): Html {
  const { number } = formatsOf(locale);
  const routes = Object.entries(journal.counters()).sort(([a], [b]) => a.localeCompare(b));
  return html`<div class="table">
    <table>
      <tbody>
        ${routes.map(
          ([route, byStatus]) =>
            html`<tr>
              <td><code>${route}</code></td>
              <td>
                <div class="tags">
                  ${Object.entries(byStatus).map(
                    ([status, count]) =>
                      html`<span class="tag ${toneOf(status)}">${status} × ${number(count)}</span>`,
                  )}
                </div>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function recent(entries: JournalEntry[], locale: Locale): Html {
  const { time, number } = formatsOf(locale);
  return html`<div class="table">
    <table>
      <thead>
        <tr>
          <th>${texts.time[locale]}</th>
          <th>${texts.address[locale]}</th>
          <th>${texts.status[locale]}</th>
          <th class="right">ms</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map(
          (entry) =>
            html`<tr>
              <td>${time(entry.at)}</td>
              <td><code>${entry.method} ${entry.url}</code></td>
              <td>
                <div class="tags">
                  <span class="tag ${toneOf(String(entry.status))}">${entry.status}</span>
                  ${entry.fault !== undefined && html`<span class="tag warn">${entry.fault}</span>`}
                </div>
              </td>
              <td class="right">${number(entry.milliseconds)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function toneOf(status: string): string {
  if (/^[23]/.test(status)) return 'good';
  return status.startsWith('4') ? 'warn' : 'bad';
}
