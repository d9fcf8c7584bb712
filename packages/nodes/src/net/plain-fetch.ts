// One request by undici's `request`, answered with a Response as fetch does. undici's own fetch does for every call what a
// browser must do (modes, caches, copies of bodies) and takes several times the processor time of the call itself.
// Follows no redirect.
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { request, type Dispatcher } from 'undici';
import { readsHeader } from '@eclusa/flow';
import { revealed } from './body-secrets';

const withoutBody = new Set([204, 205, 304]);

type Named = Record<string, string>;

/**
 * Sends one request. Rejects as fetch does: with the signal's reason, or a TypeError whose cause is the network fault. The
 * body of the answer is unpacked, and fails with the signal's reason or the fault itself.
 */
export async function plainFetch(dispatcher: Dispatcher, url: URL, init: RequestInit): Promise<Response> {
  const { signal } = init;
  signal?.throwIfAborted();
  if (url.username !== '' || url.password !== '') throw new TypeError('an address must hold no credentials');
  const headers = headersOf(init.headers);
  const body = await bodyOf(revealed(init.body, url.origin), headers);
  const method = (init.method ?? 'GET').toUpperCase() as Dispatcher.HttpMethod;
  try {
    const answer = await request(url, { dispatcher, method, headers, body, ...(signal && { signal }) });
    return responseOf(url, method, answer);
  } catch (cause) {
    signal?.throwIfAborted();
    throw new TypeError('fetch failed', { cause });
  }
}

function responseOf(
  url: URL,
  method: string,
  { statusCode: status, statusText, headers: raw, body }: Dispatcher.ResponseData,
): Response {
  const headers = headersIn(raw);
  const isEmpty = method === 'HEAD' || withoutBody.has(status) || headers.get('content-length') === '0';
  if (isEmpty) body.resume();
  const content = isEmpty ? null : streamOf(unpacked(body, headers.get('content-encoding')), body);
  const response = new Response(content, { status, statusText, headers });
  return Object.defineProperty(response, 'url', { value: url.href });
}

/**
 * What is asked for and no more, so that the other side has to wait for a slow reader. Not Readable.toWeb: on Node 20 a
 * cancel at the wrong moment ends its process.
 */
function streamOf(content: Readable, body: Readable): ReadableStream<Uint8Array> {
  // A fault is told to whoever reads; one that comes after a cancel to nobody.
  for (const one of [content, body]) one.on('error', () => undefined);
  const pieces = content[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  return new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        const { done, value } = await pieces.next();
        if (done) stream.close();
        else stream.enqueue(value);
      },
      cancel: () => void body.destroy(),
    },
    { highWaterMark: 0 },
  );
}

const unpackers = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** The body, unless it is packed in a way that is not known: then as it came. */
function unpacked(body: Readable, encoding: string | null): Readable {
  const names = (encoding ?? '').toLowerCase().split(',');
  const known = names.flatMap((name) => unpackers.get(name.trim()) ?? []);
  if (known.length < names.length) return body;
  return known.reduceRight<Readable>((packed, make) => pipeline(packed, make(), () => undefined), body);
}

function headersOf(given: RequestInit['headers']): Named {
  const headers: Named = {};
  const isPlain = given !== undefined && !(given instanceof Headers) && !Array.isArray(given);
  const pairs = isPlain ? Object.entries(given as Named) : new Headers(given);
  for (const [name, value] of pairs) headers[name.toLowerCase()] = value;
  // A mark for dry runs, which those take off; a box that never writes may set it too.
  delete headers[readsHeader];
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
