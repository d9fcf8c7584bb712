// Freight tables: lists instead of single calls, nothing inserted twice, one wrong line fails alone.
import type { Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { mapping, runNode } from '../vtex/store.testing';
import freightSet from './freight-set.node';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  sandbox.state.logistics.freights.set('normal', []);
});

const lines = {
  carrierId: '$exists(policy) ? policy : "normal"',
  zipCodeStart: 'from',
  zipCodeEnd: 'to',
  weightStart: '0',
  weightEnd: 'weight',
  absoluteMoneyCost: 'price',
  timeCost: '"2"',
};
const set = (rows: Row[], operation = 'save', more: Row = {}) =>
  runNode(sandbox, freightSet, { mapping: mapping(lines), operation, ...more }, rows);
const line = (at: number, price = 10): Row => ({
  from: `0${at}000-000`,
  to: `0${at}999-999`,
  weight: 5000,
  price,
});
const table = () => sandbox.state.logistics.freights.get('normal') ?? [];
const posts = () => sandbox.journal.recent().filter(({ method }) => method === 'POST');

test('rows of a page go as one list, with the price as a decimal in a text', async () => {
  const { rows } = await set(
    [1, 2, 3, 4, 5].map((at) => line(at)),
    'insert',
  );
  expect(rows.map(({ freight }) => (freight as Row)['change'])).toEqual(Array(5).fill('created'));
  expect(posts()).toHaveLength(1);
  expect(posts()[0]?.request).toMatchObject([
    { zipCodeStart: '01000000', absoluteMoneyCost: '10.00', timeCost: '2.00:00:00', operationType: 1 },
    ...[{}, {}, {}, {}],
  ]);
});

test('lists are of one policy and not longer than the setting', async () => {
  sandbox.state.logistics.policies.set('expresso', { id: 'expresso' });
  await set([line(1), line(2), line(3), { ...line(1), policy: 'expresso' }], 'insert', { lotSize: 2 });
  expect(
    posts()
      .map(({ request }) => (request as Row[]).length)
      .sort(),
  ).toEqual([1, 1, 2]);
});

test('a line that is there is changed or left alone, never inserted a second time', async () => {
  await set([line(1), line(2)]);
  const { rows } = await set([line(1, 12.9), line(2), line(3)]);
  expect(rows.map(({ freight }) => (freight as Row)['change'])).toEqual(['updated', 'unchanged', 'created']);
  expect(
    table()
      .map(({ absoluteMoneyCost }) => absoluteMoneyCost)
      .sort(),
  ).toEqual([10, 10, 12.9]);
  expect(sandbox.state.creates.doubled()).toEqual([]);
});

test('what is not mapped of a line that is there stays', async () => {
  await set([line(1)]);
  Object.assign(table()[0] ?? {}, { pricePercent: 5, maxVolume: 900 });
  await set([line(1, 15)]);
  expect(table()).toMatchObject([{ absoluteMoneyCost: 15, pricePercent: 5, maxVolume: 900 }]);
});

test('two rows of one range in one page make one line', async () => {
  const { rows } = await set([line(1), line(1), line(1, 15)]);
  expect(rows).toHaveLength(3);
  expect(table()).toHaveLength(1);
  expect(sandbox.state.creates.doubled()).toEqual([]);
});

test('an insert whose answer was lost is looked up, not repeated', async () => {
  sandbox.faults.add([{ route: 'POST *values/update', kind: 'drop-after', count: 1 }]);
  const { rows, failed } = await set([line(1), line(2)], 'insert');
  expect([rows.length, failed]).toEqual([2, []]);
  expect(table()).toHaveLength(2);
  expect(sandbox.state.creates.doubled()).toEqual([]);
});

test('a wrong line fails alone: the others of its list are taken once', async () => {
  const { rows, failed } = await set([line(1), { ...line(2), price: 11 }, line(3)], 'update');
  expect([rows.length, failed.length]).toEqual([0, 3]);
  await set([line(1), line(3)], 'insert');
  const again = await set([line(1, 20), line(2), line(3, 20)], 'update');
  expect(again.failed.map(({ row }) => row)).toEqual([2]);
  expect(table().map(({ absoluteMoneyCost }) => absoluteMoneyCost)).toEqual([20, 20]);
});

test('lines are deleted by their range, and weights that run backwards are refused here', async () => {
  await set([line(1)]);
  await set([line(1)], 'delete');
  expect(table()).toEqual([]);
  const { failed } = await runNode(
    sandbox,
    freightSet,
    { mapping: mapping({ ...lines, weightStart: '9000' }), operation: 'insert' },
    [line(1)],
  );
  expect(failed[0]?.error).toMatchObject({ code: 'vtex.freight-weights', values: { from: 9000, to: 5000 } });
});
