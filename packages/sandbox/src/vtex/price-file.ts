// Pricing: prices by file. A file is announced with its size, put at a signed address, worked on as soon as it has arrived, and
// asked after; refused lines come as a second file. The address lives for half an hour.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { objectBody, requiredNumber, requiredText } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { PriceFile } from '../store/price-files';
import type { Store } from '../store/store';
import { titles, workOff } from './price-file-lines';

export interface PriceFileSettings {
  clock: () => number;
  /** How long a file that has arrived is validated, and then worked on, each. */
  workMs: number;
}

const life = 30 * 60_000;
const mostBytes = 500 * 1024 * 1024;

export function priceFileRoutes(store: Store, settings: PriceFileSettings): Route[] {
  const base = '/api/price-importer/pvt';
  const signedPath = '/signed/price-file/{batchId}';
  return [
    { request: `POST ${base}/import/{importType}`, handler: (call) => create(store, settings, call) },
    { request: `GET ${base}/batches/{batchId}`, handler: (call) => json(status(store, settings, call)) },
    { request: `GET ${base}/batches/{batchId}/errors`, handler: (call) => errors(store, settings, call) },
    { request: `PUT ${signedPath}`, handler: (call) => upload(store, settings, call) },
    { request: `GET ${signedPath}/errors`, handler: (call) => report(store, settings, call) },
  ];
}

function create(store: Store, { clock }: PriceFileSettings, call: Call): Reply {
  const kind = { 'base-prices': 'base', 'fixed-prices': 'fixed' }[call.params.importType ?? ''];
  if (!kind) refuse(404, 'Unknown import type.');
  const body = objectBody(call.body);
  if (requiredText(body, 'contentType') !== 'text/csv') refuse(422, 'contentType must be text/csv');
  const bytes = requiredNumber(body, 'contentLengthBytes');
  if (bytes > mostBytes) refuse(413, 'The file exceeds the limit of 500 MB.');
  if (!(bytes > 0)) refuse(422, 'contentLengthBytes must be positive');
  const now = clock();
  const file = store.priceFiles.add(kind as PriceFile['kind'], bytes, now, randomBytes(16).toString('hex'));
  const upload = {
    method: 'PUT',
    url: signed(call, file, '', now + life),
    headers: { 'Content-Type': 'text/csv' },
    expiresAt: new Date(now + life).toISOString(),
  };
  return json({ batchId: file.id, status: 'AWAITING_UPLOAD', upload });
}

function signed(call: Call, { id, signature }: PriceFile, more: string, until: number): string {
  const host = call.headers.host ?? 'localhost';
  return `http://${host}/signed/price-file/${id}${more}?until=${until}&signature=${signature}`;
}

/** The file of a signed address, or 403 as a storage answers it. */
function ofAddress(store: Store, { clock }: PriceFileSettings, call: Call): PriceFile {
  const file = store.priceFiles.all.get(call.params.batchId ?? '');
  const given = Buffer.from(call.query.get('signature') ?? '');
  const wanted = Buffer.from(file?.signature ?? '');
  const isKnown = file !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
  if (!isKnown || Number(call.query.get('until')) < clock()) return refuse(403, 'Request has expired');
  return file;
}

function upload(store: Store, settings: PriceFileSettings, call: Call): Reply {
  const file = ofAddress(store, settings, call);
  const text = typeof call.body === 'string' ? call.body : '';
  // The size is part of what was signed.
  if (Buffer.byteLength(text) !== file.bytes) refuse(403, 'SignatureDoesNotMatch');
  if (file.receivedAt !== null) refuse(403, 'Request has expired');
  file.text = text;
  file.receivedAt = settings.clock();
  return empty();
}

function find(store: Store, call: Call): PriceFile {
  return store.priceFiles.all.get(call.params.batchId ?? '') ?? refuse(404, 'Batch not found.');
}

function stateOf(store: Store, { clock, workMs }: PriceFileSettings, file: PriceFile): string {
  if (file.receivedAt === null) return 'AWAITING_UPLOAD';
  const waited = clock() - file.receivedAt;
  if (waited < workMs) return 'VALIDATING';
  if (waited < 2 * workMs) return 'PROCESSING';
  if (!file.isDone) workOff(store, file);
  if (file.isFailed) return 'FAILED';
  return file.errors.length === 0 ? 'COMPLETED' : 'COMPLETED_WITH_ERRORS';
}

function status(store: Store, settings: PriceFileSettings, call: Call): object {
  const file = find(store, call);
  const state = stateOf(store, settings, file);
  const at = (time: number): string => new Date(time).toISOString();
  return {
    batchId: file.id,
    type: file.kind,
    status: state,
    stages: [{ status: 'AWAITING_UPLOAD', timestamp: at(file.createdAt) }],
    outputs: [],
    bytesProcessed: file.isDone ? file.bytes : 0,
    bytesTotal: file.bytes,
    errorCount: file.errors.length,
    createdAt: at(file.createdAt),
    startedAt: file.receivedAt === null ? null : at(file.receivedAt),
  };
}

function errors(store: Store, settings: PriceFileSettings, call: Call): Reply {
  const file = find(store, call);
  stateOf(store, settings, file);
  return json({ url: signed(call, file, '/errors', settings.clock() + life) });
}

function report(store: Store, settings: PriceFileSettings, call: Call): Reply {
  const file = ofAddress(store, settings, call);
  const lines = file.errors.map(({ cells, code, message }) => [...cells, code, message].join(','));
  const header = [...titles[file.kind], 'Error Code', 'Error Message'].join(',');
  return { status: 200, text: [header, ...lines, ''].join('\n'), type: 'text/csv; charset=utf-8' };
}
