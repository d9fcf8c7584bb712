import { hashPassword, verifyPassword } from './password';

test('a password is right for its own hash only, and two hashes of it differ', async () => {
  const [first, second] = await Promise.all([hashPassword('ação!'), hashPassword('ação!')]);
  expect(first).not.toBe(second);
  expect(first).toMatch(/^scrypt\$15\$[\w-]{22}\$[\w-]{43}$/);
  expect(await verifyPassword('ação!', first)).toBe(true);
  expect(await verifyPassword('acao!', first)).toBe(false);
});

test('the same letters typed with combining accents are the same password', async () => {
  const hash = await hashPassword('ação'.normalize('NFC'));
  expect(await verifyPassword('ação'.normalize('NFD'), hash)).toBe(true);
});

test.each([null, undefined, '', 'scrypt$15$x', 'scrypt$31$c2FsdA$AAAA', 'md5$15$c2FsdA$AAAA'])(
  'a missing or unreadable hash (%s) is never right',
  async (hash) => {
    expect(await verifyPassword('', hash)).toBe(false);
  },
);
