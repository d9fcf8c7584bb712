// Promotions made of rows: one per name, never a part of the list, never twice.
import { compilePlan, testNode } from '@eclusa/engine';
import type { Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { flowOf, hostOf, mapping, runNode, storeConnection } from '../vtex/store.testing';
import skusSet from './promotion-skus-set.node';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const lines = { name: 'nome', sku: 'sku', effect: 'desconto', beginDate: 'de', endDate: 'ate' };
const dates = { de: '2026-11-27T00:00:00-03:00', ate: '2026-11-30T00:00:00-03:00' };
const row = (nome: string, sku: number, desconto: number | string = 10, more: Row = {}): Row => ({
  ...{ nome, sku, desconto, ...dates },
  ...more,
});

async function load(rows: Row[], config: Row = {}, dryRun = false) {
  const settings = { mapping: mapping(lines), ...config };
  const plan = compilePlan(flowOf(skusSet, settings), new Map([[skusSet.id, skusSet]]), { parameters: {} });
  const host = hostOf({ store: storeConnection(sandbox) });
  return testNode(plan, 'node', rows, { host, signal: new AbortController().signal, dryRun });
}

/** Percentages by SKU, by name; sorted, because promotions are sent side by side. */
const effects = () =>
  [...sandbox.state.promotions.effects]
    .map(([id, list]): [string, object] => [
      sandbox.state.promotions.all.get(id)?.name ?? '',
      Object.fromEntries(list),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
const codes = (failed: Awaited<ReturnType<typeof load>>['failed']) => failed.map(({ error }) => error.code);

test('rows of one name make one promotion, and of two rows for one SKU the later counts', async () => {
  const rows = [row('A', 1), row('B', 1, 5), row('A', 2, 12.5), row('A', 1, 20)];
  const { outputs } = await load(rows, { cumulative: true });
  expect(effects()).toEqual([
    ['A', { 1: 20, 2: 12.5 }],
    ['B', { 1: 5 }],
  ]);
  expect(outputs['out']?.map(({ promotion }) => promotion)).toMatchObject([
    { name: 'A', skus: 2, change: 'created' },
    { name: 'B', skus: 1, change: 'created' },
  ]);
  expect([...sandbox.state.promotions.all.values()].find(({ name }) => name === 'A')).toMatchObject({
    ...{ beginDateUtc: '2026-11-27T03:00:00.000Z', endDateUtc: '2026-11-30T03:00:00.000Z', cumulative: true },
  });
});

test('a promotion of that name gets the new list, and no second one is made', async () => {
  await load([row('A', 1), row('A', 2)]);
  const { outputs } = await load([row('A', 3)]);
  expect(effects()).toEqual([['A', { 3: 10 }]]);
  expect(outputs['out']?.[0]?.['promotion']).toMatchObject({ change: 'updated' });
});

test('when the answer is lost, what was made is found and written again, not made twice', async () => {
  sandbox.faults.add([{ route: 'POST *import/calculatorConfiguration', kind: 'drop-after', count: 1 }]);
  const { failed } = await load([row('A', 1)]);
  expect(failed).toEqual([]);
  expect(sandbox.state.promotions.all.size).toBe(1);
  expect(sandbox.state.creates.doubled()).toEqual([]);
});

test('a list of more SKUs than VTEX takes is not sent in part', async () => {
  const many = Array.from({ length: 401 }, (_, n) => row('A', n + 1));
  const { failed } = await load([...many, row('B', 1)]);
  expect(codes(failed)).toEqual(['vtex.promotion-too-many-skus']);
  expect(failed[0]?.error.values).toMatchObject({ rows: 401, most: 400 });
  expect(effects().map(([name]) => name)).toEqual(['B']);
});

test('rows of one name that do not agree on dates, dates in the wrong order and names with accents fail the promotion', async () => {
  const { failed } = await load([
    ...[row('A', 1), row('A', 2, 10, { ate: '2026-12-24T00:00:00Z' })],
    row('B', 1, 10, { de: '2026-12-01T00:00:00Z' }),
    row('Semana do Café', 1),
  ]);
  expect(codes(failed)).toEqual([
    'vtex.promotion-dates-differ',
    'vtex.promotion-ends-first',
    'vtex.promotion-name-letters',
  ]);
  expect(effects()).toEqual([]);
});

test('a row whose values are wrong fails by itself, and the others are a promotion', async () => {
  const { failed } = await load([row('A', 1), row('A', 2, 'dez')]);
  expect(failed.map(({ input, error }) => [(input as Row)['sku'], error.code])).toEqual([
    [2, 'nodes.value-not-a-number'],
  ]);
  expect(effects()).toEqual([['A', { 1: 10 }]]);
});

describe('tried again', () => {
  const again = async (input: Row) => {
    const { failed } = await runNode(sandbox, skusSet, { mapping: mapping(lines) }, [input]);
    return codes(failed);
  };

  test('a promotion is sent with its whole list', async () => {
    sandbox.faults.add([{ route: 'POST *import/calculatorConfiguration', kind: '429', count: 9 }]);
    const { failed } = await load([row('A', 1), row('A', 2)]);
    expect(codes(failed)).toEqual(['vtex.rate-limited']);
    sandbox.faults.clear();
    expect(await again(failed[0]?.input as Row)).toEqual([]);
    expect(effects()).toEqual([['A', { 1: 10, 2: 10 }]]);
  });

  test('a single row does not become the whole list', async () => {
    await load([row('A', 1), row('A', 2)]);
    expect(await again(row('A', 3))).toEqual(['vtex.promotion-row-alone']);
    expect(effects()).toEqual([['A', { 1: 10, 2: 10 }]]);
  });
});

test('a dry run sends nothing and shows the file', async () => {
  const { requests } = await load([row('A', 1)], {}, true);
  expect(requests.map(({ request }) => [request.method, request.body])).toEqual([
    ['POST', 'sku,effect\n1,10\n'],
  ]);
  expect(effects()).toEqual([]);
});
