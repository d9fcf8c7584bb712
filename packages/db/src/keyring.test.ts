import { randomBytes } from 'node:crypto';
import { keyring } from './keyring';

const key = () => randomBytes(32).toString('base64');
const secrets = { appToken: 'açaí-секрет' };

test('what was sealed opens again, and only in its own workspace', () => {
  const ring = keyring(key());
  const sealed = ring.seal(secrets, 'workspace-a');
  expect(ring.open(sealed, 'workspace-a')).toEqual(secrets);
  expect(() => ring.open(sealed, 'workspace-b')).toThrow('db.secret-unreadable');
});

test('the sealed text shows nothing of the secret and is new every time', () => {
  const ring = keyring(key());
  const sealed = ring.seal(secrets, 'w');
  expect(sealed).not.toContain('appToken');
  expect(sealed).not.toBe(ring.seal(secrets, 'w'));
});

test('a changed text is refused', () => {
  const ring = keyring(key());
  const parts = ring.seal(secrets, 'w').split('.');
  const changed = [parts[0], parts[1], parts[2], Buffer.from('{"a":1}').toString('base64url')].join('.');
  expect(() => ring.open(changed, 'w')).toThrow('db.secret-unreadable');
  expect(() => ring.open('nonsense', 'w')).toThrow('db.secret-unreadable');
});

test('after a change of key, old texts open and are known as old', () => {
  const [first, second] = [key(), key()];
  const sealed = keyring(first).seal(secrets, 'w');
  const ring = keyring(second, first);
  expect(ring.open(sealed, 'w')).toEqual(secrets);
  expect(ring.isOld(sealed)).toBe(true);
  expect(ring.isOld(ring.seal(secrets, 'w'))).toBe(false);
  expect(() => keyring(second).open(sealed, 'w')).toThrow('db.secret-unreadable');
});

test('a missing or short key is refused', () => {
  expect(() => keyring(undefined)).toThrow('db.secret-key-missing');
  expect(() => keyring('c2hvcnQ=')).toThrow('db.secret-key-length');
  expect(() => keyring(key(), 'c2hvcnQ=')).toThrow('ECLUSA_SECRET_KEYS_OLD');
});
