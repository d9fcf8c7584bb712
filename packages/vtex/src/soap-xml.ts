// Reads XML that came from outside into a small tree. Knows no entities but XML's own five, refuses every document
// type, and stops at limits of depth and number, so that no answer can cost more than its own bytes.
import { SaxesParser } from 'saxes';

/** An element without its prefix. */
export interface XmlElement {
  name: string;
  /** Its namespace; empty when it has none. */
  uri: string;
  isNil: boolean;
  children: XmlElement[];
  /** All text directly in it. */
  text: string;
}

export interface XmlLimits {
  depth: number;
  elements: number;
}

/** Deeper or longer than any answer a service has reason to give. */
export const xmlLimits: XmlLimits = { depth: 64, elements: 500_000 };

export type XmlFault = 'broken' | 'doctype' | 'too-deep' | 'too-many';

/** Thrown for XML that is not read. */
export class XmlRefused extends Error {
  constructor(
    readonly fault: XmlFault,
    detail: string = fault,
  ) {
    super(detail);
    this.name = 'XmlRefused';
  }
}

const instance = 'http://www.w3.org/2001/XMLSchema-instance';

/** The root element. Throws XmlRefused. */
export function parseXml(text: string, limits: XmlLimits = xmlLimits): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const add = (piece: string) => {
    const inside = open.at(-1);
    if (inside) inside.text += piece;
  };
  parser.on('error', (error) => {
    throw new XmlRefused('broken', error.message);
  });
  parser.on('doctype', () => {
    throw new XmlRefused('doctype');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    count += 1;
    if (count > limits.elements) throw new XmlRefused('too-many');
    if (open.length >= limits.depth) throw new XmlRefused('too-deep');
    const isNil = Object.values(attributes).some(
      (one) => one.local === 'nil' && one.uri === instance && /^(true|1)$/.test(one.value.trim()),
    );
    const element: XmlElement = { name: local, uri, isNil, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  if (!root) throw new XmlRefused('broken', 'no element');
  return root;
}

/** The first child of this name, in any namespace. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

/** Text as XML holds it. Characters XML has no way to write are left out: a service would refuse the whole message. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
