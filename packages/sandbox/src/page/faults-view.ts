// The faults that are armed, and the form that adds one. Works without the script.
import { faultKinds, type Faults } from '../control/faults';
import { html, type Html } from './html';
import { formatsOf, type Locale, type Text } from './locale';
import { faultTexts, texts } from './texts';
import type { View } from './view';

export function faultsView(faults: Faults, { locale }: View): Html {
  return html`<div class="card">
      <p>${texts.faultsLead[locale]}</p>
      <form method="post" action="/_sandbox/faults">
        <div class="grid">
          <label
            >${texts.pattern[locale]}<input name="route" placeholder="PUT /pricing/prices/*" maxlength="200"
          /></label>
          <label
            >${texts.kind[locale]}<select name="kind">
              ${faultKinds.map((kind) => html`<option value="${kind}">${faultTexts[kind][locale]}</option>`)}
            </select></label
          >
          ${field('nth', texts.nth, locale, '1')} ${field('count', texts.count, locale, '')}
          ${field('seconds', texts.seconds, locale, '')} ${field('delayMs', texts.delay, locale, '1000')}
          ${field('retryAfter', texts.retryAfter, locale, '')}
        </div>
        <div class="actions">
          <button>${texts.add[locale]}</button>
          <button class="plain" name="clear" value="1">${texts.clear[locale]}</button>
        </div>
      </form>
    </div>
    <div class="table" data-live>${list(faults, locale)}</div>`;
}

function field(name: string, label: Text, locale: Locale, placeholder: string): Html {
  return html`<label
    >${label[locale]}<input name="${name}" type="number" min="0" placeholder="${placeholder}"
  /></label>`;
}

function list(faults: Faults, locale: Locale): Html {
  const rules = faults.list();
  if (rules.length === 0) return html`<div class="empty">${texts.noFaults[locale]}</div>`;
  const { number } = formatsOf(locale);
  return html`<table>
    <thead>
      <tr>
        <th>${texts.pattern[locale]}</th>
        <th>${texts.kind[locale]}</th>
        <th class="right">${texts.nth[locale]}</th>
        <th class="right">${texts.seen[locale]}</th>
        <th class="right">${texts.hits[locale]}</th>
        <th>${texts.state[locale]}</th>
      </tr>
    </thead>
    <tbody>
      ${rules.map(
        (rule) =>
          html`<tr>
            <td><code>${rule.route}</code></td>
            <td>${faultTexts[rule.kind][locale]}</td>
            <td class="right">${number(rule.nth)}</td>
            <td class="right">${number(rule.seen)}</td>
            <td class="right">
              ${number(rule.hits)}${rule.count !== null && html` / ${number(rule.count)}`}
            </td>
            <td>
              <span class="tag ${rule.over ? '' : 'warn'}"
                >${texts[rule.over ? 'over' : 'armed'][locale]}</span
              >
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
