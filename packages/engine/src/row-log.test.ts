// What is told of each row: what it was, what was sent for it, what came back, how it ended, and what it is found by.
import { RemoteError, type Json, type Row } from '@eclusa/flow';
import { each, gather, map, n, node, numbers, planOf, range, run, testHost } from './flows.testing';
import type { LoggedRow } from './ports';
import { RowKeys, templatesOf } from './row-keys';

const answering = testHost({ fetch: async () => new Response('{}', { status: 201 }) });

/** Sends each row by PUT to an address with its id, and fails for the id 3. */
const put = node({
  group: 'vtex',
  requests: ['PUT /prices/{itemId}', 'GET /prices/{itemId}'],
  behaviour: {
    kind: 'action',
    effect: 'idempotent',
    prepare: async ({ fetch }) => ({
      async run(row: Row) {
        const url = `https://store.example/prices/${n(row) + 1000}`;
        await fetch(url, { method: 'GET' });
        await fetch(url, {
          method: 'PUT',
          body: JSON.stringify({ value: n(row), items: [{ RefId: `R${n(row)}` }] }),
        });
        if (n(row) === 3) throw new RemoteError('test.refused', { retryable: false });
        return [{ value: { ...row, priceOf: 'store' } }];
      },
    }),
  },
});

async function logOf(
  plan: ReturnType<typeof planOf>,
  rows: readonly Row[],
  more: object = {},
): Promise<LoggedRow[]> {
  return (await run(plan, 'src', rows, { host: answering, logRows: true, ...more })).log;
}

test('a written row tells its value, the value as it was mapped, each write, and what the answer added', async () => {
  const mapped = map((row) => ({ ...row, ean: '789' }));
  const plan = planOf({ src: numbers(0), mapped, put }, 'src > mapped', 'mapped > put');
  const [line] = await logOf(plan, [{ n: 1, sku: 'A-1' }]);
  expect(line).toEqual({
    ...{ row: 1, end: 'written', keys: ['A-1', '1001', 'R1', '789'], value: { n: 1, sku: 'A-1' } },
    steps: [
      {
        node: 'put',
        input: { n: 1, sku: 'A-1', ean: '789' },
        requests: [
          {
            method: 'PUT',
            url: 'https://store.example/prices/1001',
            body: '{"value":1,"items":[{"RefId":"R1"}]}',
            status: 201,
          },
        ],
        result: { priceOf: 'store' },
      },
    ],
  });
});

test('a failed row tells the error beside what was sent, a row that was left out the box it was left out at', async () => {
  const odd = each((row) => (n(row) % 2 === 1 ? [{ value: row }] : []));
  const log = await logOf(planOf({ src: numbers(0), odd, put }, 'src > odd', 'odd > put'), range(1, 3));
  expect(log.map(({ row, end }) => `${row} ${end}`)).toEqual(['1 written', '2 skipped', '3 failed']);
  expect(log[1]).toMatchObject({ leftAt: 'odd', steps: [] });
  expect(log[2]?.steps[0]).toMatchObject({ error: { code: 'test.refused' }, requests: [{ status: 201 }] });
});

test('rows that are as they were leave no line, and neither do those handed to a box that needs all rows', async () => {
  const changed = node({
    outputs: [],
    behaviour: { kind: 'changes', prepare: () => (row: Row) => ({ key: String(n(row)), content: 'same' }) },
  });
  const plan = planOf({ src: numbers(0), changed, put }, 'src > changed', 'changed > put');
  const first = await run(plan, 'src', range(1, 2), { host: answering, logRows: true });
  const known = new Map(first.remembered.map(({ key, hash }) => [key, hash]));
  const memory = { ...answering.memory, load: async () => known };
  const again = { host: { ...answering, memory } };
  expect(first.log.map(({ row }) => row)).toEqual([1, 2]);
  expect((await logOf(plan, range(1, 2), again)).map(({ row }) => row)).toEqual([]);
  const collected = planOf({ src: numbers(0), all: gather(), put }, 'src > all', 'all > put');
  expect(await logOf(collected, range(1, 2))).toEqual([]);
});

test('nothing is told in a dry run, or where nobody asked', async () => {
  const plan = planOf({ src: numbers(0), put }, 'src > put');
  expect(await logOf(plan, range(1, 1), { dryRun: true })).toEqual([]);
  expect(await logOf(plan, range(1, 1), { logRows: false })).toEqual([]);
});

test('long rows are cut, so that a line stays small whatever a row holds', async () => {
  const row = Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`f${i}`, 'x'.repeat(900)])) as Row;
  const [line] = await logOf(planOf({ src: numbers(0), put }, 'src > put'), [{ sku: 'A', ...row }]);
  expect(JSON.stringify(line?.value).length).toBeLessThan(2_500);
  expect(line?.keys[0]).toBe('A');
});

test.each<[Row, string[]]>([
  [{ SKU: 'A', Ref_Id: 'B', Código: 7, description: 'no' }, ['A', 'B', '7']],
  [{ orderId: '123-01', numeroPedido: ' 55 ', ean: '', gtin: null, itemId: true as Json }, ['123-01', '55']],
  [{ sku: 'x'.repeat(65), id: 0 }, ['0']],
])('the codes of %j are found by their names', (row, expected) => {
  const keys = new RowKeys();
  keys.addFields(row);
  expect(keys.list).toEqual(expected);
});

test('of an address only its telling parts are keys', () => {
  const keys = new RowKeys();
  const templates = templatesOf(['PUT /inventory/skus/{skuId}/warehouses/{warehouseId}', 'POST /plain']);
  expect(templates).toHaveLength(1);
  keys.addAddress('PUT', 'https://s.example/api/inventory/skus/a%20b/warehouses/1_1?x=1', templates);
  keys.addAddress('GET', 'https://s.example/api/inventory/skus/9/warehouses/1_1', templates);
  expect(keys.list).toEqual(['a b']);
});
