// Reads VTEX's own message out of every error shape its APIs answer with. Pure; it never throws.

/** What could be read: always a message, sometimes VTEX's own code such as `OMS003`. */
export interface ErrorBody {
  message: string;
  vtexCode?: string;
}

/** An entity that is already there, as the text of a 409 names it. */
export interface Conflict {
  /** Which value clashed. */
  on: 'RefId' | 'LinkId' | 'Id' | 'other';
  /** The id of the entity that holds the value; not all texts carry one. */
  existingId?: number;
}

type Loose = Record<string, unknown>;

const longest = 600;

/** The message in an answer's body. `text` is the body as sent; an empty body gives an empty message. */
export function readErrorBody(text: string): ErrorBody {
  const trimmed = text.trim();
  const parsed = parse(trimmed);
  if (parsed === undefined) return { message: cut(plainText(trimmed)) };
  const found = fromJson(parsed);
  return { ...found, message: cut(found.message) };
}

function fromJson(value: unknown): ErrorBody {
  if (typeof value === 'string') return { message: value.trim() };
  if (Array.isArray(value)) return { message: value.map((one) => fromJson(one).message).join('; ') };
  if (typeof value !== 'object' || value === null) return { message: value === null ? '' : String(value) };
  const body = value as Loose;
  return (
    orderError(body) ?? validationError(body) ?? messageError(body) ?? { message: JSON.stringify(value) }
  );
}

/** Orders, payments and checkout: `{error:{code,message,exception}}`. */
function orderError(body: Loose): ErrorBody | undefined {
  const { error } = body;
  if (typeof error === 'string') return { message: error };
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, message } = error as Loose;
  if (typeof message === 'string') return withCode(message, code);
  // Promotions put the lists of a validation error where others put the error itself.
  return { message: listMessages(error as Loose) };
}

/** RFC 7807 with `errors` by field, as the order and promotion models answer. */
function validationError(body: Loose): ErrorBody | undefined {
  const { errors, title, detail } = body;
  if (typeof errors === 'object' && errors !== null) return { message: listMessages(errors as Loose) };
  if (typeof title !== 'string') return undefined;
  return { message: typeof detail === 'string' && detail !== '' ? `${title} ${detail}` : title };
}

/** Catalogue, Master Data and the platform: `{Message}` or `{message}`, code beside it or not. */
function messageError(body: Loose): ErrorBody | undefined {
  const message = body['Message'] ?? body['message'] ?? body['errorMessage'] ?? body['error_description'];
  return typeof message === 'string' ? withCode(message, body['code'] ?? body['errorCode']) : undefined;
}

function listMessages(errors: Loose): string {
  const lines = Object.entries(errors).flatMap(([field, value]) => {
    const texts = (Array.isArray(value) ? value : [value]).map((one) => fromJson(one).message);
    return texts.map((one) =>
      field === '' || one.includes(field) || /^\d+$/.test(field) ? one : `${field}: ${one}`,
    );
  });
  return lines.join('; ');
}

function withCode(message: string, code: unknown): ErrorBody {
  const text = typeof code === 'string' || typeof code === 'number' ? String(code) : '';
  return text === '' ? { message } : { message, vtexCode: text };
}

/** Which value a 409 text complains about and the id it ends with. */
export function readConflict(message: string): Conflict {
  const id = /(\d+)\s*["'.]*\s*$/.exec(message)?.[1];
  const existingId = id === undefined ? undefined : Number(id);
  const on = /link\s?id/i.test(message)
    ? 'LinkId'
    : /ref\s?id/i.test(message)
      ? 'RefId'
      : /with this id/i.test(message)
        ? 'Id'
        : 'other';
  return existingId === undefined || !Number.isSafeInteger(existingId) ? { on } : { on, existingId };
}

function parse(text: string): unknown {
  if (!/^["[{]|^null$/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Gateways answer HTML pages: their title says more than their markup. */
function plainText(text: string): string {
  if (!/^<(!doctype|html)/i.test(text)) return text;
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1];
  return (title ?? text.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();
}

function cut(message: string): string {
  return message.length > longest ? `${message.slice(0, longest)}…` : message;
}
