// Fixed prices of a price table: reading one from a body, and which of them is valid for a quantity and a moment.
import { objectBody, optionalNumber, requiredNumber, requiredText } from '../http/fields';
import { refuse } from '../http/wire';
import type { FixedPrice, Price } from '../store/entities';

/** `table` comes from the path and wins over the body. */
export function fixedPrice(entry: unknown, table: string | undefined): FixedPrice {
  const body = objectBody(entry);
  const value = requiredNumber(body, 'value');
  const minQuantity = requiredNumber(body, 'minQuantity');
  if (value < 0) refuse(400, 'Field value must not be negative');
  if (!Number.isInteger(minQuantity) || minQuantity < 1)
    refuse(400, 'Field minQuantity must be an integer from 1 on');
  const range =
    body.dateRange === undefined || body.dateRange === null ? undefined : dateRange(body.dateRange);
  return {
    tradePolicyId: table ?? requiredText(body, 'tradePolicyId'),
    value,
    listPrice: optionalNumber(body, 'listPrice'),
    minQuantity,
    ...(range ? { dateRange: range } : {}),
  };
}

function dateRange(value: unknown): { from: string; to: string } {
  const body = objectBody(value);
  const from = requiredText(body, 'from');
  const to = requiredText(body, 'to');
  if (Number.isNaN(Date.parse(from)) || Number.isNaN(Date.parse(to)))
    refuse(400, 'Field dateRange must have dates in RFC 3339');
  return { from, to };
}

/** Same table, minimum quantity and period: the second replaces the first. */
export function samePlace(a: FixedPrice, b: FixedPrice): boolean {
  const period = (price: FixedPrice): string => `${price.dateRange?.from ?? ''}/${price.dateRange?.to ?? ''}`;
  return a.tradePolicyId === b.tradePolicyId && a.minQuantity === b.minQuantity && period(a) === period(b);
}

/**
 * Highest tier within the quantity wins; a dated price beats the undated one while it is valid. Undefined when there is neither
 * a fixed nor a base price. `percent` is what a rule of the table puts on the base price.
 */
export function computed(
  price: Price,
  table: string,
  quantity: number,
  now: number,
  percent = 0,
): object | undefined {
  const valid = price.fixedPrices
    .filter((fixed) => fixed.tradePolicyId === table && fixed.minQuantity <= quantity && isValid(fixed, now))
    .sort(
      (a, b) => Number(Boolean(b.dateRange)) - Number(Boolean(a.dateRange)) || b.minQuantity - a.minQuantity,
    );
  const fixed = valid[0];
  const base = price.basePrice === null ? null : Math.round(price.basePrice * (100 + percent)) / 100;
  const sellingPrice = fixed?.value ?? base;
  if (sellingPrice === null) return undefined;
  const day = 86_400_000;
  return {
    tradePolicyId: table,
    listPrice: fixed?.listPrice ?? price.listPrice ?? sellingPrice,
    costPrice: price.costPrice,
    sellingPrice,
    priceValidUntil: fixed?.dateRange?.to ?? new Date(now + 365 * day).toISOString(),
  };
}

function isValid({ dateRange: range }: FixedPrice, now: number): boolean {
  return !range || (Date.parse(range.from) <= now && now <= Date.parse(range.to));
}
