// Works off a file of prices: each good line is a price write, a bad one stands in the list of errors.
import type { PriceFile } from '../store/price-files';
import type { Store } from '../store/store';
import { fixedPrice, samePlace } from './fixed-price';

export const titles: Record<PriceFile['kind'], readonly string[]> = {
  base: ['SKU ID', 'Cost Price', 'Base Price', 'List Price', 'Child Account'],
  fixed: [
    ...['SKU ID', 'Trade Policy', 'Price', 'List Price', 'Min Quantity', 'Date From', 'Date To'],
    'Child Account',
  ],
};

type Cells = Record<string, string>;

/** Sets what the lines say. A file whose first line has other titles is refused as a whole. */
export function workOff(store: Store, file: PriceFile): void {
  file.isDone = true;
  const [first = '', ...lines] = file.text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const columns = titles[file.kind];
  if (first.split(',').join('|') !== columns.join('|')) {
    file.isFailed = true;
    return;
  }
  for (const line of lines) {
    const cells = line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, ''));
    const named = Object.fromEntries(columns.map((title, at) => [title, cells[at] ?? '']));
    const refusal = childAccount(named) ?? (file.kind === 'base' ? base(store, named) : fixed(store, named));
    if (refusal) file.errors.push({ cells, ...refusal });
  }
}

interface Refusal {
  code: string;
  message: string;
}

/** The store here has none. */
function childAccount(cells: Cells): Refusal | undefined {
  const name = cells['Child Account'];
  return name ? { code: 'INVALID_ACCOUNT', message: `Child account ${name} not found` } : undefined;
}

function skuOf(store: Store, cells: Cells): number | Refusal {
  const id = Number(cells['SKU ID']);
  if (store.skus.has(id)) return id;
  return { code: 'SKU_NOT_FOUND', message: `SKU ${cells['SKU ID']} not found` };
}

/** Undefined for an empty cell, NaN for one that is no amount. */
function amount(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  return value >= 0 ? value : Number.NaN;
}

/** A base price by file leaves the fixed prices of the SKU alone. A list price that is left empty is gone. */
function base(store: Store, cells: Cells): Refusal | undefined {
  const id = skuOf(store, cells);
  if (typeof id !== 'number') return id;
  const [cost, price, list] = ['Cost Price', 'Base Price', 'List Price'].map((name) => amount(cells[name]));
  if ([cost, price, list].some((value) => Number.isNaN(value))) {
    return { code: 'INVALID_PRICE', message: 'A price is not a number from 0 on' };
  }
  if (cost === undefined) return { code: 'MISSING_PRICE', message: 'Cost Price is required' };
  if (price === undefined) return { code: 'MISSING_PRICE', message: 'Base Price is required' };
  const before = store.prices.get(id);
  store.prices.set(id, {
    itemId: String(id),
    listPrice: list ?? null,
    basePrice: price,
    costPrice: cost,
    markup: cost > 0 ? Math.round((price / cost - 1) * 10_000) / 100 : 0,
    fixedPrices: before?.fixedPrices ?? [],
  });
  return undefined;
}

function fixed(store: Store, cells: Cells): Refusal | undefined {
  const id = skuOf(store, cells);
  if (typeof id !== 'number') return id;
  const [value, list] = [amount(cells['Price']), amount(cells['List Price'])];
  const minQuantity = cells['Min Quantity'] === '' ? 1 : Number(cells['Min Quantity']);
  const isGood = value !== undefined && !Number.isNaN(value) && !Number.isNaN(list ?? 0) && minQuantity >= 1;
  if (!isGood) return { code: 'INVALID_PRICE', message: 'Price or Min Quantity is not valid' };
  const [from, to] = [cells['Date From'], cells['Date To']];
  const isUtc = [from, to].every((date) => !date || /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(date));
  if (!isUtc || !from !== !to) return { code: 'INVALID_DATE', message: 'Both dates are wanted, in UTC' };
  const dateRange = from && to ? { from, to } : undefined;
  const entry = fixedPrice({ value, minQuantity, listPrice: list ?? null, dateRange }, cells['Trade Policy']);
  const before = store.prices.get(id) ?? {
    ...{ itemId: String(id), listPrice: null, costPrice: null, markup: null, basePrice: null },
    fixedPrices: [],
  };
  const kept = before.fixedPrices.filter((old) => !samePlace(entry, old));
  store.priceTables.add(entry.tradePolicyId);
  store.prices.set(id, { ...before, fixedPrices: [...kept, entry] });
  return undefined;
}
