// NF-e documents (`nfeProc`), one to a file: key, number, series, items, total and the XML itself, ready to invoice the
// order with. What the reader refuses is a refused row, so that the other files go on.
import { UserError, type Json } from '@eclusa/flow';
import { decodeBody } from '../../net/charset';
import { readNfe } from '../../vtex-orders/nfe';
import type { FileFormat, ReadableFile } from '../file';
import type { FileLimits } from '../limits';

export interface NfeConfig extends FileLimits {
  takesTest?: boolean;
  takesUnauthorised?: boolean;
  [field: string]: Json | undefined;
}

/** Of 990 items, the most that a document may have, with everything in them. */
const LARGEST = 8e6;

export const nfeFormat: FileFormat<NfeConfig> = {
  endings: ['.xml'],
  async *read(file, config, at) {
    if (at !== null) return;
    const ended = () => true;
    let xml = '';
    try {
      xml = await textOf(file);
      const { items, ...nfe } = readNfe(xml, config);
      const value = { ...nfe, items: items.map((item) => ({ ...item })), file: file.name, xml };
      yield [{ record: { value }, at: ended }];
    } catch (error) {
      if (!(error instanceof UserError) || error.code === 'nodes.file-changed') throw error;
      yield [{ record: { raw: { file: file.name, xml: xml.slice(0, 2000) }, error }, at: ended }];
    }
  },
};

async function textOf(file: ReadableFile): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.read(0)) {
    pieces.push(piece);
    size += piece.byteLength;
    if (size > LARGEST) {
      throw new UserError('nodes.file-too-large', { values: { file: file.name, megabytes: LARGEST / 1e6 } });
    }
  }
  const bytes = Buffer.concat(pieces);
  const named =
    /encoding\s*=\s*["']([\w-]+)["']/.exec(bytes.subarray(0, 200).toString('latin1'))?.[1] ?? 'utf-8';
  return decodeBody(bytes, `charset=${named}`);
}
