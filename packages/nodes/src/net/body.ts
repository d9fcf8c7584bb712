// Reads answers without trusting them: a limit on bytes, on silence and on depth. Keeps no more than the limit.
import { RemoteError, type Json } from '@eclusa/flow';
import { decodeBody } from './charset';
import { faultPosition, jsonDepth } from './json-fault';

export interface BodyLimits {
  /** Largest body, in bytes after decompression. */
  maxBytes: number;
  /** Longest wait for the next piece, in milliseconds. */
  idleMs?: number;
}

/** The body piece by piece. Throws RemoteError `nodes.body-too-large`, `nodes.http-timeout`. */
export async function* bodyBytes(response: Response, limits: BodyLimits): AsyncIterable<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read(), limits.idleMs);
      if (done) return;
      size += value.byteLength;
      if (size > limits.maxBytes) {
        throw new RemoteError('nodes.body-too-large', {
          retryable: false,
          values: { megabytes: Math.round(limits.maxBytes / 1e5) / 10 },
        });
      }
      yield value;
    }
  } finally {
    // Frees the socket when the reader stops early; after the end it does nothing.
    void reader.cancel().catch(() => undefined);
  }
}

/** The whole body as text: in the charset the answer names, else UTF-8, else windows-1252. */
export async function readText(response: Response, limits: BodyLimits): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bodyBytes(response, limits)) pieces.push(piece);
  return decodeBody(Buffer.concat(pieces), response.headers.get('content-type') ?? '');
}

/** Why a text is not JSON we can use. */
export interface JsonFault {
  code: 'nodes.broken-json' | 'nodes.json-too-deep';
  values: Record<string, Json>;
}

const MAX_DEPTH = 100;
const EXCERPT = 80;

/** The value of a JSON text, or what is wrong with it: where, and what stands there. Empty text is null. */
export function parseJson(text: string, maxDepth = MAX_DEPTH): { value: Json } | { fault: JsonFault } {
  if (text.trim() === '') return { value: null };
  if (jsonDepth(text) > maxDepth)
    return { fault: { code: 'nodes.json-too-deep', values: { limit: maxDepth } } };
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    const position = faultPosition(text);
    const excerpt = text.slice(Math.max(0, position - EXCERPT / 2), position + EXCERPT / 2);
    return { fault: { code: 'nodes.broken-json', values: { position: position + 1, excerpt } } };
  }
}

async function inTime<T>(work: Promise<T>, ms: number | undefined): Promise<T> {
  if (ms === undefined) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new RemoteError('nodes.http-timeout', {
      retryable: true,
      uncertain: true,
      values: { seconds: Math.round(ms / 1000) },
    });
    timer = setTimeout(() => reject(error), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
