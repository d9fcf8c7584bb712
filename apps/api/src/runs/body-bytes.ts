// The bytes of a request whose body is read as it comes: unpacked, bounded in size, and ended when it is too slow.
import type { Request } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../http/refusal';

export interface BodyLimits {
  /** Bytes, unpacked. */
  bytes: number;
  /** Silence that ends a body, in milliseconds. */
  idleMs: number;
}

/** What a body may unpack to, as a multiple of what came: text shrinks ten to fifty times. */
const mostUnpacked = 200;
/** Below this many bytes nobody asks how well a body was packed. */
const unasked = 16 * 2 ** 20;
/** A body that takes longer than the first minute brings this many bytes a second, on average. */
const slowest = 1_024;
const firstMinuteMs = 60_000;
/** What is left of a refused body is read for this long, so that its sender hears the answer. */
const drainMs = 10_000;

/**
 * Yields the body. Throws Refusal: 413 `api.call-too-large`, 408 `api.body-too-slow`, 415 `api.encoding-unknown`, 422
 * `api.gzip-broken` or `api.upload-broken`.
 */
export async function* bodyOf(request: Request, limits: BodyLimits): AsyncIterable<Uint8Array> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const packed = encoding === 'gzip' || encoding === 'x-gzip';
  if (!packed && encoding !== 'identity') throw new Refusal(415, 'api.encoding-unknown', { encoding });
  if (Number(request.headers['content-length'] ?? 0) > limits.bytes) throw tooLarge(limits);
  const came = { bytes: 0 };
  const pieces = packed ? unpacked(patient(request, limits, came)) : patient(request, limits, came);
  let size = 0;
  try {
    for await (const piece of pieces) {
      size += piece.byteLength;
      if (size > limits.bytes) throw tooLarge(limits);
      if (packed && size > unasked && size > came.bytes * mostUnpacked) throw tooLarge(limits);
      yield piece;
    }
  } finally {
    drain(request);
  }
}

async function* patient(
  request: Request,
  { bytes, idleMs }: BodyLimits,
  came: { bytes: number },
): AsyncGenerator<Uint8Array> {
  const stream = request.iterator({ destroyOnReturn: false });
  const began = performance.now();
  for (;;) {
    const { done, value } = await within(idleMs, stream.next());
    if (done) return;
    came.bytes += (value as Uint8Array).byteLength;
    if (came.bytes > bytes) throw tooLarge({ bytes });
    const took = performance.now() - began;
    if (took > firstMinuteMs && (came.bytes / took) * 1_000 < slowest) throw tooSlow(idleMs);
    yield value as Uint8Array;
  }
}

async function within<T>(ms: number, next: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooSlow(ms)), ms);
  });
  try {
    return await Promise.race([next, late]);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(422, 'api.upload-broken');
  } finally {
    clearTimeout(timer);
  }
}

async function* unpacked(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  pipeline(Readable.from(pieces, { objectMode: true }), gunzip, () => undefined);
  try {
    for await (const piece of gunzip as AsyncIterable<Uint8Array>) yield piece;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(422, 'api.gzip-broken');
  }
}

function drain(request: Request): void {
  if (request.complete) return;
  request.on('error', () => undefined);
  request.resume();
  const timer = setTimeout(() => request.destroy(), drainMs).unref();
  request.once('close', () => clearTimeout(timer));
}

function tooLarge({ bytes }: Pick<BodyLimits, 'bytes'>): Refusal {
  return new Refusal(413, 'api.call-too-large', { megabytes: Math.floor(bytes / 2 ** 20) });
}

function tooSlow(idleMs: number): Refusal {
  return new Refusal(408, 'api.body-too-slow', { seconds: Math.ceil(idleMs / 1_000) });
}
