// Passwords as scrypt hashes. Checking costs the same for a person that does not exist.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

/** 2^15: about 75 ms and 32 MB for each try. */
const COST = 15;
const BYTES = 32;
const MAX_MEMORY = 64 * 2 ** 20;

/** `scrypt$<log2 N>$<salt>$<hash>`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await keyOf(password, salt, COST);
  return ['scrypt', COST, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Nobody's password, so that an unknown e-mail takes as long as a known one. */
const nobody = hashPassword(randomBytes(32).toString('base64url'));

/** Is it the password of this hash? A missing or unreadable hash takes the same time and is never right. */
export async function verifyPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const parts = read(hash);
  const { cost, salt, key } = parts ?? (read(await nobody) as Parts);
  const same = timingSafeEqual(await keyOf(password, salt, cost), key);
  return parts !== null && same;
}

interface Parts {
  cost: number;
  salt: Buffer;
  key: Buffer;
}

function read(hash: string | null | undefined): Parts | null {
  const [name, cost, salt, key] = (hash ?? '').split('$');
  if (name !== 'scrypt' || !salt || !key || !(Number(cost) >= 10 && Number(cost) <= COST)) return null;
  const bytes = Buffer.from(key, 'base64url');
  if (bytes.length !== BYTES) return null;
  return { cost: Number(cost), salt: Buffer.from(salt, 'base64url'), key: bytes };
}

/** The same password typed on another keyboard may be composed otherwise; NFKC makes them equal. */
function keyOf(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  return derive(password.normalize('NFKC'), salt, BYTES, { N: 2 ** cost, r: 8, p: 1, maxmem: MAX_MEMORY });
}
