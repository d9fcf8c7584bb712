// Writes a call of the SOAP Web Service as its WCF reader wants it, and reads what comes back by the contract's types.
// Members go out in contract order: the service drops, without a word, one that comes too late.
import { VtexInputError } from './error';
import { soapMethods, soapNamespaces, soapTypes, type SoapMember, type SoapMethod } from './soap-contract';
import { child, escapeXml, parseXml, type XmlElement } from './soap-xml';

/** Values by parameter; objects for types, arrays for lists. `null` is written as nil, a missing one left out. */
export type SoapValues = Readonly<Record<string, unknown>>;

/** What the service said instead of an answer. */
export interface SoapFault {
  /** Without its prefix: `Client`, `InternalServiceFault`, `ActionNotSupported`. */
  code: string;
  message: string;
}

export interface SoapResult {
  /** Null for a method without a result, and for nil. */
  result: unknown;
  /** Answered beside the result. */
  more: Readonly<Record<string, unknown>>;
}

export const soapAction = (method: string): string => `${soapNamespaces.service}IService/${method}`;

/** The method, or a VtexInputError. */
export function soapMethod(name: string): SoapMethod {
  const method = soapMethods.get(name);
  if (!method) throw new VtexInputError('vtex.soap-method-unknown', { method: name });
  return method;
}

/** A value's place in the message, and what may stand for any value there. */
interface Place {
  path: string;
  placeholder: string | undefined;
}

/**
 * The message of a call. A dry run gives the `placeholder` of ids that only a real run would know. Throws VtexInputError for a method, member
 * or value the contract does not have.
 */
export function writeCall(name: string, values: SoapValues, placeholder?: string): string {
  const { parameters } = soapMethod(name);
  const { envelope, service, contracts, arrays, instance } = soapNamespaces;
  return (
    `<s:Envelope xmlns:s="${envelope}"><s:Body><t:${name} xmlns:t="${service}" xmlns:v="${contracts}"` +
    ` xmlns:a="${arrays}" xmlns:i="${instance}">${members('t', parameters, values, { path: name, placeholder })}</t:${name}></s:Body></s:Envelope>`
  );
}

function members(prefix: string, known: readonly SoapMember[], values: SoapValues, where: Place): string {
  const strange = Object.keys(values).find((name) => !known.some((one) => one.name === name));
  if (strange !== undefined)
    throw new VtexInputError('vtex.soap-member-unknown', { member: strange, where: where.path });
  return known
    .filter(({ name }) => values[name] !== undefined)
    .map(({ name, type }) =>
      element(`${prefix}:${name}`, type, values[name], { ...where, path: `${where.path}.${name}` }),
    )
    .join('');
}

function element(tag: string, type: string, value: unknown, where: Place): string {
  if (value === null) return `<${tag} i:nil="true"/>`;
  return `<${tag}>${content(type, value, where)}</${tag}>`;
}

function content(type: string, value: unknown, where: Place): string {
  if (type.endsWith('[]')) {
    const item = type.slice(0, -2);
    const tag = soapTypes.has(item) ? `v:${item}` : `a:${item}`;
    return (Array.isArray(value) ? value : [value]).map((one) => element(tag, item, one, where)).join('');
  }
  const known = soapTypes.get(type);
  if (!known) return plain(type, value, where);
  if (typeof value !== 'object') throw wrong(type, value, where);
  return members('v', known, value as SoapValues, where);
}

function plain(type: string, value: unknown, where: Place): string {
  if (typeof value === 'object' || value === undefined) throw wrong(type, value, where);
  const text = String(value as string | number | boolean);
  if (text === where.placeholder) return escapeXml(text);
  switch (type) {
    case 'int':
    case 'short':
      if (!/^[+-]?\d+$/.test(text)) throw wrong(type, value, where);
      return text;
    case 'decimal':
      return decimal(text, value, where);
    case 'boolean':
      if (!/^(true|false)$/.test(text)) throw wrong(type, value, where);
      return text;
    default:
      return escapeXml(text);
  }
}

/** xs:decimal knows no exponent. */
function decimal(text: string, value: unknown, where: Place): string {
  if (text.trim() === '' || !Number.isFinite(Number(text))) throw wrong('decimal', value, where);
  return /e/i.test(text)
    ? Number(text)
        .toFixed(10)
        .replace(/\.?0+$/, '')
    : text;
}

function wrong(type: string, value: unknown, { path: where }: Place): VtexInputError {
  const shown = (JSON.stringify(value) ?? 'undefined').slice(0, 80);
  return new VtexInputError('vtex.soap-value-wrong', { type, value: shown, where });
}

/** A fault, or the answer to `method`; undefined when the text is neither. Throws XmlRefused. */
export function readAnswer(method: string, text: string): { fault: SoapFault } | SoapResult | undefined {
  const root = parseXml(text);
  const body = root.name === 'Envelope' ? child(root, 'Body') : undefined;
  const [first] = body?.children ?? [];
  if (first?.name === 'Fault') return { fault: readFault(first) };
  if (first?.name !== `${method}Response`) return undefined;
  const { result, more } = soapMethod(method);
  const found = child(first, `${method}Result`);
  return {
    result: result === undefined || !found ? null : read(result, found),
    more: Object.fromEntries(
      more.flatMap(({ name, type }) => {
        const one = child(first, name);
        return one ? [[name, read(type, one)]] : [];
      }),
    ),
  };
}

/** SOAP 1.1 has `faultcode` and `faultstring`, 1.2 `Code/Value` and `Reason/Text`. */
function readFault(fault: XmlElement): SoapFault {
  const code = child(fault, 'faultcode') ?? child(child(fault, 'Code'), 'Value');
  const message = child(fault, 'faultstring') ?? child(child(fault, 'Reason'), 'Text');
  return {
    code: code?.text.trim().replace(/^.*:/, '') ?? '',
    message: (message?.text.trim() ?? '').slice(0, 600),
  };
}

function read(type: string, element: XmlElement): unknown {
  if (element.isNil) return null;
  if (type.endsWith('[]')) return element.children.map((one) => read(type.slice(0, -2), one));
  const known = soapTypes.get(type);
  if (known) {
    return Object.fromEntries(
      known.flatMap(({ name, type: of }) => {
        const one = child(element, name);
        return one ? [[name, read(of, one)]] : [];
      }),
    );
  }
  const text = element.text;
  if (type === 'boolean') return /^\s*(true|1)\s*$/.test(text);
  return type === 'int' || type === 'short' || type === 'decimal' ? Number(text) : text;
}
