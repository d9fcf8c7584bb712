// Logistics: stock by file (beta). A file is announced, put at a signed address, confirmed, worked on and asked after;
// refused lines come as a second file. Addresses live for half an hour, those of errors for one.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { StockFile } from '../store/stock-files';
import type { Store } from '../store/store';
import { workOff } from './stock-file-lines';

export interface StockFileSettings {
  account: string;
  clock: () => number;
  /** How long a confirmed file waits, and then is worked on, each. */
  workMs: number;
  /** How long a confirmation holds its lock. */
  lockMs: number;
}

const minute = 60_000;
const uploadLife = 30 * minute;
const linkLife = 60 * minute;
const reportLife = 7 * 24 * 60 * minute;

export function stockFileRoutes(store: Store, settings: StockFileSettings): Route[] {
  const base = '/availability/v1/inventory/batch';
  const one = `${base}/{batchId}`;
  const locks = new Set<string>();
  const confirm = (call: Call) => confirmed(store, settings, locks, call);
  return [
    { request: `POST ${base}`, handler: (call) => create(store, settings, call) },
    // The reference and the guide do not agree on its name.
    { request: `POST ${one}/confirm`, handler: confirm },
    { request: `POST ${one}/commit`, handler: confirm },
    { request: `GET ${one}/status`, handler: (call) => json(status(store, settings, call)) },
    { request: `GET ${one}/errors`, handler: (call) => errors(store, settings, call) },
    { request: 'PUT /signed/stock-file/{batchId}', handler: (call) => upload(store, settings, call) },
    { request: 'GET /signed/stock-file/{batchId}/errors', handler: (call) => report(store, settings, call) },
  ];
}

function create(store: Store, { clock }: StockFileSettings, call: Call): Reply {
  const now = clock();
  const file = store.stockFiles.add(now, randomBytes(16).toString('hex'));
  const upload = {
    method: 'PUT',
    url: signed(call, file, '', now + uploadLife),
    headers: { 'Content-Type': 'text/csv' },
    expiresAt: new Date(now + uploadLife).toISOString(),
  };
  return json({ batchId: file.id, status: 'AWAITING_UPLOAD', upload }, 201);
}

function signed(call: Call, { id, signature }: StockFile, more: string, until: number): string {
  return `http://${call.headers.host ?? 'localhost'}/signed/stock-file/${id}${more}?until=${until}&signature=${signature}`;
}

/** The file of a signed address, or 403 as a storage answers it. */
function ofAddress(store: Store, { clock }: StockFileSettings, call: Call): StockFile {
  const file = store.stockFiles.all.get(call.params.batchId ?? '');
  const given = Buffer.from(call.query.get('signature') ?? '');
  const wanted = Buffer.from(file?.signature ?? '');
  const isKnown = file !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
  if (!isKnown || Number(call.query.get('until')) < clock()) return refuse(403, 'Request has expired');
  return file;
}

function upload(store: Store, settings: StockFileSettings, call: Call): Reply {
  const file = ofAddress(store, settings, call);
  if (!/^text\/csv\b/.test(call.headers['content-type'] ?? '')) refuse(403, 'SignatureDoesNotMatch');
  file.text = typeof call.body === 'string' ? call.body : '';
  return empty();
}

function find(store: Store, call: Call): StockFile {
  return store.stockFiles.all.get(call.params.batchId ?? '') ?? refuse(404, 'Batch not found.');
}

async function confirmed(
  store: Store,
  { clock, lockMs }: StockFileSettings,
  locks: Set<string>,
  call: Call,
): Promise<Reply> {
  const file = find(store, call);
  if (locks.has(file.id)) refuse(423, 'There is already a commit in progress for this batch.');
  locks.add(file.id);
  try {
    if (lockMs > 0) await sleep(lockMs);
    if (file.confirmedAt !== null || file.text === null || isExpired(file, clock())) {
      refuse(400, 'Batch already processing or invalid state.');
    }
    file.confirmedAt = clock();
    return empty(202);
  } finally {
    locks.delete(file.id);
  }
}

const isExpired = (file: StockFile, now: number): boolean =>
  file.confirmedAt === null && now - file.createdAt > uploadLife;

function stateOf(store: Store, { account, clock, workMs }: StockFileSettings, file: StockFile): string {
  const now = clock();
  if (file.confirmedAt === null) return isExpired(file, now) ? 'EXPIRED' : 'AWAITING_UPLOAD';
  const waited = now - file.confirmedAt;
  if (waited < workMs) return 'QUEUED';
  if (waited < 2 * workMs) return 'PROCESSING';
  if (!file.isDone) workOff(store, file, account, now);
  if (file.errors.length === 0) return 'COMPLETED';
  return file.errors.length === file.rows ? 'FAILED' : 'COMPLETED_WITH_ERRORS';
}

function status(store: Store, settings: StockFileSettings, call: Call): object {
  const file = find(store, call);
  const state = stateOf(store, settings, file);
  const errorCount = file.errors.length;
  return {
    batchId: file.id,
    status: state,
    rowCount: file.rows,
    processedCount: file.rows,
    errorCount,
    amountCompleted: file.isDone ? 100 : state === 'PROCESSING' ? 50 : 0,
    createdAt: new Date(file.createdAt).toISOString(),
    startedAt: file.confirmedAt === null ? null : new Date(file.confirmedAt).toISOString(),
    stages: null,
    summary: file.isDone ? summaryOf(file) : null,
  };
}

function summaryOf(file: StockFile): object {
  return {
    insertCount: file.inserted,
    updateCount: file.updated,
    noopCount: 0,
    conflictCount: 0,
    skippedDueApiUpdateCount: 0,
    perItemRoutedCount: 0,
    dlqEventsCount: 0,
  };
}

function errors(store: Store, settings: StockFileSettings, call: Call): Reply {
  const file = find(store, call);
  stateOf(store, settings, file);
  const now = settings.clock();
  const isOver = now - (file.confirmedAt ?? now) > reportLife;
  if (file.errors.length === 0 || isOver) return empty(204);
  const downloadUrl = signed(call, file, '/errors', now + linkLife);
  return json({ batchId: file.id, downloadUrl, errorCount: file.errors.length });
}

function report(store: Store, settings: StockFileSettings, call: Call): Reply {
  const file = ofAddress(store, settings, call);
  const lines = file.errors.map(({ line, itemId, containerId, code, message }) =>
    [line, itemId, containerId, code, `"${message.replaceAll('"', '""')}"`].join(','),
  );
  const text = ['line_number,item_id,container_id,error_code,error_message', ...lines, ''].join('\n');
  return { status: 200, text, type: 'text/csv; charset=utf-8' };
}
