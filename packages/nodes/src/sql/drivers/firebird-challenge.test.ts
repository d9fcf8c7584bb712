// A salt that begins with a zero is sent one digit shorter; whoever has it gets in nevertheless.
import { withKeyInPlace } from './firebird-challenge';

const key = 'ab'.repeat(128);

function challenge(salt: string): Buffer {
  const part = (text: string) => {
    const length = Buffer.alloc(2);
    length.writeUInt16LE(text.length);
    return Buffer.concat([length, Buffer.from(text, 'latin1')]);
  };
  return Buffer.concat([part(salt), part(key)]);
}

/** As node-firebird 2.17 does it. */
function read(bytes: Buffer): { salt: string; key: string } {
  const salt = bytes.readUInt16LE(0);
  return {
    salt: bytes.toString('latin1', 2, salt + 2),
    key: bytes.toString('latin1', (salt + 5) & ~3),
  };
}

test.each([64, 63, 62, 61, 60, 57])(
  'salt and key of a salt of %i digits are read as they were sent',
  (digits) => {
    const salt = '9f'.repeat(32).slice(0, digits);
    expect(read(withKeyInPlace(challenge(salt)))).toEqual({ salt, key });
  },
);

test('other bytes stay as they are', () => {
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from([1, 2, 3]),
    Buffer.alloc(400, 7),
    challenge('z'.repeat(60)),
  ]) {
    expect(withKeyInPlace(bytes)).toBe(bytes);
  }
});
