// A message as a row, or as what is refused of it.
import { createHash } from 'node:crypto';
import { gunzipSync, inflateSync } from 'node:zlib';
import { UserError, type Json, type JsonObject, type SourceRecord } from '@eclusa/flow';
import type { Message } from 'amqplib';
import { DEEPEST, EXCERPT } from '../files/limits';
import { parseJson } from '../net/body';
import { decodeUtf8 } from '../net/charset';

export interface ReadAs {
  content: 'json' | 'text';
  maxBytes: number;
}

/** The row of a message, or why there is none. Never throws. */
export function recordOf(message: Message, { content, maxBytes }: ReadAs): SourceRecord {
  const told = aboutOf(message);
  const refused = (code: string, values: Record<string, Json> = {}): SourceRecord => ({
    raw: { ...told, body: message.content.subarray(0, EXCERPT).toString('utf8') },
    error: new UserError(code, { values: { message: idOf(message), ...values } }),
  });
  const bytes = unpacked(message, maxBytes);
  if (bytes === undefined) {
    return refused('nodes.message-packed', { encoding: String(message.properties.contentEncoding) });
  }
  if (bytes.length > maxBytes)
    return refused('nodes.message-too-large', { kilobytes: Math.round(maxBytes / 1024) });
  const text = decodeUtf8(bytes);
  if (text === undefined) return refused('nodes.message-not-utf8');
  if (content === 'text') return { value: { ...told, body: text } };
  const parsed = parseJson(text, DEEPEST);
  if ('fault' in parsed) return refused('nodes.message-not-json');
  return { value: { ...told, body: parsed.value } };
}

/** Undefined for a packing that is not known, or that is broken. */
function unpacked({ content, properties }: Message, maxBytes: number): Buffer | undefined {
  const limit = { maxOutputLength: maxBytes + 1 };
  try {
    switch (String(properties.contentEncoding ?? '').toLowerCase()) {
      case 'gzip':
        return gunzipSync(content, limit);
      case 'deflate':
        return inflateSync(content, limit);
      case '':
      case 'identity':
      case 'utf-8':
      case 'utf8':
        return content;
      default:
        return undefined;
    }
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return isLarge ? Buffer.alloc(maxBytes + 1) : undefined;
  }
}

function aboutOf({ fields, properties }: Message): JsonObject {
  const text = (value: unknown): string | null =>
    value === undefined || value === null ? null : String(value as string);
  const { timestamp } = properties as { timestamp: unknown };
  return {
    id: text(properties.messageId),
    type: text(properties.type),
    exchange: fields.exchange,
    routingKey: fields.routingKey,
    contentType: text(properties.contentType),
    correlationId: text(properties.correlationId),
    sentAt: typeof timestamp === 'number' ? new Date(timestamp * 1000).toISOString() : null,
    headers: plain(properties.headers ?? {}),
  };
}

/** Headers may hold bytes, dates and tables of their own. */
function plain(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return value.toString('base64');
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return value as Json;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
}

function idOf({ fields, properties }: Message): string {
  const id = properties.messageId as unknown;
  return typeof id === 'string' && id !== '' ? id : fields.routingKey;
}

/** Tells a message again when the broker gives it out a second time, whether or not its sender gave it an id. */
export function printOf({ fields, properties, content }: Message): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        fields.exchange,
        fields.routingKey,
        properties.messageId ?? null,
        properties.timestamp ?? null,
      ]),
    )
    .update(content)
    .digest('base64')
    .slice(0, 16);
}
