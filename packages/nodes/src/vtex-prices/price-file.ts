// VTEX's service for files of prices: how it is spoken to. It begins by itself once the file has arrived.
import { UserError, type Json } from '@eclusa/flow';
import type { BulkPlace, BulkService, BulkState } from '../vtex/bulk-file';
import { asObject } from '../vtex/remote';
import type { Store } from '../vtex/store';

const begin = 'POST /api/price-importer/pvt/import/{importType}';
const state = 'GET /api/price-importer/pvt/batches/{batchId}';
const errors = 'GET /api/price-importer/pvt/batches/{batchId}/errors';

/** What a file asks VTEX, beside the upload to the address it signs. */
export const priceFileRequests = [begin, state, errors] as const;

/** Base prices of SKUs, or fixed prices of tables. */
export type PriceFile = 'base-prices' | 'fixed-prices';

interface Kind {
  columns: readonly string[];
  /** Those that tell a line from the others. */
  key: readonly string[];
}

/** Column titles as VTEX's guide prints them. */
const kinds: Record<PriceFile, Kind> = {
  'base-prices': {
    columns: ['SKU ID', 'Cost Price', 'Base Price', 'List Price', 'Child Account'],
    key: ['SKU ID'],
  },
  'fixed-prices': {
    columns: [
      ...['SKU ID', 'Trade Policy', 'Price', 'List Price', 'Min Quantity', 'Date From', 'Date To'],
      'Child Account',
    ],
    key: ['SKU ID', 'Trade Policy', 'Min Quantity', 'Date From', 'Date To'],
  },
};

/** What a line changes, from its cells by column title. */
export function priceLineKey(kind: PriceFile, cells: Readonly<Record<string, unknown>>): string {
  return kinds[kind].key.map((title) => part(title, String(cells[title] ?? ''))).join('|');
}

// VTEX may write a date or an empty quantity in another way than we did.
function part(title: string, cell: string): string {
  if (title.startsWith('Date ') && cell !== '') return String(Date.parse(cell));
  return title === 'Min Quantity' && cell === '' ? '1' : cell;
}

/** The cells of a line in VTEX's order. */
export function priceLine(
  kind: PriceFile,
  cells: Readonly<Record<string, string | number | null>>,
): (string | number | null)[] {
  return kinds[kind].columns.map((title) => cells[title] ?? null);
}

export function priceFileService(kind: PriceFile): BulkService {
  return {
    columns: kinds[kind].columns,
    start: (store, bytes) => place(store, kind, bytes),
    state: (store, id) => stateOf(store, id),
    async errorsUrl(store, id) {
      const url = asObject(await store.send(errors, { params: { batchId: id } }))?.['url'];
      if (typeof url !== 'string') throw new UserError('vtex.bulk-no-address');
      return url;
    },
    refusal: (record) => ({
      key: priceLineKey(kind, record),
      code: record['Error Code'] ?? '',
      message: record['Error Message'] ?? '',
    }),
  };
}

async function place(store: Store, kind: PriceFile, bytes: number): Promise<BulkPlace> {
  const body = { contentType: 'text/csv', contentLengthBytes: bytes };
  const answer = asObject(await store.send(begin, { params: { importType: kind }, body }));
  const upload = asObject(answer?.['upload']);
  const [id, url] = [answer?.['batchId'], upload?.['url']];
  if (typeof id !== 'string' || typeof url !== 'string') throw new UserError('vtex.bulk-no-address');
  return { id, url, headers: (asObject(upload?.['headers']) ?? {}) as Record<string, string> };
}

async function stateOf(store: Store, id: string): Promise<BulkState> {
  const answer = await store.find(state, { params: { batchId: id } });
  const [told, done, all] = [answer?.['status'], answer?.['bytesProcessed'], answer?.['bytesTotal']];
  const percent =
    typeof done === 'number' && typeof all === 'number' && all > 0
      ? Math.round((done / all) * 100)
      : undefined;
  return {
    phase: phaseOf(told, Number(answer?.['errorCount'] ?? 0)),
    told: String(told ?? 'UNKNOWN'),
    ...(percent !== undefined && { percent }),
  };
}

function phaseOf(told: Json | undefined, refused: number): BulkState['phase'] {
  switch (told) {
    case 'COMPLETED':
      return refused > 0 ? 'partly' : 'done';
    case 'COMPLETED_WITH_ERRORS':
      return 'partly';
    case 'FAILED':
      return 'failed';
    case 'RECEIVED':
    case 'VALIDATING':
    case 'PROCESSING':
    case 'DOCUMENTING':
      return 'working';
    default:
      return 'empty';
  }
}
