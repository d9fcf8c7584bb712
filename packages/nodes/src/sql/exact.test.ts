import { exactNumber, isBefore, jsonOf } from './exact';

it('a decimal is a number only where a number keeps every digit', () => {
  expect(['129.90', '-0.5', '0', '9007199254740991', '100000000000000.1'].map(exactNumber)).toEqual([
    129.9,
    -0.5,
    0,
    9007199254740991,
    '100000000000000.1',
  ]);
  expect(['9007199254740993', '1234567890123456.78', 'NaN', 'Infinity'].map(exactNumber)).toEqual([
    '9007199254740993',
    '1234567890123456.78',
    'NaN',
    'Infinity',
  ]);
});

it('knows the order of numbers and dates, and leaves that of texts to the database', () => {
  expect(isBefore(9, 10)).toBe(true);
  expect(isBefore('2026-01-01T00:00:00.5', '2026-01-01T00:00:00.45')).toBe(false);
  expect(isBefore('2026-01-01T00:00:00', '2026-01-01T00:00:00.123')).toBe(true);
  expect(isBefore('9007199254740993', '9007199254740995')).toBe(true);
  expect(isBefore('10', '9')).toBeNull();
  expect(isBefore('Á', 'B')).toBeNull();
});

it('bytes become base64 and large whole numbers texts', () => {
  expect(jsonOf({ a: Buffer.from('é'), b: 2n ** 60n, c: [undefined, 1] })).toEqual({
    a: 'w6k=',
    b: '1152921504606846976',
    c: [null, 1],
  });
});
