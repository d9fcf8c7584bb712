// VTEX's service for files of stock (beta): how it is spoken to. It has two names for the confirmation.
import { RemoteError, UserError, type Json } from '@eclusa/flow';
import type { BulkPlace, BulkService, BulkState } from '../vtex/bulk-file';
import { asObject, hasStatus, retold } from '../vtex/remote';
import type { Store } from '../vtex/store';

const begin = 'POST /availability/v1/inventory/batch';
const confirm = 'POST /availability/v1/inventory/batch/{batchId}/confirm';
const commit = 'POST /availability/v1/inventory/batch/{batchId}/commit';
const status = 'GET /availability/v1/inventory/batch/{batchId}/status';
const errors = 'GET /availability/v1/inventory/batch/{batchId}/errors';

/** What a file asks VTEX, beside the upload to the address it signs. */
export const stockFileRequests = [begin, confirm, commit, status, errors] as const;

/** How VTEX names a line when it refuses it. */
export const stockLineKey = (skuId: Json | undefined, warehouseId: Json | undefined): string =>
  `${String(skuId)}|${String(warehouseId)}`;

export const stockFileService: BulkService = {
  columns: ['item_id', 'account_name', 'container_id', 'quantity', 'unlimited', 'lead_time'],
  start: (store) => place(store),
  confirm: (store, id) => confirmFile(store, id),
  state: (store, id) => stateOf(store, id),
  async errorsUrl(store, id) {
    const answer = asObject(await store.send(errors, { params: { batchId: id } }));
    const url = answer?.['downloadUrl'];
    if (typeof url !== 'string') throw new UserError('vtex.bulk-no-address');
    return url;
  },
  refusal: ({
    item_id: item,
    container_id: container,
    error_code: code = '',
    error_message: message = '',
  }) => ({
    key: stockLineKey(item, container),
    code,
    message,
  }),
};

async function place(store: Store): Promise<BulkPlace> {
  const answer = asObject(await begun(store));
  const upload = asObject(answer?.['upload']);
  const [id, url] = [answer?.['batchId'], upload?.['url']];
  if (typeof id !== 'string' || typeof url !== 'string') throw new UserError('vtex.bulk-no-address');
  return { id, url, headers: (asObject(upload?.['headers']) ?? {}) as Record<string, string> };
}

async function begun(store: Store): Promise<Json> {
  try {
    return await store.send(begin);
  } catch (error) {
    // VTEX opens this service account by account; without it there is no right for it either.
    if (hasStatus(error, 403) || hasStatus(error, 404)) throw retold('vtex.stock-file-closed', error);
    throw error;
  }
}

/** A confirmation whose answer was lost is refused when it is repeated: then the file is on its way. */
async function confirmFile(store: Store, id: string): Promise<void> {
  const params = { batchId: id };
  try {
    await store.send(confirm, { params });
  } catch (error) {
    if (hasStatus(error, 404) || hasStatus(error, 405)) await store.send(commit, { params });
    else if (!(error instanceof RemoteError && hasStatus(error, 400) && (await isUnderWay(store, id))))
      throw error;
  }
}

const isUnderWay = async (store: Store, id: string): Promise<boolean> =>
  (await stateOf(store, id)).phase !== 'empty';

async function stateOf(store: Store, id: string): Promise<BulkState> {
  const answer = await store.find(status, { params: { batchId: id } });
  const [told, rows, refused] = [
    answer?.['status'],
    answer?.['rowCount'],
    Number(answer?.['errorCount'] ?? 0),
  ];
  const percent = answer?.['amountCompleted'];
  return {
    phase: phaseOf(told, refused, refused > 0 && refused === rows),
    told: String(told ?? 'UNKNOWN'),
    ...(typeof percent === 'number' && { percent }),
  };
}

/** `all`: every line was refused, which VTEX calls a failure; their reasons are there as for any other. */
function phaseOf(told: Json | undefined, refused: number, all: boolean): BulkState['phase'] {
  switch (told) {
    case 'COMPLETED':
      return refused > 0 ? 'partly' : 'done';
    case 'COMPLETED_WITH_ERRORS':
      return 'partly';
    case 'FAILED':
      return all ? 'partly' : 'failed';
    case 'QUEUED':
    case 'PROCESSING':
    case 'INGESTING':
    case 'CLASSIFYING':
      return 'working';
    // Never confirmed, given up for that, or not known any more: nothing of it was or will be done.
    default:
      return 'empty';
  }
}
