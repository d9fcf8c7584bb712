// Messages of the SOAP Web Service by its contract. Reads as WCF does: a member that is unknown, in another namespace
// or later than its place is dropped without a word.
import { methods, types, type Method, type Part } from './contract';
import { readXml, xmlText, type Element } from './xml';

export const envelopeUri = 'http://schemas.xmlsoap.org/soap/envelope/';
export const serviceUri = 'http://tempuri.org/';
export const contractsUri =
  'http://schemas.datacontract.org/2004/07/Vtex.Commerce.WebApps.AdminWcfService.Contracts';
export const arraysUri = 'http://schemas.microsoft.com/2003/10/Serialization/Arrays';
const instanceUri = 'http://www.w3.org/2001/XMLSchema-instance';
const faultsUri = 'http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher';

export type Values = Record<string, unknown>;

/** Stops a method with a fault. */
export class SoapFault extends Error {
  constructor(
    readonly code: 's:Client' | 'a:InternalServiceFault' | 'a:ActionNotSupported' | 'a:DeserializationFailed',
    message: string,
  ) {
    super(message);
  }
}

export interface Question {
  method: Method;
  values: Values;
}

/** What a message asks for. Throws SoapFault. */
export function readQuestion(text: string, action: string | undefined): Question {
  const root = readXml(text);
  const body = root?.children.find((one) => one.name === 'Body' && one.uri === envelopeUri);
  const asked = body?.children[0];
  if (root?.name !== 'Envelope' || !asked)
    throw new SoapFault('a:DeserializationFailed', 'The message is no SOAP 1.1 message.');
  const name = /\/IService\/(\w+)"?$/.exec(action ?? '')?.[1];
  const method = methods.get(name ?? '');
  if (!method) {
    throw new SoapFault(
      'a:ActionNotSupported',
      `The message with Action '${action ?? ''}' cannot be processed at the receiver, due to a ContractFilter mismatch.`,
    );
  }
  if (asked.name !== method.name || asked.uri !== serviceUri) {
    throw new SoapFault('a:DeserializationFailed', `Element ${serviceUri}:${method.name} was expected.`);
  }
  return { method, values: membersOf(asked, method.takes, serviceUri) };
}

function membersOf(element: Element, parts: readonly Part[], uri: string): Values {
  const values: Values = {};
  let next = 0;
  for (const child of element.children) {
    const at = parts.findIndex((part, place) => place >= next && part.name === child.name);
    const part = parts[at];
    if (!part || child.uri !== uri) continue;
    next = at + 1;
    values[part.name] = valueOf(child, part.type);
  }
  return values;
}

function valueOf(element: Element, type: string): unknown {
  if (element.isNil) return null;
  if (type.endsWith('[]')) {
    const item = type.slice(0, -2);
    const uri = types.has(item) ? contractsUri : arraysUri;
    return element.children
      .filter((child) => child.name === item && child.uri === uri)
      .map((child) => valueOf(child, item));
  }
  const parts = types.get(type);
  return parts ? membersOf(element, parts, contractsUri) : plainOf(element.text, type);
}

function plainOf(text: string, type: string): unknown {
  const bad = (): never => {
    throw new SoapFault(
      'a:DeserializationFailed',
      `The value '${text}' cannot be parsed as the type '${type}'.`,
    );
  };
  const trimmed = text.trim();
  if (type === 'int' || type === 'short') return /^[+-]?\d+$/.test(trimmed) ? Number(trimmed) : bad();
  if (type === 'decimal') return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(trimmed) ? Number(trimmed) : bad();
  if (type === 'boolean') return /^(true|false|0|1)$/.test(trimmed) ? /^(true|1)$/.test(trimmed) : bad();
  if (type === 'dateTime') return Number.isNaN(Date.parse(trimmed)) ? bad() : trimmed;
  return text;
}

/** The answer to a method, every member of the contract in its place. */
export function writeAnswer(method: Method, values: Values): string {
  const inside = method.answers
    .map(({ name, type }) => {
      const named = `${name} xmlns:a="${types.has(type.replace('[]', '')) ? contractsUri : arraysUri}"`;
      return write(named, type, values[name]);
    })
    .join('');
  return envelope(`<${method.name}Response xmlns="${serviceUri}">${inside}</${method.name}Response>`);
}

function write(tag: string, type: string, value: unknown): string {
  if (value === null || value === undefined) return `<${tag} i:nil="true" xmlns:i="${instanceUri}"/>`;
  const end = tag.split(' ')[0] ?? tag;
  return `<${tag}>${inside(type, value)}</${end}>`;
}

function inside(type: string, value: unknown): string {
  if (type.endsWith('[]')) {
    const item = type.slice(0, -2);
    return (value as unknown[]).map((one) => write(`a:${item}`, item, one)).join('');
  }
  const parts = types.get(type);
  if (!parts) return xmlText(String(value as string | number | boolean));
  const held = value as Values;
  return parts.map((part) => write(`a:${part.name}`, part.type, held[part.name])).join('');
}

export function writeFault({ code, message }: SoapFault): string {
  return envelope(
    `<s:Fault><faultcode xmlns:a="${faultsUri}">${code}</faultcode>` +
      `<faultstring xml:lang="en-US">${xmlText(message)}</faultstring></s:Fault>`,
  );
}

const envelope = (body: string): string =>
  `<s:Envelope xmlns:s="${envelopeUri}"><s:Body>${body}</s:Body></s:Envelope>`;
