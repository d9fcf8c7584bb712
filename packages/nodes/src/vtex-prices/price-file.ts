// VTEX's service for files of prices: how it is spoken to, and how its lines are known.
import { UserError, type Json } from '@eclusa/flow';
import type { BulkPlace, BulkService, BulkState } from '../vtex/bulk-file';
import { asObject } from '../vtex/remote';
import type { Store } from '../vtex/store';

const begin = 'POST /api/price-importer/pvt/import/{importType}';
const status = 'GET /api/price-importer/pvt/batches/{batchId}';
const errors = 'GET /api/price-importer/pvt/batches/{batchId}/errors';

/** What a file asks VTEX, beside the upload to the address it signs. */
export const priceFileRequests = [begin, status, errors] as const;

/** A line of base prices is known by its SKU. */
export const baseKey = (skuId: Json | undefined): string => String(skuId);

/** A line of fixed prices is known by what VTEX tells entries apart by. Dates in any writing. */
export function fixedKey(
  skuId: Json | undefined,
  table: Json | undefined,
  quantity: Json,
  dates: readonly string[],
): string {
  const moments = dates.map((date) => (date === '' ? '' : Date.parse(date)));
  return [skuId, table, quantity, ...moments].join('|');
}

const common = {
  state: (store: Store, id: string) => stateOf(store, id),
  async errorsUrl(store: Store, batchId: string) {
    const url = asObject(await store.send(errors, { params: { batchId } }))?.['url'];
    if (typeof url !== 'string') throw new UserError('vtex.bulk-no-address');
    return url;
  },
};

export const basePriceFile: BulkService = {
  ...common,
  columns: ['SKU ID', 'Cost Price', 'Base Price', 'List Price', 'Child Account'],
  start: (store, bytes) => place(store, 'base-prices', bytes),
  refusal: (record) => ({ key: baseKey(record['SKU ID']), ...reason(record) }),
};

export const fixedPriceFile: BulkService = {
  ...common,
  columns: [
    'SKU ID',
    'Trade Policy',
    'Price',
    'List Price',
    'Min Quantity',
    'Date From',
    'Date To',
    'Child Account',
  ],
  start: (store, bytes) => place(store, 'fixed-prices', bytes),
  refusal: (record) => {
    const dates = [record['Date From'] ?? '', record['Date To'] ?? ''];
    const key = fixedKey(record['SKU ID'], record['Trade Policy'], record['Min Quantity'] || '1', dates);
    return { key, ...reason(record) };
  },
};

const reason = (record: Readonly<Record<string, string>>) => ({
  code: record['Error Code'] ?? '',
  message: record['Error Message'] ?? '',
});

async function place(store: Store, importType: string, bytes: number): Promise<BulkPlace> {
  const body = { contentType: 'text/csv', contentLengthBytes: bytes };
  const answer = asObject(await store.send(begin, { params: { importType }, body }));
  const upload = asObject(answer?.['upload']);
  const [id, url] = [answer?.['batchId'], upload?.['url']];
  if (typeof id !== 'string' || typeof url !== 'string') throw new UserError('vtex.bulk-no-address');
  return { id, url, headers: (asObject(upload?.['headers']) ?? {}) as Record<string, string> };
}

async function stateOf(store: Store, batchId: string): Promise<BulkState> {
  const answer = await store.find(status, { params: { batchId } });
  const told = String(answer?.['status'] ?? 'UNKNOWN');
  const [done, all] = [Number(answer?.['bytesProcessed']), Number(answer?.['bytesTotal'])];
  const percent = all > 0 ? Math.round((100 * done) / all) : Number.NaN;
  return { phase: phaseOf(told), told, ...(Number.isFinite(percent) && { percent }) };
}

function phaseOf(told: string): BulkState['phase'] {
  switch (told) {
    case 'COMPLETED':
      return 'done';
    case 'COMPLETED_WITH_ERRORS':
      return 'partly';
    case 'FAILED':
      return 'failed';
    case 'AWAITING_UPLOAD':
    // Not known any more: nothing of it was or will be done.
    case 'UNKNOWN':
      return 'empty';
    default:
      return 'working';
  }
}
