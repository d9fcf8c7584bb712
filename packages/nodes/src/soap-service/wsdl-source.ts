// Where the description of a SOAP service comes from: an address, uploaded files, or text in the connection. Files that a file
// refers to are found among those uploaded, by name; none of this machine's is ever opened.
import { EclusaError, UserError, type Connection, type Files, type Json } from '@eclusa/flow';
import { decodeBinary, decodeUtf8 } from '../net/charset';
import { checkXml } from './xml-guard';

/** What a file that was uploaded is called among addresses; nothing is ever asked of this host. */
export const uploaded = 'http://uploaded.invalid/';
export const pasted = 'http://pasted.invalid/service.wsdl';

const mostBytes = 5e6;

export interface WsdlFiles {
  /** Name and text of the WSDL itself. */
  name: string;
  text: string;
  /** The text of an uploaded part by the name a WSDL gives it. Throws UserError `nodes.wsdl-part-missing`. */
  part(address: string): string;
}

/**
 * The files of a connection that holds its WSDL as files; undefined for one that does not. Throws UserError
 * `nodes.wsdl-missing`, `nodes.wsdl-too-large`, `nodes.wsdl-file-broken`, and RemoteError `nodes.xml-refused`.
 */
export async function wsdlFiles(
  values: Connection['values'],
  files: Files | undefined,
): Promise<WsdlFiles | undefined> {
  if (values['wsdlFrom'] !== 'file') return undefined;
  const id = values['wsdlFile'];
  if (typeof id !== 'string' || id === '' || !files) throw new UserError('nodes.wsdl-missing');
  const left = { bytes: mostBytes };
  const main = await readXml(id, files, left);
  const parts = new Map<string, string>();
  for (const part of idsOf(values['wsdlParts'])) {
    const { name, text } = await readXml(part, files, left);
    parts.set(name.toLowerCase(), text);
  }
  return {
    ...main,
    part(address) {
      const file = fileName(address);
      const text = parts.get(file.toLowerCase());
      if (text === undefined) throw new UserError('nodes.wsdl-part-missing', { values: { file } });
      return text;
    },
  };
}

/** The end of a path or an address, whichever way its slashes lean: `../types/a.xsd?v=2` is `a.xsd`. */
export function fileName(address: string): string {
  const last = address.split(/[?#]/)[0]?.split(/[\\/]/).at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function idsOf(parts: Json | undefined): string[] {
  if (!Array.isArray(parts)) return [];
  return parts.flatMap((row) => {
    const id = typeof row === 'object' && row !== null && !Array.isArray(row) ? row['file'] : undefined;
    return typeof id === 'string' && id !== '' ? [id] : [];
  });
}

async function readXml(
  id: string,
  files: Files,
  left: { bytes: number },
): Promise<{ name: string; text: string }> {
  const file = await files.open(id);
  const { name } = file;
  left.bytes -= file.size;
  if (left.bytes < 0) {
    throw new UserError('nodes.wsdl-too-large', { values: { name, megabytes: mostBytes / 1e6 } });
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of file.read()) pieces.push(piece);
  const text = decodeXml(Buffer.concat(pieces));
  try {
    checkXml(text, { method: 'GET', url: `${uploaded}${encodeURIComponent(name)}` });
  } catch (error) {
    if (!(error instanceof EclusaError) || error.code !== 'nodes.xml-broken') throw error;
    throw new UserError('nodes.wsdl-file-broken', {
      values: { name, reason: String(error.values['reason'] ?? '').slice(0, 300) },
      cause: error,
    });
  }
  return { name, text };
}

/** XML as text by its byte-order mark, else by the encoding it declares, else as UTF-8 or what is not UTF-8 as windows-1252. */
export function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const binary = bytes.toString('latin1');
  const declared = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(binary)?.[1]?.toLowerCase();
  const western = /^(iso-8859-1|latin1|windows-1252|us-ascii)$/.test(declared ?? '');
  const utf8 = western ? undefined : decodeUtf8(bytes);
  return utf8 ?? decodeBinary(binary, 'windows-1252') ?? binary;
}
