// The lines of a price file: what each wants, or why it is refused. Writes what is right.
import type { Price } from '../store/entities';
import type { PriceFile, PriceFileKind } from '../store/price-files';
import type { Store } from '../store/store';
import { samePlace } from './fixed-price';

const columns: Record<PriceFileKind, readonly string[]> = {
  'base-prices': ['SKU ID', 'Cost Price', 'Base Price', 'List Price', 'Child Account'],
  'fixed-prices': [
    'SKU ID',
    'Trade Policy',
    'Price',
    'List Price',
    'Min Quantity',
    'Date From',
    'Date To',
    'Child Account',
  ],
};

type Cells = Readonly<Record<string, string>>;
type Refused = { code: string; message: string };

/** Works the whole file off: right lines are written, wrong ones kept as errors. Nothing of one with a wrong header. */
export function workOffPrices(store: Store, file: PriceFile): void {
  const [header = '', ...lines] = (file.text ?? '').split(/\r?\n/).filter((line) => line !== '');
  const wanted = columns[file.kind];
  file.isDone = true;
  file.rows = lines.length;
  file.isBroken = cellsOf(header).join(',') !== wanted.join(',') || lines.length === 0;
  if (file.isBroken) return;
  for (const line of lines) {
    const cells = cellsOf(line);
    const record = Object.fromEntries(wanted.map((name, at) => [name, cells[at] ?? '']));
    const refused = cells.length === wanted.length ? refusal(store, file.kind, record) : wrongLength;
    if (refused) file.errors.push({ line, ...refused });
    else if (file.kind === 'base-prices') writeBase(store, record);
    else writeFixed(store, record);
  }
}

/** The columns of the file, and two more. */
export function errorReport({ kind, errors }: PriceFile): string {
  const lines = errors.map(({ line, code, message }) => `${line},${code},"${message.replaceAll('"', '""')}"`);
  return [[...columns[kind], 'Error Code', 'Error Message'].join(','), ...lines, ''].join('\n');
}

const wrongLength: Refused = { code: 'INVALID_ROW', message: 'The row does not have the expected columns' };

/** Cells may stand in quotation marks; a comma within is not known here. */
const cellsOf = (line: string): string[] =>
  line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

const isDecimal = (cell: string): boolean => /^\d+(\.\d+)?$/.test(cell);

function refusal(store: Store, kind: PriceFileKind, record: Cells): Refused | undefined {
  const needed =
    kind === 'base-prices' ? ['SKU ID', 'Cost Price', 'Base Price'] : ['SKU ID', 'Trade Policy', 'Price'];
  const missing = needed.find((name) => record[name] === '');
  if (missing) return { code: 'REQUIRED_FIELD', message: `${missing} is required` };
  const prices = ['Cost Price', 'Base Price', 'Price', 'List Price'];
  const wrong = prices.find((name) => record[name] && !isDecimal(record[name]));
  if (wrong) return { code: 'INVALID_VALUE', message: `${wrong} is not a decimal: ${record[wrong]}` };
  if (record['Min Quantity'] && !/^[1-9]\d*$/.test(record['Min Quantity']))
    return { code: 'INVALID_VALUE', message: 'Min Quantity is not a positive integer' };
  const [from, to] = [record['Date From'], record['Date To']];
  if (Boolean(from) !== Boolean(to))
    return { code: 'INVALID_VALUE', message: 'Date From and Date To go together' };
  if ([from, to].some((date) => date && !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(date)))
    return { code: 'INVALID_VALUE', message: 'Dates are in ISO 8601 and UTC' };
  if (record['Child Account']) return { code: 'INVALID_ACCOUNT', message: 'There is no such child account' };
  if (!store.skus.has(Number(record['SKU ID'])))
    return { code: 'SKU_NOT_FOUND', message: `SKU ${record['SKU ID']} not found` };
  return undefined;
}

const noPrice = { listPrice: null, costPrice: null, markup: null, basePrice: null, fixedPrices: [] };

const held = (store: Store, id: number): Price => store.prices.get(id) ?? { itemId: String(id), ...noPrice };

/** Fixed prices stay. A list price that is left empty is gone. */
function writeBase(store: Store, record: Cells): void {
  const id = Number(record['SKU ID']);
  const [cost, base] = [Number(record['Cost Price']), Number(record['Base Price'])];
  const markup = cost > 0 ? Math.round((base / cost - 1) * 10_000) / 100 : 0;
  const listPrice = record['List Price'] ? Number(record['List Price']) : null;
  store.prices.set(id, { ...held(store, id), costPrice: cost, basePrice: base, markup, listPrice });
}

function writeFixed(store: Store, record: Cells): void {
  const id = Number(record['SKU ID']);
  const before = held(store, id);
  const [from, to] = [record['Date From'], record['Date To']];
  const entry = {
    tradePolicyId: record['Trade Policy'] ?? '',
    value: Number(record['Price']),
    listPrice: record['List Price'] ? Number(record['List Price']) : null,
    minQuantity: Number(record['Min Quantity'] || 1),
    ...(from && to && { dateRange: { from, to } }),
  };
  const kept = before.fixedPrices.filter((old) => !samePlace(entry, old));
  store.priceTables.add(entry.tradePolicyId);
  store.prices.set(id, { ...before, fixedPrices: [...kept, entry] });
}
