// One request over an undici dispatcher, answered with a Response as fetch does. undici's own fetch does for every call
// what a browser must do (modes, caches, copies of bodies) and takes several times the processor time of the call itself.
// Follows no redirect.
import { pipeline, Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import zlib from 'node:zlib';
import type { Dispatcher } from 'undici';

/** Bytes of an answer kept before its reader asks for them; then the other side has to wait. */
const mostWaiting = 256 * 1024;
const withoutBody = new Set([204, 205, 304]);

type Named = Record<string, string>;

/**
 * Sends one request. Rejects as fetch does: with the signal's reason, or a TypeError whose cause is the network fault. The
 * body of the answer is decompressed, and fails with the signal's reason when aborted on the way.
 */
export async function plainFetch(dispatcher: Dispatcher, url: URL, init: RequestInit): Promise<Response> {
  const { signal } = init;
  signal?.throwIfAborted();
  if (url.username !== '' || url.password !== '') throw new TypeError('an address must hold no credentials');
  const headers = headersOf(init.headers);
  const body = await bodyOf(init.body, headers);
  const method = (init.method ?? 'GET').toUpperCase() as Dispatcher.HttpMethod;
  return new Promise((resolve, reject) => {
    const call = new Call(url, method, signal ?? undefined, { resolve, reject });
    const path = url.pathname + url.search;
    dispatcher.dispatch({ origin: url.origin, path, method, headers, body }, call);
  });
}

interface Settle {
  resolve(response: Response): void;
  reject(error: unknown): void;
}

/** What comes of one request, as undici tells it. */
class Call implements Dispatcher.DispatchHandler {
  private request: Dispatcher.DispatchController | undefined;
  private stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  private isOver = false;

  constructor(
    private readonly url: URL,
    private readonly method: string,
    private readonly signal: AbortSignal | undefined,
    private readonly settle: Settle,
  ) {
    signal?.addEventListener('abort', this.stop, { once: true });
  }

  onRequestStart(request: Dispatcher.DispatchController): void {
    this.request = request;
    if (this.isOver) request.abort(this.reason());
  }

  onResponseStart(
    _request: unknown,
    status: number,
    headers: Record<string, string | string[] | undefined>,
    statusText = '',
  ): void {
    if (status < 200) return;
    const named = headersIn(headers);
    try {
      const isEmpty = withoutBody.has(status) || named.get('content-length') === '0';
      const hasBody = this.method !== 'HEAD' && !isEmpty;
      const body = hasBody ? decoded(this.body(), named.get('content-encoding')) : null;
      const response = new Response(body, { status, statusText, headers: named });
      this.settle.resolve(Object.defineProperty(response, 'url', { value: this.url.href }));
    } catch (error) {
      // A status no Response can have.
      this.fail(new TypeError('fetch failed', { cause: error }));
    }
  }

  onResponseData(request: Dispatcher.DispatchController, piece: Uint8Array): void {
    if (!this.stream || this.isOver) return;
    this.stream.enqueue(piece);
    if ((this.stream.desiredSize ?? 0) <= 0) request.pause();
  }

  onResponseEnd(): void {
    if (this.isOver) return;
    this.over();
    this.stream?.close();
  }

  onResponseError(_request: unknown, cause: Error): void {
    this.fail(new TypeError(this.stream ? 'terminated' : 'fetch failed', { cause }));
  }

  private body(): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (this.stream = controller),
        pull: () => this.request?.resume(),
        cancel: (reason) => {
          if (this.isOver) return;
          this.over();
          this.request?.abort(reason instanceof Error ? reason : new Error('the body is not wanted'));
        },
      },
      { highWaterMark: mostWaiting, size: (piece) => piece?.byteLength ?? 0 },
    );
  }

  private readonly stop = (): void => {
    this.fail(this.signal?.reason);
    this.request?.abort(this.reason());
  };

  private fail(error: unknown): void {
    if (this.isOver) return;
    this.over();
    this.settle.reject(error);
    this.stream?.error(error);
  }

  private over(): void {
    this.isOver = true;
    this.signal?.removeEventListener('abort', this.stop);
  }

  private reason(): Error {
    const reason: unknown = this.signal?.reason;
    return reason instanceof Error ? reason : new Error('aborted', { cause: reason });
  }
}

function headersOf(given: RequestInit['headers']): Named {
  const headers: Named = {};
  const isPlain = given !== undefined && !(given instanceof Headers) && !Array.isArray(given);
  const pairs = isPlain ? Object.entries(given as Named) : new Headers(given);
  for (const [name, value] of pairs) headers[name.toLowerCase()] = value;
  headers['accept'] ??= '*/*';
  headers['user-agent'] ??= 'eclusa';
  // A part of a file is a part of what is stored, not of what is sent.
  headers['accept-encoding'] ??= headers['range'] === undefined ? 'gzip, br' : 'identity';
  return headers;
}

/** The body as undici sends it; sets the type of one that has its own. */
async function bodyOf(body: RequestInit['body'], headers: Named): Promise<string | Uint8Array | null> {
  if (body === undefined || body === null) return null;
  if (body instanceof Uint8Array) return body;
  if (typeof body === 'string') {
    headers['content-type'] ??= 'text/plain;charset=UTF-8';
    return body;
  }
  const whole = new Response(body);
  const type = whole.headers.get('content-type');
  if (type !== null) headers['content-type'] ??= type;
  return new Uint8Array(await whole.arrayBuffer());
}

function headersIn(raw: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    if (typeof value === 'string') headers.append(name, value);
    else value?.forEach((one) => headers.append(name, one));
  }
  return headers;
}

// As lenient as fetch: an answer that ends early is what came of it.
const lenient = { flush: zlib.constants.Z_SYNC_FLUSH, finishFlush: zlib.constants.Z_SYNC_FLUSH };
const brotli = {
  flush: zlib.constants.BROTLI_OPERATION_FLUSH,
  finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH,
};
const decoders: Record<string, () => zlib.Gunzip | zlib.Inflate | zlib.BrotliDecompress> = {
  gzip: () => zlib.createGunzip(lenient),
  'x-gzip': () => zlib.createGunzip(lenient),
  deflate: () => zlib.createInflate(lenient),
  br: () => zlib.createBrotliDecompress(brotli),
};

function decoded(body: ReadableStream<Uint8Array>, encoding: string | null): ReadableStream<Uint8Array> {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const made = names.map((name) => decoders[name]).filter((make) => make !== undefined);
  if (made.length === 0 || made.length < names.length) return body;
  let stream: Readable = Readable.fromWeb(body as WebStream);
  for (const make of made.reverse()) {
    stream = pipeline(stream, make(), () => undefined);
  }
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
