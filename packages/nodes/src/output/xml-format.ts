// Rows as XML text, a page at a time, in the form in which "Read XML" reads them: fields that begin with @ are attributes,
// lists are elements that repeat.
import { isJsonObject, type Json, type Row } from '@eclusa/flow';

export interface XmlFormat {
  /** The outermost element, and that of each row. */
  root: string;
  row: string;
}

/** One document with an element for each row. */
export async function* xmlText(pages: AsyncIterable<Row[]>, { root, row }: XmlFormat): AsyncIterable<string> {
  const outermost = nameOf(root);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<${outermost}>\n`;
  for await (const page of pages) yield page.map((value) => `${xmlElement(row, value)}\n`).join('');
  yield `</${outermost}>\n`;
}

/** A value as an element of that name; a list as several. */
export function xmlElement(name: string, value: Json | undefined): string {
  if (Array.isArray(value)) return value.map((one) => xmlElement(name, one)).join('');
  const tag = nameOf(name);
  if (value === null || value === undefined || value === '') return `<${tag}/>`;
  if (!isJsonObject(value)) return `<${tag}>${escaped(String(value))}</${tag}>`;
  const entries = Object.entries(value);
  const attributes = entries
    .filter(([key, one]) => isAttribute(key, one))
    .map(([key, one]) => ` ${nameOf(key.slice(1))}="${escaped(String(one ?? ''))}"`);
  const inner = entries
    .filter(([key, one]) => !isAttribute(key, one))
    .map(([key, one]) => (key === '#text' ? escaped(String(one ?? '')) : xmlElement(key, one)));
  return `<${tag}${attributes.join('')}>${inner.join('')}</${tag}>`;
}

function isAttribute(key: string, value: Json): boolean {
  return key.startsWith('@') && key.length > 1 && (value === null || typeof value !== 'object');
}

/** Letters of a name as XML 1.0 has them, §2.3; `º` is a letter and none of these. */
const LETTERS =
  'A-Za-z_\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u3001-\\ud7ff';
const OTHER = new RegExp(`[^${LETTERS}0-9.\\u00b7-]`, 'gu');
const BEGINS = new RegExp(`^[${LETTERS}]`, 'u');

/** What XML takes for a name: `preço (R$)` becomes `preço__R__`. */
function nameOf(name: string): string {
  const safe = name.replace(OTHER, '_');
  return BEGINS.test(safe) ? safe : `_${safe}`;
}

/** Signs that XML has no way to write are left out. */
const UNWRITABLE = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]', 'g');

function escaped(text: string): string {
  return text
    .replace(UNWRITABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
