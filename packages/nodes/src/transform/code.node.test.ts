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

  it.each([
    [
      'the constructor of a function',
      'return { x: typeof (function () {}).constructor("return this")().process };',
    ],
    ['an async function', 'return { x: typeof (async () => 0).constructor("return process")() };'],
    ['a generator', 'return { x: typeof Object.getPrototypeOf(function* () {}).constructor("return 1") };'],
    ['eval', 'return { x: typeof eval("this.process") };'],
    ['the arguments of its caller', 'return { x: typeof arguments.callee };'],
    [
      'a prepared stack trace',
      'Error.prepareStackTrace = (e, s) => s; return { x: typeof new Error().stack.getThis };',
    ],
    [
      'a proxy around its row',
      'return { x: typeof new Proxy(row, { get: (t, k, r) => r }).process.constructor.process };',
    ],
    ['an import', 'import("node:fs"); return { x: typeof fs };'],
    ['closing its own function', 'return {}; }); (function () { globalThis.leak = 1;'],
    [
      'reading the parameters’ prototype',
      'return { x: Object.keys(Object.getPrototypeOf(params)).join() || "none" };',
    ],
  ])('gives nothing of the process away to %s', async (_name, source) => {
    const found = await Promise.resolve()
      .then(() => once(run(source)))
      .then(
        ([emit]) => (emit ? emit.value['x'] : 'none'),
        (error: unknown) => (error as UserError).code,
      );
    // What is refused is refused with a sentence; what runs has seen the sandbox alone.
    expect(['undefined', 'function', 'object', 'none', 'nodes.code-threw', 'nodes.code-syntax']).toContain(
      found,
    );
    expect(globalThis).not.toHaveProperty('leak');
  });

  it('does not let code change what the next row finds', async () => {
    const through = run(
      `if (row.break) {
      Object.prototype.polluted = 1; Array.prototype.map = null; JSON.parse = () => ({ forged: true });
      params.unit = 'broken'; row.seen = 1;
      return {};
    }
    return { polluted: {}.polluted ?? null, unit: params.unit, forged: row.forged ?? null };`,
      {},
      { unit: 'kg' },
    );
    expect(await codeOf(once(through, { break: true }))).toBe('nodes.code-threw');
    const [emit] = await once(through, {});
    expect(emit?.value).toEqual({ polluted: null, unit: 'kg', forged: null });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('lets code have errors and objects of its own all the same', async () => {
    const through = run(`class Mine extends Error { constructor(m) { super(m); this.name = 'Mine'; } }
      const thing = {}; thing.toString = () => 'own'; thing.constructor = 1;
      const sorted = [3, 1].sort().map((n) => n * 2); sorted.extra = 1;
      if (row.fail) throw new Mine('no');
      return { text: String(thing), sorted, has: thing.hasOwnProperty('constructor') };`);
    expect(await once(through)).toEqual([{ value: { text: 'own', sorted: [2, 6], has: true } }]);
    await expect(once(through, { fail: true })).rejects.toMatchObject({
      values: { name: 'Mine', message: 'no' },
    });
  });

  it('leaves the process able to work while loops without end are stopped one after the other', async () => {
    const through = run('if (row.n % 2) for (;;) {}\nreturn row;', { timeLimit: 50 });
    const begun = performance.now();
    for (let n = 0; n < 6; n++) {
      const done = await codeOf(once(through, { n }));
      expect(done).toBe(n % 2 ? 'nodes.code-timeout' : 'no error');
    }
    expect(performance.now() - begun).toBeLessThan(10_000);
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
