// What a row is known by to people: its own key and the codes in it, by which its story is found again. Pure.
import type { Json, Row } from '@eclusa/flow';

/** Most keys of one row, the first found first; and the longest, in characters: keys are codes, not texts. */
export const mostKeys = 8;
const longestKey = 64;

/** Names of fields that tell one product, SKU, order or invoice from another, in letters and digits only. */
const telling = new Set(
  (
    'sku skuid idsku itemid refid skurefid productrefid referenceid referencecode referencia reference ref ' +
    'ean ean13 gtin barcode codigobarras codigodebarras codbarras productid idproduto produtoid productcode ' +
    'orderid ordernumber idpedido numeropedido pedido orden numeroorden order sequence marketplaceorderid ' +
    'invoicenumber invoicekey invoiceid invoice notafiscal numeronota numeronf nf nfe chavenfe ' +
    'externalid erpid erpcode codigoerp codproduto codigoproduto codproducto codigoproducto'
  ).split(' '),
);
/** The same for names that tell something of a row itself only, and not of what lies inside it. */
const ofRow = new Set('id key code cod codigo clave chave'.split(' '));

const plainNames = new Map<string, string>();

function plain(name: string): string {
  const known = plainNames.get(name);
  if (known !== undefined) return known;
  const made = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  // Names come from flows and records: few, but nobody promises it.
  if (plainNames.size > 5_000) plainNames.clear();
  plainNames.set(name, made);
  return made;
}

/** The keys of one row, each once, in the order they are added. */
export class RowKeys {
  private readonly found = new Set<string>();

  get list(): string[] {
    return [...this.found];
  }

  add(value: Json | undefined): void {
    if (typeof value !== 'string' && typeof value !== 'number') return;
    const key = String(value).trim();
    if (key === '' || key.length > longestKey || this.found.size >= mostKeys) return;
    this.found.add(key);
  }

  /** The telling fields of a row. */
  addFields(row: Row): void {
    for (const name of Object.keys(row)) {
      const known = plain(name);
      if (telling.has(known) || ofRow.has(known)) this.add(row[name]);
    }
  }

  /** The telling members of a JSON text, however deep. */
  addText(json: string): void {
    for (const [, name = '', text, number] of json.matchAll(member)) {
      if (telling.has(plain(name))) this.add(text ?? number);
    }
  }

  /** The telling parts of an address that was made after one of these templates. */
  addAddress(method: string, url: string, templates: readonly Template[]): void {
    const path = url.replace(/^[a-z]+:\/\/[^/]+/, '').replace(/[?#].*$/, '');
    for (const { method: of, pattern } of templates) {
      const groups = of === method ? pattern.exec(path)?.groups : undefined;
      if (!groups) continue;
      for (const part of Object.values(groups)) this.add(decoded(part));
      return;
    }
  }
}

const member = /"(\w{2,24})"\s*:\s*(?:"([^"\\]{1,64})"|(\d{1,20}))/g;

export interface Template {
  method: string;
  /** A named group for each telling part. */
  pattern: RegExp;
}

/** Templates out of `PUT /pricing/prices/{itemId}`; those without a telling part are left out. */
export function templatesOf(requests: readonly string[]): Template[] {
  return requests.flatMap((request): Template[] => {
    const [method = '', path = ''] = request.split(' ', 2);
    let count = 0;
    const pattern = path
      .replace(/\?.*$/, '')
      .split(/(\{[\w-]+\})/)
      .map((part) => {
        if (!part.startsWith('{')) return part.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
        return telling.has(plain(part)) ? `(?<k${count++}>[^/]+)` : '[^/]+';
      })
      .join('');
    return count > 0 ? [{ method, pattern: new RegExp(`${pattern}/?$`) }] : [];
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
