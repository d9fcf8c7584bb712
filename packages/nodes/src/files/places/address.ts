// A file at an address: its bytes from any offset on, though the line may drop half-way.
import { RemoteError, UserError, type Connection, type SourceContext } from '@eclusa/flow';
import { callHttp } from '../../connections/http-call';
import { httpRequest, type HttpRequest, type NameValue } from '../../connections/http-request';
import { bodyBytes, readText } from '../../net/body';
import { networkError, statusError } from '../../net/remote-faults';
import { fillPlaces } from '../../source/http-places';
import { readable } from '../file';
import type { PlaceConfig } from '../file-fields';
import type { Place } from '../place';

const MAX_DROPS = 5;
const EXCERPT = 10_000;

/** What asks for the file from a byte on: what it adds to the request's headers. */
export type AskBytes = (headers: readonly NameValue[]) => HttpRequest;

/** The place with the one file that the path of the settings leads to. */
export async function addressPlace(context: SourceContext<PlaceConfig>): Promise<Place> {
  const connection = await context.connection('connection');
  const path = fillPlaces(context.config.path ?? '', context.parameters, encodeURIComponent);
  const ask: AskBytes = (headers) => httpRequest(connection, { method: 'GET', path, headers });
  return answerPlace(context, connection, path, ask);
}

/** The place whose only file is the answer to a request. */
export function answerPlace(
  context: SourceContext<{ timeoutSeconds?: number }>,
  connection: Connection,
  path: string,
  ask: AskBytes,
): Place {
  const request = (start: number) => {
    // Offsets count bytes of the file, so it must not arrive compressed.
    const headers = [
      { name: 'accept-encoding', value: 'identity' },
      { name: 'accept', value: '*/*' },
    ];
    return ask(start > 0 ? [...headers, { name: 'range', value: `bytes=${start}-` }] : headers);
  };
  return {
    list: async () => [{ name: path, size: null, version: null }],
    async open(_file, known) {
      const bytes = new AddressBytes(context, connection, nameOf(path), known, request);
      const { name } = bytes;
      return readable({ name, size: null, read: (start) => bytes.read(start), version: () => bytes.version });
    },
    async finish() {},
    async close() {},
  };
}

/** The last part of a path, without what is asked of it. */
function nameOf(path: string): string {
  return (
    path
      .replace(/[?#].*$/, '')
      .split('/')
      .findLast((part) => part !== '') ?? path
  );
}

class AddressBytes {
  private readonly idleMs: number;

  constructor(
    private readonly context: SourceContext<{ timeoutSeconds?: number }>,
    private readonly connection: Connection,
    readonly name: string,
    public version: string | null,
    private readonly request: (start: number) => HttpRequest,
  ) {
    this.idleMs = (context.config.timeoutSeconds ?? 60) * 1000;
  }

  /** The bytes from `start` on. Asks again from where it stood when the line drops. */
  async *read(start: number): AsyncIterable<Uint8Array> {
    let at = start;
    for (let drops = 0; ; drops++) {
      const from = at;
      const opened = await this.context.retry(() => this.open(from));
      let left = opened.skip;
      try {
        for await (const piece of bodyBytes(opened.response, { maxBytes: Infinity, idleMs: this.idleMs })) {
          const fresh = piece.subarray(Math.min(left, piece.byteLength));
          left -= piece.byteLength - fresh.byteLength;
          if (fresh.byteLength === 0) continue;
          at += fresh.byteLength;
          drops = 0;
          yield fresh;
        }
        return;
      } catch (error) {
        const fault = networkError(error, this.request(at).shown, this.context.signal);
        if (!(fault instanceof RemoteError) || !fault.retryable || drops >= MAX_DROPS) throw fault;
      }
    }
  }

  /** The answer for the file from `start` on, and how many of its first bytes come before that. */
  private async open(start: number): Promise<{ response: Response; skip: number }> {
    const { context, idleMs } = this;
    const request = this.request(start);
    const { shown } = request;
    try {
      const response = await headersWithin(idleMs, context.signal, (signal) =>
        callHttp(this.connection, request, context, signal),
      );
      if (start > 0 && response.status === 416) return { response: this.atEnd(response, start), skip: 0 };
      if (!response.ok) {
        const text = await readText(response, { maxBytes: EXCERPT, idleMs }).catch(() => '');
        throw statusError(response, text, shown, context.now());
      }
      this.checkVersion(response);
      return { response, skip: start - firstByte(response) };
    } catch (error) {
      throw networkError(error, shown, context.signal);
    }
  }

  private checkVersion(response: Response): void {
    const seen = versionOf(response);
    if (this.version !== null && seen !== null && seen !== this.version) throw this.changed();
    this.version = seen ?? this.version;
  }

  /** An empty answer when the file ends where we stand. Throws UserError when it ends before: it is another file. */
  private atEnd(response: Response, start: number): Response {
    const size = /^bytes \*\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
    if (size !== undefined && Number(size) !== start) throw this.changed();
    return new Response(null);
  }

  private changed(): UserError {
    return new UserError('nodes.file-changed', { values: { file: this.name } });
  }
}

/** Offset of an answer's first byte in the file: servers may ignore the range, or answer from before it. */
function firstByte(response: Response): number {
  const range = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '');
  return response.status === 206 && range ? Number(range[1]) : 0;
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
