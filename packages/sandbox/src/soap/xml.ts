// XML for the SOAP Web Service: a strict reader that refuses document types, and the few pieces a writer needs.
import { SaxesParser } from 'saxes';

export interface Element {
  name: string;
  uri: string;
  isNil: boolean;
  children: Element[];
  text: string;
}

const deepest = 50;

/** The root element, or undefined for what is no XML, has a document type or is too deep. */
export function readXml(text: string): Element | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  let root: Element | undefined;
  const stop = (): never => {
    throw new Error('unreadable');
  };
  const append = (piece: string): void => {
    const inside = open.at(-1);
    if (inside) inside.text += piece;
  };
  parser.on('error', stop);
  parser.on('doctype', stop);
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) stop();
    const isNil = Object.values(tag.attributes).some((one) => one.local === 'nil' && one.value === 'true');
    const element: Element = { name: tag.local, uri: tag.uri, isNil, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  try {
    parser.write(text).close();
    return root;
  } catch {
    return undefined;
  }
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const xmlText = (value: string): string => value.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
