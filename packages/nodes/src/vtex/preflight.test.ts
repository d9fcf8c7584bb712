// What a flow needs of the key is known from its boxes; what the key has is found out by reads alone.
import { emptyFlow, type FlowDocument } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { catalogue } from '../index';
import { guardedFetch } from '../net/guarded-fetch';
import { checkRights, neededRights } from './preflight';
import { storeConnection } from './store.testing';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

function flow(...boxes: [string, string, object?][]): FlowDocument {
  const document = emptyFlow('test');
  document.slots = { store: { kind: 'vtex', name: 'Store' }, other: { kind: 'vtex', name: 'Other' } };
  for (const [id, type, config = {}] of boxes)
    document.nodes[id] = { type, version: 1, config: { connection: 'store', ...config } };
  return document;
}

const isStore = (slot: string) => slot === 'store';
const needs = (document: FlowDocument) => neededRights(document, catalogue(), isStore);
const check = (resources: string[]) =>
  checkRights(storeConnection(sandbox), resources, {
    fetch: guardedFetch({ allow: [new URL(sandbox.url).host] }),
    signal: AbortSignal.timeout(10_000),
  });

test('the boxes that need a resource are named, those of other stores and switched off ones are not', () => {
  const document = flow(
    ['price', 'vtex.price-set'],
    ['again', 'vtex.price-set'],
    ['elsewhere', 'vtex.price-set', { connection: 'other' }],
    ['off', 'vtex.stock-set'],
  );
  document.nodes['off']!.disabled = true;
  expect(needs(document)).toEqual([
    { resource: 'Pricing: Modify prices', nodes: ['price', 'again'] },
    { resource: 'Pricing: Read prices', nodes: ['price', 'again'] },
  ]);
});

test('a box for any request needs what its own form names', () => {
  const config = { method: 'POST', path: '/api/oms/pvt/orders/{orderId}/invoice' };
  expect(needs(flow(['invoice', 'vtex.request', config]))).toEqual([
    { resource: 'OMS: Notify invoice', nodes: ['invoice'] },
  ]);
});

test('a POST that only looks asks for the right to read', () => {
  const look = (method: string, path: string) => needs(flow(['look', 'vtex.request', { method, path }]));
  const calculate = '/api/logistics/pvt/shipping/calculate';
  expect(look('POST', calculate)).toEqual([{ resource: 'Logistics: Logistics viewer', nodes: ['look'] }]);
  expect(needs(flow(['look', 'vtex.shipping-calculate']))).toEqual(look('POST', calculate));
});

test('rights of payments and customer credit are found by reads', async () => {
  const rights = [
    'Credit Control: Read Checking Accounts',
    'Credit Control: Read Invoices',
    'PCI Gateway: View Payment Data',
  ];
  expect([...(await check(rights))].map(([, right]) => right)).toEqual(['ok', 'ok', 'ok']);
  await fetch(`${sandbox.url}/_sandbox/roles`, { method: 'PUT', body: JSON.stringify({ without: rights }) });
  expect([...(await check(rights))].map(([, right]) => right)).toEqual(['missing', 'missing', 'missing']);
  const asked = sandbox.journal.recent().map(({ method }) => method);
  expect(new Set(asked)).toEqual(new Set(['GET']));
});

test('a resource the key lacks is found by a read, a right to write is not guessed', async () => {
  await fetch(`${sandbox.url}/_sandbox/roles`, {
    method: 'PUT',
    body: JSON.stringify({ without: ['Pricing: Read prices', 'Pricing: Modify prices'] }),
  });
  const rights = await check(['Pricing: Read prices', 'Pricing: Modify prices', 'Catalog: SKUs']);
  expect([...rights]).toEqual([
    ['Pricing: Read prices', 'missing'],
    ['Pricing: Modify prices', 'untestable'],
    ['Catalog: SKUs', 'ok'],
  ]);
  expect(sandbox.journal.recent().filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('a store that does not answer leaves everything unknown', async () => {
  await fetch(`${sandbox.url}/_sandbox/faults`, {
    method: 'PUT',
    body: JSON.stringify([{ route: 'GET *', kind: '503' }]),
  });
  expect([...(await check(['Catalog: SKUs']))]).toEqual([['Catalog: SKUs', 'unanswered']]);
});
