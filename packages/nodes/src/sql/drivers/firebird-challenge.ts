// Mends how node-firebird 2.17 reads what a server sends to prove a password: the salt and the server's key, each behind its
// length. It looks for the key where it is behind a salt of 64 digits. A salt that begins with a zero is shorter, as every
// sixteenth is, and its user was refused for ever.
import type { BlrReader as Reader } from 'node-firebird/lib/wire/serialize.js';

const HEX = /^[0-9a-f]+$/i;
/** Digits that salt and key have at least; both are random numbers of 256 and 1024 bits. */
const LEAST = { salt: 48, key: 192 };

/** The same challenge with its key where the driver looks for it. Other bytes are answered as they are. */
export function withKeyInPlace(bytes: Buffer): Buffer {
  if (bytes.length < LEAST.salt + LEAST.key) return bytes;
  const salt = bytes.readUInt16LE(0);
  if (salt < LEAST.salt || salt >= 64 || bytes.length < salt + 4 + LEAST.key) return bytes;
  const key = bytes.subarray(salt + 4);
  if (bytes.readUInt16LE(salt + 2) !== key.length) return bytes;
  if (!HEX.test(bytes.toString('latin1', 2, salt + 2)) || !HEX.test(key.toString('latin1'))) return bytes;
  const place = (salt + 5) & ~3;
  return Buffer.concat([bytes.subarray(0, salt + 2), Buffer.alloc(place - salt - 2), key]);
}

interface Parts {
  BlrReader: typeof Reader;
}

let isMended = false;

/** Loads the driver, mended. */
export async function loadFirebird(): Promise<typeof import('node-firebird')> {
  const library = await import('node-firebird');
  if (isMended) return library;
  isMended = true;
  const imported: unknown = await import('node-firebird/lib/wire/serialize.js');
  // The object that the driver itself uses is the default of what Node imports.
  const { default: parts = imported as Parts } = imported as { default?: Parts };
  parts.BlrReader = class extends parts.BlrReader {
    constructor(bytes: Buffer) {
      super(Buffer.isBuffer(bytes) ? withKeyInPlace(bytes) : bytes);
    }
  };
  return library;
}
