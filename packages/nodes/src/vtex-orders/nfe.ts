// Reads the electronic invoice of Brazil (NF-e, `nfeProc`) from its XML. Refuses document types and entities of its own,
// and, unless told otherwise, what the tax authority did not authorise.
import { UserError, isJsonObject, type Json, type JsonObject } from '@eclusa/flow';
import { XMLParser } from 'fast-xml-parser';
import { textOf } from './order';

export interface NfeItem {
  /** `cProd`: the issuer's own code. */
  code: string;
  name: string;
  /** Null for `SEM GTIN`. */
  ean: string | null;
  quantity: number;
  /** Decimal currency of the whole line, discount taken off. */
  total: number;
}

export interface Nfe {
  key: string;
  number: string;
  series: string;
  issuedAt: string;
  /** Decimal currency, `vNF`. */
  total: number;
  /** `xPed`, the number of the order as the buyer's system has it; null when it is nowhere. */
  order: string | null;
  /** CNPJ, CPF or foreign document of whom it is made out to; null for none. */
  recipient: string | null;
  items: NfeItem[];
  /** False for a draft, a document without the authority's protocol, or one that it refused. */
  authorised: boolean;
}

export interface NfeAllowances {
  takesTest?: boolean;
  /** Takes drafts and refused documents, too, as `NFe` or `nfeProc`; their key is then not checked. */
  takesUnauthorised?: boolean;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'det',
});

/**
 * Throws UserError `vtex.nfe-invalid` with the reason, and `vtex.nfe-of-test` for a document of the authority's test
 * system, which is authorised like any other and worth nothing.
 */
export function readNfe(
  xml: string,
  { takesTest = false, takesUnauthorised = false }: NfeAllowances = {},
): Nfe {
  // A document type could bring entities that grow without end or read files; an NF-e has none.
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw invalid('<!DOCTYPE');
  const root = parse(xml);
  const isBare = takesUnauthorised && isJsonObject(root['NFe']);
  const proc = isBare ? root : member(root, 'nfeProc');
  const info = member(member(proc, 'NFe'), 'infNFe');
  const key = textOf(info['@Id']).replace(/^NFe/, '');
  const protocol = protocolOf(proc);
  const fault = faultOf(protocol, key);
  if (fault !== undefined && !takesUnauthorised) throw invalid(fault);
  const ide = member(info, 'ide');
  const isTest = [ide, protocol ?? {}].some(({ tpAmb }) => textOf(tpAmb) === '2');
  if (isTest && !takesTest) throw new UserError('vtex.nfe-of-test', { values: { key } });
  const total = Number(textOf(member(member(info, 'total'), 'ICMSTot')['vNF']));
  const details = Array.isArray(info['det']) ? info['det'].filter(isJsonObject) : [];
  if (!Number.isFinite(total) || details.length === 0) throw invalid('vNF, det');
  return {
    key,
    number: textOf(ide['nNF']),
    series: textOf(ide['serie']),
    issuedAt: textOf(ide['dhEmi']),
    total,
    order: orderOf(info, details),
    recipient: recipientOf(info),
    items: details.map(itemOf),
    authorised: fault === undefined,
  };
}

function protocolOf({ protNFe }: JsonObject): JsonObject | undefined {
  const protocol = isJsonObject(protNFe) ? protNFe['infProt'] : undefined;
  return isJsonObject(protocol) ? protocol : undefined;
}

/** Why the tax authority's protocol does not stand for the document of this key; undefined when it does. */
function faultOf(protocol: JsonObject | undefined, key: string): string | undefined {
  if (!protocol) return '<protNFe>';
  const status = textOf(protocol['cStat']);
  if (status !== '100' && status !== '150') return `cStat ${status}`;
  return isKey(key) && textOf(protocol['chNFe']) === key ? undefined : `chNFe ${key}`;
}

function orderOf(info: JsonObject, details: readonly JsonObject[]): string | null {
  const places = [info['compra'], ...details.map((detail) => detail['prod'])].filter(isJsonObject);
  return places.map((place) => textOf(place['xPed']).trim()).find((number) => number !== '') ?? null;
}

function recipientOf({ dest }: JsonObject): string | null {
  if (!isJsonObject(dest)) return null;
  return (
    ['CNPJ', 'CPF', 'idEstrangeiro'].map((name) => textOf(dest[name])).find((text) => text !== '') ?? null
  );
}

function parse(xml: string): JsonObject {
  try {
    return parser.parse(xml, true) as JsonObject;
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error));
  }
}

function itemOf(detail: JsonObject): NfeItem {
  const product = member(detail, 'prod');
  const ean = textOf(product['cEAN']);
  const quantity = Number(textOf(product['qCom']));
  const total = Number(textOf(product['vProd'])) - Number(textOf(product['vDesc']) || 0);
  if (!(quantity > 0) || !Number.isFinite(total)) throw invalid('qCom, vProd');
  return {
    code: textOf(product['cProd']),
    name: textOf(product['xProd']),
    ean: /^\d{8,14}$/.test(ean) ? ean : null,
    quantity,
    total,
  };
}

function member(of: JsonObject, name: string): JsonObject {
  const found: Json | undefined = of[name];
  if (!isJsonObject(found)) throw invalid(`<${name}>`);
  return found;
}

const invalid = (reason: string) => new UserError('vtex.nfe-invalid', { values: { reason } });

/** 44 digits of which the last checks the others, modulo 11 with weights 2 to 9 from the right. */
export function isKey(key: string): boolean {
  if (!/^\d{44}$/.test(key)) return false;
  const sum = [...key.slice(0, 43)]
    .reverse()
    .reduce((all, digit, at) => all + Number(digit) * (2 + (at % 8)), 0);
  const rest = 11 - (sum % 11);
  return Number(key[43]) === (rest > 9 ? 0 : rest);
}
