// Pricing: prices by file. A file is announced, put at a signed address and worked on; what was refused comes as a second
// file. The addresses live for half an hour.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { objectBody } from '../http/fields';
import { empty, json, refuse, text, type Call, type Reply, type Route } from '../http/wire';
import type { PriceFile, PriceFileKind } from '../store/price-files';
import type { Store } from '../store/store';
import { errorReport, workOffPrices } from './price-file-lines';
import { refusePrice } from './refuse-price';

export interface PriceImporterSettings {
  clock: () => number;
  /** How long a file stays in each of its stages. */
  stageMs: number;
}

const minute = 60_000;
const addressLife = 30 * minute;
const largest = 500 * 1024 * 1024;
const stages = ['RECEIVED', 'VALIDATING', 'PROCESSING', 'DOCUMENTING'] as const;
const kinds: readonly string[] = ['base-prices', 'fixed-prices'];

export function priceImporterRoutes(store: Store, settings: PriceImporterSettings): Route[] {
  const one = '/api/price-importer/pvt/batches/{batchId}';
  const signed = '/signed/price-file/{batchId}';
  return [
    {
      request: 'POST /api/price-importer/pvt/import/{importType}',
      handler: (call) => start(store, settings, call),
    },
    { request: `GET ${one}`, handler: (call) => json(status(store, settings, find(store, call))) },
    { request: `GET ${one}/errors`, handler: (call) => errors(store, settings, call) },
    { request: `PUT ${signed}`, handler: (call) => upload(store, settings, call) },
    { request: `GET ${signed}/errors`, handler: (call) => report(store, settings, call) },
  ];
}

function start(store: Store, { clock }: PriceImporterSettings, call: Call): Reply {
  const kind = call.params.importType ?? '';
  if (!kinds.includes(kind)) refusePrice(404, `Import type ${kind} not found`);
  const { contentType, contentLengthBytes: bytes } = objectBody(call.body);
  if (contentType !== 'text/csv') refusePrice(422, 'contentType must be text/csv');
  if (typeof bytes !== 'number' || !Number.isInteger(bytes) || bytes < 1) {
    return refusePrice(422, 'contentLengthBytes must be a positive integer');
  }
  if (bytes > largest) refusePrice(413, 'File exceeds the 500 MB limit');
  const now = clock();
  const signature = randomBytes(16).toString('hex');
  const file = store.priceFiles.add({ kind: kind as PriceFileKind, createdAt: now, bytes, signature });
  const url = signed(call, file, '', now + addressLife);
  const headers = { 'Content-Type': 'text/csv' };
  const expiresAt = new Date(now + addressLife).toISOString();
  return json({
    batchId: file.id,
    status: 'AWAITING_UPLOAD',
    upload: { method: 'PUT', url, headers, expiresAt },
  });
}

function signed(call: Call, { id, signature }: PriceFile, more: string, until: number): string {
  return `http://${call.headers.host ?? 'localhost'}/signed/price-file/${id}${more}?until=${until}&signature=${signature}`;
}

function find(store: Store, call: Call): PriceFile {
  return store.priceFiles.all.get(call.params.batchId ?? '') ?? refusePrice(404, 'Batch not found');
}

/** The file of a signed address, or 403 as a storage answers it. */
function ofAddress(store: Store, { clock }: PriceImporterSettings, call: Call): PriceFile {
  const file = store.priceFiles.all.get(call.params.batchId ?? '');
  const [given, wanted] = [
    Buffer.from(call.query.get('signature') ?? ''),
    Buffer.from(file?.signature ?? ''),
  ];
  const isKnown = file !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
  if (!isKnown || Number(call.query.get('until')) < clock()) return refuse(403, 'Request has expired');
  return file;
}

function upload(store: Store, settings: PriceImporterSettings, call: Call): Reply {
  const file = ofAddress(store, settings, call);
  if (!/^text\/csv\b/.test(call.headers['content-type'] ?? '')) refuse(403, 'SignatureDoesNotMatch');
  const body = typeof call.body === 'string' ? call.body : '';
  if (Buffer.byteLength(body) !== file.bytes) refuse(403, 'SignatureDoesNotMatch');
  store.creates.created('price-file', file.id);
  if (file.uploadedAt !== null) return empty();
  file.text = body;
  file.uploadedAt = settings.clock();
  return empty();
}

function stateOf(store: Store, { clock, stageMs }: PriceImporterSettings, file: PriceFile): string {
  if (file.uploadedAt === null) return 'AWAITING_UPLOAD';
  const stage = stageMs === 0 ? stages.length : Math.floor((clock() - file.uploadedAt) / stageMs);
  const under = stages[stage];
  if (under) return under;
  if (!file.isDone) workOffPrices(store, file);
  if (file.isBroken) return 'FAILED';
  return file.errors.length === 0 ? 'COMPLETED' : 'COMPLETED_WITH_ERRORS';
}

function status(store: Store, settings: PriceImporterSettings, file: PriceFile): object {
  const told = stateOf(store, settings, file);
  const at = (time: number): string => new Date(time).toISOString();
  return {
    batchId: file.id,
    type: file.kind === 'base-prices' ? 'base' : 'fixed',
    status: told,
    stages: [{ status: told, timestamp: at(settings.clock()) }],
    outputs: [],
    bytesProcessed: file.isDone ? file.bytes : told === 'PROCESSING' ? Math.floor(file.bytes / 2) : 0,
    bytesTotal: file.bytes,
    errorCount: file.errors.length,
    createdAt: at(file.createdAt),
    startedAt: file.uploadedAt === null ? null : at(file.uploadedAt),
  };
}

function errors(store: Store, settings: PriceImporterSettings, call: Call): Reply {
  const file = find(store, call);
  stateOf(store, settings, file);
  if (file.errors.length === 0) return refusePrice(404, 'Batch has no errors');
  return json({ url: signed(call, file, '/errors', settings.clock() + addressLife) });
}

function report(store: Store, settings: PriceImporterSettings, call: Call): Reply {
  const file = ofAddress(store, settings, call);
  return { ...text(errorReport(file)), type: 'text/csv; charset=utf-8' };
}
