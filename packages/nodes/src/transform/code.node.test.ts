import { UserError } from '@eclusa/flow';
import { rowsThrough } from '../harness.testing';
import code from './code.node';

const run = (source: string, config = {}, parameters = {}) =>
  rowsThrough(code, { config: { code: source, ...config }, parameters });

const codeOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof UserError ? error.code : String(error)),
  );

const once = async (through: ReturnType<typeof run>, row = {}) => through(row);

describe('the JavaScript node', () => {
  it('passes on what the code returns: one row, several, or none', async () => {
    const through = run(
      'if (row.n === 0) return null; return row.n === 1 ? { one: params.unit } : [row, row];',
      {},
      { unit: 'kg' },
    );
    expect(await through({ n: 0 })).toEqual([]);
    expect(await through({ n: 1 })).toEqual([{ value: { one: 'kg' } }]);
    expect(await through({ n: 2 })).toEqual([{ value: { n: 2 } }, { value: { n: 2 } }]);
  });

  it('fails the row with the message and line of an error, and goes on with the next', async () => {
    const through = run('const x = row.a.b;\nif (x > 1) {\n  throw new Error("too much");\n}\nreturn { x };');
    await expect(once(through, { a: { b: 2 } })).rejects.toMatchObject({
      code: 'nodes.code-threw',
      values: { name: 'Error', message: 'too much', line: 3 },
    });
    expect(await through({ a: { b: 1 } })).toEqual([{ value: { x: 1 } }]);
  });

  it('tells a syntax error and its line before the first row', () => {
    expect(() => run('const a = 1;\nreturn a +;')).toThrow(UserError);
    try {
      run('const a = 1;\nreturn a +;');
    } catch (error) {
      expect((error as UserError).values).toMatchObject({ line: 2 });
    }
  });

  it.each([
    ['an endless loop', 'for (;;) {}', 'nodes.code-timeout'],
    [
      'a catastrophic regular expression',
      'return { x: /(a+)+$/.test("a".repeat(60) + "b") }',
      'nodes.code-timeout',
    ],
    [
      'two gigabytes of typed arrays',
      'const all = []; for (let i = 0; i < 2000; i++) all.push(new Uint8Array(1e6).fill(1)); return { n: all.length };',
      'nodes.code-memory',
    ],
    [
      'a text that doubles for ever',
      'let s = "x".repeat(1000); const all = []; for (;;) all.push(s += s);',
      'nodes.code-memory',
    ],
    ['recursion without end', 'const f = () => f() + 1; return { x: f() };', 'nodes.code-stack'],
  ])('ends %s and still works for the next row', async (_name, source, expected) => {
    const before = process.memoryUsage().rss;
    const through = run(`if (row.ok) return { ok: true };\n${source}`, { timeLimit: 1000 });
    expect(await codeOf(once(through))).toBe(expected);
    expect(await once(through, { ok: true })).toEqual([{ value: { ok: true } }]);
    expect(await codeOf(once(through))).toBe(expected);
    // The process holds what other test files have left, too.
    expect(process.memoryUsage().rss - before).toBeLessThan(5e8);
  });

  it('reaches no network, no file, no process and nothing of ours', async () => {
    const names = [
      'fetch',
      'require',
      'process',
      'XMLHttpRequest',
      'WebAssembly',
      'std',
      'os',
      'setTimeout',
      'Buffer',
    ];
    const through = run(`return { found: ${JSON.stringify(names)}.filter((name) => name in globalThis) };`);
    expect(await once(through)).toEqual([{ value: { found: [] } }]);
    const escape = run('return { x: String(row.constructor.constructor("return typeof process")()) };');
    expect(await once(escape)).toEqual([{ value: { x: 'undefined' } }]);
  });

  it('keeps nothing from one row to the next', async () => {
    const through = run('globalThis.seen = (globalThis.seen || 0) + 1; return { seen };');
    expect(await codeOf(once(through))).toBe('nodes.code-threw');
  });

  it.each(['return 5;', 'return [1];', 'return "text";'])(
    'refuses a result that is no row: %s',
    async (source) => {
      expect(await codeOf(once(run(source)))).toBe('nodes.code-result');
    },
  );
});
