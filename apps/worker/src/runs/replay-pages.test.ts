import type { Plan } from '@eclusa/engine';
import type { ErrorRecord } from '@eclusa/flow';
import { groupReplay, type ReplayRow } from './replay-pages';

const error: ErrorRecord = { kind: 'user', code: 'x.y', values: {} };
const node = (kind: string, disabled = false) => ({ type: { behaviour: { kind } }, disabled });
const plan = {
  entries: [{ node: 'erp' }, { node: 'sum' }],
  nodes: new Map([
    ['erp', node('source')],
    ['price', node('action')],
    ['stock', node('action')],
    ['old', node('action', true)],
    ['sum', node('barrier')],
  ]),
} as unknown as Plan;

const row = (at: string, number: number, more: Partial<ReplayRow> = {}): ReplayRow => ({
  ...{ entry: 'erp', node: at, port: 'in', row: number, input: { n: number }, error },
  ...more,
});

test('a row in doubt that a person found done goes on behind its node, with what was added', () => {
  const happened = row('price', 1, { happened: { price: { id: 5 } } });
  const again = row('price', 2);
  const { pages } = groupReplay([happened, again], plan, 10);
  expect(pages).toEqual([
    {
      entry: 'erp',
      at: { node: 'price', port: 'out', side: 'output' },
      rows: [{ row: 1, value: { n: 1, price: { id: 5 } } }],
    },
    { entry: 'erp', at: { node: 'price', port: 'in', side: 'input' }, rows: [{ row: 2, value: { n: 2 } }] },
  ]);
});

test('a row that failed in a run of another flow is collected again, as if it came from before the box', () => {
  const calling = {
    entries: [{ node: 'erp' }, { node: 'sum' }, { node: 'call', fedBy: ['sum'] }],
    nodes: new Map([['call', { type: { behaviour: { kind: 'barrier', runsFlow: true } }, disabled: false }]]),
  } as unknown as Plan;
  const { pages, rest } = groupReplay([row('call', 7, { entry: 'call' })], calling, 10);
  expect(rest).toEqual([]);
  expect(pages).toEqual([
    { entry: 'sum', at: { node: 'call', port: 'in', side: 'input' }, rows: [{ row: 7, value: { n: 7 } }] },
  ]);
});

test('rows go back into the node they failed at, grouped and never more than a page', () => {
  const rows = [
    row('price', 1),
    row('stock', 1),
    row('price', 2),
    row('price', 3),
    row('price', 4, { entry: 'sum' }),
  ];
  const { pages, rest } = groupReplay(rows, plan, 2);
  expect(rest).toEqual([]);
  expect(pages.map((page) => [page.entry, page.at.node, page.rows.map((one) => one.row)])).toEqual([
    ['erp', 'price', [1, 2]],
    ['erp', 'stock', [1]],
    ['erp', 'price', [3]],
    ['sum', 'price', [4]],
  ]);
  expect(pages[0]?.at).toEqual({ node: 'price', port: 'in', side: 'input' });
});

test('one row that failed twice at a node is counted in two pages', () => {
  const { pages } = groupReplay([row('price', 7), row('price', 7)], plan, 100);
  expect(pages.map((page) => page.rows)).toEqual([
    [{ row: 7, value: { n: 7 } }],
    [{ row: 7, value: { n: 7 } }],
  ]);
});

test('what cannot go in again stays a failed row with the reason', () => {
  const refused = row('erp', 1, { input: 'broken;line' });
  const gone = [row('removed', 2), row('old', 3), row('price', 4, { entry: 'removed' })];
  const { pages, rest } = groupReplay([refused, ...gone], plan, 100);
  expect(pages).toEqual([]);
  expect(rest.map((one) => one.error.code)).toEqual(['x.y', ...gone.map(() => 'worker.replay-node-gone')]);
});
