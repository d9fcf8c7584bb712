// A fixed price as Pricing takes it, and when two of them are for the same table, quantity and period.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';

/** The entry of PATCH …/fixed. Throws UserError for a period with one end only. */
export function fixedPriceOf(values: Values, table: Json): JsonObject {
  const { value, listPrice, minQuantity, from, to } = values;
  if ((from === undefined) !== (to === undefined)) throw new UserError('vtex.price-period-open');
  return {
    tradePolicyId: String(table),
    value: value as number,
    minQuantity: minQuantity ?? 1,
    ...(listPrice !== undefined && { listPrice }),
    ...(from !== undefined && to !== undefined && { dateRange: { from: zoned(from), to: zoned(to) } }),
  };
}

/** Pricing wants RFC 3339: a time without a zone is taken for UTC. */
function zoned(date: Json): string {
  const text = String(date);
  return /(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`;
}

/** What is known of the entry's place among those of the SKU, or undefined. */
export function samePlace(held: Json, entry: JsonObject): JsonObject | undefined {
  if (!Array.isArray(held)) return undefined;
  return held.find((one): one is JsonObject => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return false;
    return (
      String(one['tradePolicyId']) === entry['tradePolicyId'] &&
      one['minQuantity'] === entry['minQuantity'] &&
      periodOf(one) === periodOf(entry)
    );
  });
}

/** True when the entry would change nothing: a list price that is not given stays as VTEX has it. */
export function sameAmounts(held: JsonObject, entry: JsonObject): boolean {
  const isListed = entry['listPrice'] === undefined || held['listPrice'] === entry['listPrice'];
  return held['value'] === entry['value'] && isListed;
}

function periodOf(entry: JsonObject): string {
  const { from, to } = (entry['dateRange'] ?? {}) as Partial<Record<'from' | 'to', string>>;
  return from && to ? `${Date.parse(from)}/${Date.parse(to)}` : '';
}
