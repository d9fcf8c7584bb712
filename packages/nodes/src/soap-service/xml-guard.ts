// Looks over XML before a parser builds anything of it: no document types (so no entities), bounded depth and number.
import { RemoteError, type RecordedRequest } from '@eclusa/flow';
import { SaxesParser } from 'saxes';

const deepest = 100;
const most = 500_000;

/** Throws RemoteError `nodes.xml-refused` for XML that could do harm, `nodes.xml-broken` for what is none. */
export function checkXml(text: string, request: RecordedRequest): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let count = 0;
  const refuse = (reason: string): never => {
    throw new RemoteError('nodes.xml-refused', { retryable: false, values: { reason }, request });
  };
  parser.on('doctype', () => refuse('DOCTYPE'));
  parser.on('opentag', () => {
    depth += 1;
    count += 1;
    if (depth > deepest) refuse(`> ${deepest}`);
    if (count > most) refuse(`> ${most}`);
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.on('error', ({ message }) => {
    const values = { reason: message, start: text.trim().slice(0, 80) };
    throw new RemoteError('nodes.xml-broken', { retryable: true, uncertain: true, values, request });
  });
  parser.write(text).close();
}
