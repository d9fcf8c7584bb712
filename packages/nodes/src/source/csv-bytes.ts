// The bytes of a CSV from any offset on: of an uploaded file, or of an address that may drop the line half-way.
import { RemoteError, UserError, type Json, type SourceContext } from '@eclusa/flow';
import { httpRequest, type HttpRequest } from '../connections/http-request';
import { bodyBytes, readText } from '../net/body';
import { networkError, statusError } from '../net/remote-faults';
import { fillPlaces } from './http-places';

export interface CsvPlace {
  from?: 'file' | 'address';
  file?: string;
  path?: string;
  timeoutSeconds?: number;
}

/** Where bytes come from. `version` tells whether a later reading sees the same file; null when unknown. */
export interface ByteSource {
  read(start: number): AsyncIterable<Uint8Array>;
  version(): string | null;
}

const MAX_DROPS = 5;
const EXCERPT = 10_000;

/** Opens what the config names. `version` is what an earlier reading saw: another one ends with UserError `nodes.csv-changed`. */
export async function openBytes(
  context: SourceContext<CsvPlace & Record<string, Json>>,
  version: string | null,
): Promise<ByteSource> {
  const { config } = context;
  if (config.from === 'address') return openAddress(context, version);
  if (!config.file) throw new UserError('nodes.csv-file-missing');
  const stored = await context.files.open(config.file);
  return { read: (start) => stored.read(start), version: () => null };
}

async function openAddress(context: SourceContext<CsvPlace>, known: string | null): Promise<ByteSource> {
  const connection = await context.connection('connection');
  const path = fillPlaces(context.config.path ?? '', context.parameters, encodeURIComponent);
  const idleMs = (context.config.timeoutSeconds ?? 60) * 1000;
  let version = known;

  const request = (start: number): HttpRequest => {
    // Offsets count bytes of the file, so it must not arrive compressed.
    const headers = [
      { name: 'accept-encoding', value: 'identity' },
      { name: 'accept', value: 'text/csv, */*;q=0.5' },
    ];
    if (start > 0) headers.push({ name: 'range', value: `bytes=${start}-` });
    return httpRequest(connection, { method: 'GET', path, headers });
  };
  const open = async (start: number) => {
    const asked = request(start);
    try {
      const response = await headersWithin(idleMs, context.signal, (signal) =>
        context.fetch(asked.url, { ...asked.init, signal }),
      );
      if (start > 0 && response.status === 416) return { response, skip: 0, empty: true };
      if (!response.ok) {
        const text = await readText(response, { maxBytes: EXCERPT, idleMs }).catch(() => '');
        throw statusError(response, text, asked.shown, context.now());
      }
      const seen = versionOf(response);
      if (version !== null && seen !== null && seen !== version) throw new UserError('nodes.csv-changed');
      version = seen ?? version;
      return { response, skip: response.status === 206 ? 0 : start, empty: false };
    } catch (error) {
      throw networkError(error, asked.shown, context.signal);
    }
  };

  async function* read(start: number): AsyncIterable<Uint8Array> {
    let at = start;
    for (let drops = 0; ; drops++) {
      const { response, skip, empty } = await context.retry(() => open(at));
      if (empty) return;
      let left = skip;
      try {
        for await (const piece of bodyBytes(response, { maxBytes: Infinity, idleMs })) {
          const fresh = piece.subarray(Math.min(left, piece.byteLength));
          left -= piece.byteLength - fresh.byteLength;
          if (fresh.byteLength === 0) continue;
          at += fresh.byteLength;
          yield fresh;
        }
        return;
      } catch (error) {
        const fault = networkError(error, request(at).shown, context.signal);
        if (!(fault instanceof RemoteError) || !fault.retryable || drops >= MAX_DROPS) throw fault;
      }
    }
  }
  return { read, version: () => version };
}

/** A strong validator of what was answered: only such a one promises the same bytes. */
function versionOf(response: Response): string | null {
  const etag = response.headers.get('etag');
  if (etag && !etag.startsWith('W/')) return etag;
  return response.headers.get('last-modified');
}

/** Waits `ms` for the answer to begin; how long a large file then takes is not known, so its silence is watched. */
async function headersWithin(
  ms: number,
  signal: AbortSignal,
  send: (signal: AbortSignal) => Promise<Response>,
): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new DOMException('no answer', 'TimeoutError')), ms);
  try {
    return await send(AbortSignal.any([signal, late.signal]));
  } finally {
    clearTimeout(timer);
  }
}
