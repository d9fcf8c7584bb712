import { depthOf } from './json-body';

test.each([
  ['1', 0],
  ['{"a":[1,{"b":2}]}', 3],
  ['["[[[[", "\\"[[["]', 1],
  ['["\\\\", [1]]', 2],
  [']]]][[', 0],
  ['{"é":"[","ç":[[]]}', 3],
])('%s is %d levels deep', (text, depth) => {
  expect(depthOf(Buffer.from(text))).toBe(depth);
});

test('a million brackets are counted, not followed', () => {
  expect(depthOf(Buffer.alloc(1_000_000, '['))).toBe(1_000_000);
});
