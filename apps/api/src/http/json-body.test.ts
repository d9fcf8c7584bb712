import { depthOf, isStorable } from './json-body';

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

test.each(['"\\u0000"', '["a\\ud800"]', '{"a":{"b\\udc00":1}}', '[1,[{"a":"\\ude00\\ud83d"}]]'])(
  '%s holds a text that cannot be stored',
  (text) => {
    expect(isStorable(JSON.parse(text))).toBe(false);
  },
);

test.each(['null', '5', '"\\ud83d\\ude00 é"', '{"a":["\\u0001",{"b":true}]}'])('%s can be stored', (text) => {
  expect(isStorable(JSON.parse(text))).toBe(true);
});
