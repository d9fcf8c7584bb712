// Promotions made of rows: the SKUs of each name with their percentages, as VTEX's import takes them. Pure but for the calls.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import { csvText } from '../vtex/bulk-file';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { findId, promotionKind } from './promotion-write';

export const importPromotion = 'POST /api/rnb/pvt/import/calculatorConfiguration';
export const importAgain = 'PUT /api/rnb/pvt/import/calculatorConfiguration/{promotionId}';

/** VTEX's own figure. */
export const mostSkus = 400;

/** One promotion with all of its rows; the row that leaves the box. */
export interface SkuPromotion extends JsonObject {
  name: string;
  beginDate: string;
  endDate: string;
  /** At most one more than VTEX takes; `rows` says how many there were. */
  skus: { sku: number; effect: number }[];
  rows: number;
  /** Rows of the name do not agree on when it begins or ends. */
  isTorn: boolean;
}

/** Adds a row to the promotions so far. Of several rows for one SKU the last counts. */
export function addSku(promotions: Map<string, SkuPromotion>, values: Values): void {
  const [name, beginDate, endDate] = ['name', 'beginDate', 'endDate'].map((id) => String(values[id]));
  const known = promotions.get(String(name));
  const dates = { beginDate: String(beginDate), endDate: String(endDate) };
  const promotion = known ?? { name: String(name), ...dates, skus: [], rows: 0, isTorn: false };
  promotions.set(promotion.name, promotion);
  promotion.rows += 1;
  promotion.isTorn ||= promotion.beginDate !== dates.beginDate || promotion.endDate !== dates.endDate;
  const sku = Number(values['sku']);
  const same = promotion.skus.find((one) => one.sku === sku);
  if (same) same.effect = Number(values['effect']);
  else if (promotion.skus.length <= mostSkus) promotion.skus.push({ sku, effect: Number(values['effect']) });
}

export interface ImportOptions {
  cumulative: boolean;
  withManualPrices: boolean;
}

/** Makes the promotion, or replaces the list of the one with its name. */
export async function savePromotion(
  promotion: SkuPromotion,
  store: Store,
  options: ImportOptions,
): Promise<JsonObject> {
  const { name, skus } = promotion;
  check(promotion);
  return store.lock(`promotion:${name.toLowerCase()}`, async () => {
    const headers = {
      'Content-Type': 'text/csv',
      'X-VTEX-calculator-name': name,
      'X-VTEX-start-date': moment(promotion.beginDate),
      'X-VTEX-end-date': moment(promotion.endDate),
      'X-VTEX-cumulative': String(options.cumulative),
      'X-VTEX-accumulate-with-manual-prices': String(options.withManualPrices),
    };
    const body = csvText([['sku', 'effect'], ...skus.map(({ sku, effect }) => [sku, effect])]);
    const id = await findId(promotionKind, name, store);
    if (id === undefined) await store.send(importPromotion, { headers, body });
    else await store.send(importAgain, { params: { promotionId: id }, headers, body });
    const shown: Json = id ?? (store.dryRun ? '(new)' : await idAfter(name, store));
    return { id: shown, name, skus: skus.length, change: id === undefined ? 'created' : 'updated' };
  });
}

// VTEX answers an import without the id.
async function idAfter(name: string, store: Store): Promise<Json> {
  return (await findId(promotionKind, name, store)) ?? null;
}

function check({ name, skus, rows, isTorn, beginDate, endDate }: SkuPromotion): void {
  // The name travels in a header, where other characters would not arrive as they are.
  if (!/^[\x20-\x7e]+$/.test(name)) throw new UserError('vtex.promotion-name-letters', { values: { name } });
  if (isTorn) throw new UserError('vtex.promotion-dates-differ', { values: { name } });
  if (skus.length > mostSkus) {
    throw new UserError('vtex.promotion-too-many-skus', { values: { name, rows, most: mostSkus } });
  }
  if (!(Date.parse(moment(beginDate)) < Date.parse(moment(endDate)))) {
    throw new UserError('vtex.promotion-ends-first', { values: { name, beginDate, endDate } });
  }
}

/** With an offset, as VTEX's sample has it; a time without a zone is taken for UTC. */
function moment(date: string): string {
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(date) ? date : `${date}Z`;
  return new Date(zoned).toISOString().replace(/\.\d{3}Z$/, '+00:00');
}
