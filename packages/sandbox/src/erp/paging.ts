// The ways to page through the catalogue: page number, offset, cursor, and a Link header to the next page.
import { itemAt, type ErpItem } from './catalogue';

export interface Envelope {
  itens: ErpItem[];
  pagina: number;
  paginas: number;
  total: number;
  /** Cursor of the next page, null on the last. */
  proximo: string | null;
}

export type ErpPage =
  { number: number; envelope: Envelope; headers: Record<string, string> } | { refusal: string };

const largest = 1000;

/** `pagina`+`tamanho`, `deslocamento`+`limite`, or `cursor`+`tamanho`. Past the end: an empty page. */
export function pageFor(rows: number, url: URL): ErpPage {
  const query = url.searchParams;
  const size = whole(query.get('tamanho') ?? query.get('limite'), 100);
  if (size === undefined || size < 1 || size > largest)
    return { refusal: `tamanho deve ser de 1 a ${largest}.` };
  const offset = offsetOf(query, size);
  if (offset === undefined) return { refusal: 'pagina deve ser um número a partir de 1.' };
  const count = Math.max(0, Math.min(size, rows - offset));
  const next = offset + size < rows ? cursorOf(offset + size) : null;
  const number = Math.floor(offset / size) + 1;
  const envelope: Envelope = {
    itens: Array.from({ length: count }, (_, index) => itemAt(offset + index + 1)),
    pagina: number,
    paginas: Math.ceil(rows / size),
    total: rows,
    proximo: next,
  };
  if (next === null) return { number, envelope, headers: {} };
  const following = new URL(url.pathname, url);
  following.searchParams.set('pagina', String(number + 1));
  following.searchParams.set('tamanho', String(size));
  return { number, envelope, headers: { link: `<${following.href}>; rel="next"` } };
}

function offsetOf(query: URLSearchParams, size: number): number | undefined {
  const cursor = query.get('cursor');
  if (cursor) return whole(Buffer.from(cursor, 'base64url').toString('utf8'), 0);
  if (query.has('deslocamento')) return whole(query.get('deslocamento'), 0);
  const page = whole(query.get('pagina'), 1);
  return page === undefined || page < 1 ? undefined : (page - 1) * size;
}

const cursorOf = (offset: number): string => Buffer.from(String(offset)).toString('base64url');

function whole(value: string | null, otherwise: number): number | undefined {
  if (value === null || value === '') return otherwise;
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
