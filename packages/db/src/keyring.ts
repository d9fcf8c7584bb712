// Encrypts what must never be readable in the database. AES-256-GCM; the key's id travels with the text,
// so that a new key can be put in use while old texts still open.
import { UserError, type Json } from '@eclusa/flow';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';

export interface Keyring {
  /**
   * Encrypts `value` under the current key as `<key id>.<iv>.<tag>.<text>`, the last three base64url.
   * `context` (the workspace's id) is bound in: a text copied to another workspace does not open there.
   */
  seal(value: Json, context: string): string;
  /** The value again. Throws UserError `db.secret-unreadable` for a missing key or a changed text. */
  open(sealed: string, context: string): Json;
  /** True when `sealed` was made with an old key and should be sealed again at the next chance. */
  isOld(sealed: string): boolean;
}

interface Key {
  id: string;
  bytes: Buffer;
}

/** Reads `ECLUSA_SECRET_KEY` and the comma list `ECLUSA_SECRET_KEYS_OLD`: each base64 of 32 bytes. */
export function keyring(current: string | undefined, old = ''): Keyring {
  if (!current) throw new UserError('db.secret-key-missing');
  const key = readKey(current, 'ECLUSA_SECRET_KEY');
  const others = old.split(',').filter((text) => text.trim() !== '');
  const all = [key, ...others.map((text) => readKey(text, 'ECLUSA_SECRET_KEYS_OLD'))];
  return {
    seal: (value, context) => seal(key, value, context),
    open: (sealed, context) => open(all, sealed, context),
    isOld: (sealed) => !sealed.startsWith(`${key.id}.`),
  };
}

function readKey(text: string, name: string): Key {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== 32) throw new UserError('db.secret-key-length', { values: { name } });
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}

function seal(key: Key, value: Json, context: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, key.bytes, iv).setAAD(Buffer.from(context));
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return [key.id, ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.');
}

function open(keys: readonly Key[], sealed: string, context: string): Json {
  const [id, iv, tag, text] = sealed.split('.');
  const key = keys.find((one) => one.id === id);
  if (!key || iv === undefined || tag === undefined || text === undefined) {
    throw new UserError('db.secret-unreadable');
  }
  try {
    const decipher = createDecipheriv(CIPHER, key.bytes, Buffer.from(iv, 'base64url'), { authTagLength: 16 })
      .setAAD(Buffer.from(context))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    const plain = Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]);
    return JSON.parse(plain.toString('utf8')) as Json;
  } catch (cause) {
    throw new UserError('db.secret-unreadable', { cause });
  }
}
