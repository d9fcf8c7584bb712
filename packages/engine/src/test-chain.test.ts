import { UserError } from '@eclusa/flow';
import { action, each, gather, map, n, node, planOf, range, rowsOf, testHost } from './flows.testing';
import { testChain, type GivenRows } from './test-chain';
import type { Plan } from './plan';

const test1 = (plan: Plan, nodes: string[], given: GivenRows = {}, signal = new AbortController().signal) =>
  testChain(plan, new Set(nodes), given, { host: testHost(), signal });

const double = map((row) => ({ n: n(row) * 2 }));
const odd = each((row) => (n(row) % 2 ? [{ value: row }] : []));

test('each box gets what left the one before it, in the order rows pass', async () => {
  const plan = planOf({ z: rowsOf(range(1, 3)), b: double, a: odd }, 'z > b', 'b > a');
  const { results, stopped } = await test1(plan, ['a', 'b', 'z']);
  expect(results.map(({ node: id }) => id)).toEqual(['z', 'b', 'a']);
  expect(results[1]?.result.outputs).toEqual({ out: [{ n: 2 }, { n: 4 }, { n: 6 }] });
  expect(stopped).toBeUndefined();
});

test('a box whose rows are given is not tried, and its rows go on', async () => {
  const source = Object.assign(rowsOf([]), {});
  const plan = planOf({ s: source, b: double, c: double }, 's > b', 'b > c');
  const { results } = await test1(plan, ['s', 'b', 'c'], { b: { out: [{ n: 5 }] }, s: { out: [] } });
  expect(results).toMatchObject([{ node: 'c', result: { outputs: { out: [{ n: 10 }] } } }]);
});

test('boxes outside the list are left alone', async () => {
  const plan = planOf({ s: rowsOf(range(1, 2)), b: double, c: double }, 's > b', 'b > c');
  expect((await test1(plan, ['b'], { s: { out: [{ n: 1 }] } })).results.map((one) => one.node)).toEqual([
    'b',
  ]);
});

test('lines that meet bring their rows together, and each input of a barrier gets its own', async () => {
  const two = gather(10, {
    inputs: ['left', 'right'].map((id) => ({ id, type: 'row', name: { en: id, es: id, pt: id } })),
  });
  const given = { l: { out: [{ n: 1 }] }, m: { out: [{ n: 2 }] }, r: { out: [{ n: 3 }] } };
  const nodes = { l: rowsOf([]), m: rowsOf([]), r: rowsOf([]), j: two };
  const plan = planOf(nodes, 'l > j.left', 'm > j.left', 'r > j.right');
  const { results } = await test1(plan, ['j'], given);
  expect(results[0]?.result.outputs.out).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test('a box that is switched off is stepped over', async () => {
  const plan = planOf(
    { s: rowsOf(range(1, 1)), b: { type: double, disabled: true }, c: double },
    's > b',
    'b > c',
  );
  const { results } = await test1(plan, ['s', 'b', 'c']);
  expect(results.map((one) => one.node)).toEqual(['s', 'c']);
  expect(results[1]?.result.outputs.out).toEqual([{ n: 2 }]);
});

test('rows that fail go on where something is attached, with the reason', async () => {
  const refuses = each(() => {
    throw new UserError('test.no', { values: { why: 'x' } });
  });
  const plan = planOf(
    { s: rowsOf(range(1, 1)), b: refuses, c: each((row) => [{ value: row }]) },
    's > b',
    'b.failed > c',
  );
  const { results } = await test1(plan, ['s', 'b', 'c']);
  expect(results[1]?.result.failed).toHaveLength(1);
  expect(results[2]?.result.outputs.out).toEqual([
    { n: 1, _error: { code: 'test.no', node: 'b', values: { why: 'x' } } },
  ]);
});

test('a box that cannot be tried stops the chain and keeps what was done', async () => {
  const broken = node({
    group: 'source',
    behaviour: {
      kind: 'source',
      async *read() {
        throw new UserError('test.away');
      },
    },
  });
  const plan = planOf(
    { a: rowsOf(range(1, 1)), b: broken, c: double, j: gather() },
    'a > j',
    'b > c',
    'c > j',
  );
  const { results, stopped } = await test1(plan, ['a', 'b', 'c', 'j']);
  expect(results.map((one) => one.node)).toEqual(['a']);
  expect(stopped?.node).toBe('b');
});

test('nothing is sent, whatever the boxes do', async () => {
  const asked: string[] = [];
  const fetcher: typeof fetch = async (input) => {
    asked.push(String(input));
    return Response.json({});
  };
  const writes = node({
    group: 'vtex',
    behaviour: {
      kind: 'action',
      effect: 'create',
      prepare: async (context) => ({
        async run(row) {
          await context.fetch('https://store/x', { method: 'POST', body: JSON.stringify(row) });
          return [{ value: row }];
        },
      }),
    },
  });
  const plan = planOf({ s: rowsOf(range(1, 2)), w: writes, after: action() }, 's > w', 'w > after');
  const host = testHost({ fetch: fetcher });
  const { signal } = new AbortController();
  const { results } = await testChain(plan, new Set(['s', 'w', 'after']), {}, { host, signal });
  expect(asked).toEqual([]);
  expect(results[1]?.result.requests).toHaveLength(2);
});

test('an unknown box is refused, and an abort ends it', async () => {
  const plan = planOf({ s: rowsOf([]) });
  await expect(test1(plan, ['x'])).rejects.toMatchObject({ code: 'engine.node-missing' });
  await expect(test1(plan, ['s'], {}, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
});
