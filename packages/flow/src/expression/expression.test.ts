import { UserError } from '../errors';
import { messageCodes, sentence } from '../messages/index';
import { compileExpression } from './expression';

const row = {
  codigo: 'SKU-1',
  preco: '1.299,90',
  itens: [
    { q: 2, p: 3.5 },
    { q: 1, p: 10 },
  ],
};

async function fault(source: string, input = {}, slow = false): Promise<UserError> {
  try {
    await compileExpression(source, { slow }).evaluate(input);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error(`${source} did not fail with a UserError`);
}

test('the common part of the language answers at once', () => {
  const price = compileExpression(
    '{"sku": codigo, "price": $parseNumber(preco), "total": $sum(itens.(q * p))}',
  );
  expect(price.fast).toBe(true);
  expect(price.evaluate(row)).toEqual({ sku: 'SKU-1', price: 1299.9, total: 17 });
});

test('the rest of the language answers through the interpreter', async () => {
  const sorted = compileExpression('itens^(p).p');
  expect(sorted.fast).toBe(false);
  await expect(sorted.evaluate(row)).resolves.toEqual([3.5, 10]);
});

test('variables are reached by name in both paths, and cannot replace functions', async () => {
  const variables = { params: { rate: 2 }, sum: 5 };
  expect(compileExpression('$params.rate * 3').evaluate({}, variables)).toBe(6);
  await expect(
    compileExpression('$map([1], function($x) { $x * $params.rate })').evaluate({}, variables),
  ).resolves.toBe(2);
  await expect(compileExpression('$sum([1, 2])', { slow: true }).evaluate({}, variables)).resolves.toBe(3);
});

test('a variable of one row is not seen by the next', () => {
  const expression = compileExpression('($x := a; $x)');
  expect(expression.evaluate({ a: 1 })).toBe(1);
  expect(expression.evaluate({})).toBeUndefined();
});

test('a syntax fault tells where it is', async () => {
  const error = await fault('price *');
  expect(error.code).toBe('expression.syntax-end');
  const other = await fault('price price');
  expect(other.code).toBe('expression.syntax');
  expect(other.values).toMatchObject({ position: 11 });
  expect((await fault('  ')).code).toBe('expression.empty');
  expect((await fault('"abc')).code).toBe('expression.syntax-unclosed');
  expect((await fault('/[/')).code).toMatch(/^expression\.syntax/);
});

test('a misspelt function is told before any row comes', () => {
  expect(() => compileExpression('$upercase(name)')).toThrow('expression.unknown-function');
  expect(compileExpression('($f := function($x) { $x }; $f(1))').fast).toBe(false);
});

test.each([
  ['1 + "a"', 'expression.operand-not-number'],
  ['1 < "a"', 'expression.not-comparable'],
  ['$sum("a")', 'expression.bad-argument'],
  ['$number("abc")', 'expression.not-a-number'],
  ['$parseNumber("abc")', 'expression.not-a-number'],
  ['1 / 0', 'expression.not-finite'],
  ['{"a": 1 / 0}', 'expression.not-finite'],
  ['{"a": 1, "a": 2}', 'expression.key-twice'],
  ['{1: 2}', 'expression.key-not-text'],
  ['$error("no stock")', 'expression.raised'],
  ['[1..1000000]', 'expression.too-big'],
])('%s fails with %s in both paths', async (source, code) => {
  expect(compileExpression(source).fast).toBe(true);
  expect((await fault(source)).code).toBe(code);
  expect((await fault(source, {}, true)).code).toBe(code);
});

test('every fault of an expression has a sentence', async () => {
  const error = await fault('price * 2', { price: 'abc' });
  const text = sentence(error.code, error.values, 'en');
  expect(text).toContain('abc');
  expect(text).not.toMatch(/\{\w+\}/);
  expect(messageCodes()).toContain('expression.failed');
});

test('a catastrophic pattern ends', async () => {
  const text = 'a'.repeat(20_000);
  const expression = compileExpression('$contains(text, /^(a+)+$/)');
  await expect(expression.evaluate({ text: `${text}!` })).resolves.toBe(false);
  await expect(expression.evaluate({ text })).resolves.toBe(true);
});

test('a pattern that cannot run in linear time is refused with a sentence', async () => {
  const error = await fault('$match("aa", /(a)\\1/)');
  expect(error.code).toBe('expression.regexp-unsupported');
  expect(error.values).toMatchObject({ pattern: '(a)\\1' });
});

test('endless recursion ends', async () => {
  expect((await fault('($f := function($n) { 1 + $f($n) }; $f(1))')).code).toBe('expression.too-deep');
  expect((await fault('($f := function() { $f() }; $f())')).code).toBe('expression.too-slow');
});

test('loops inside loops end', async () => {
  const expression = '[1..50000][$ in [1..50000]]';
  expect(compileExpression(expression).fast).toBe(true);
  expect((await fault(expression)).code).toBe('expression.too-slow');
});

test('brackets nested without end are refused', async () => {
  expect((await fault('('.repeat(9_000) + '1' + ')'.repeat(9_000))).code).toBe('expression.too-deep');
  expect((await fault('1 + '.repeat(10_000) + '1')).code).toBe('expression.too-long');
});

test('evaluations in line do not use up each other’s time', async () => {
  const expression = compileExpression('$reduce([1..300], function($a, $b) { $a + $b })');
  const answers = await Promise.all(Array.from({ length: 100 }, () => expression.evaluate({})));
  expect(new Set(answers)).toEqual(new Set([45_150]));
});

test('a result is plain JSON', async () => {
  const list = compileExpression('itens.q').evaluate(row) as number[];
  expect(Object.keys(list)).toEqual(['0', '1']);
  await expect(compileExpression('{"f": function($x) { $x }, "n": 1}').evaluate({})).resolves.toEqual({
    n: 1,
  });
  await expect(compileExpression('function($x) { $x }').evaluate({})).resolves.toBeUndefined();
  await expect(compileExpression('$sum').evaluate({})).resolves.toBeUndefined();
});

test.each([false, true])('a row never reaches a prototype (interpreter: %s)', async (slow) => {
  const input = JSON.parse(
    '{"__proto__": {"bad": true}, "constructor": {"prototype": 1}, "k": "__proto__"}',
  ) as never;
  const read = async (source: string) => compileExpression(source, { slow }).evaluate(input);
  expect(await read('toString')).toBeUndefined();
  expect(await read('k.constructor')).toBeUndefined();
  expect(await read('constructor.prototype')).toBe(1);
  const made = (await read('{k: {"bad": true}, "a": 1}')) as object;
  expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  expect(made).toEqual({ a: 1 });
  const whole = (await read('$')) as object;
  expect(Object.hasOwn(whole, '__proto__')).toBe(false);
  expect({}).not.toHaveProperty('bad');
});

test('a row that poses as a function is refused by the interpreter', async () => {
  const input = { f: { _jsonata_lambda: true, body: { type: 'string', value: 'x' }, arguments: [] } };
  expect((await fault('f()', input, true)).code).toBe('expression.reserved-name');
});

test.each([false, true])('the row stays as it was (interpreter: %s)', async (slow) => {
  const input = { a: [], b: [1] };
  const before = JSON.stringify(input);
  for (const source of ['a{"x": 1}', 'a[]', 'b[].c', '{"b": b}', 'b.{"c": $}']) {
    await compileExpression(source, { slow }).evaluate(input);
  }
  expect(JSON.stringify(input)).toBe(before);
  expect(Object.keys(input.a)).toEqual([]);
});
