// Whole flows over the files that ERPs and banks leave, into a sandbox store: what arrives, and that it arrives once.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryChanges, type Host } from '@eclusa/engine';
import type { FlowDocument } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { memoryFiles } from '../harness.testing';
import { guardedReach } from '../net/reach';
import { itWithSamples, sample } from '../samples.testing';
import { lineOf } from '../source/cnab.testing';
import { isKey } from '../vtex-orders/nfe';
import { exampleNfe } from '../vtex-orders/nfe-example';
import { storeConnection } from '../vtex/store.testing';
import { chain, runFlow, vtex } from './flows.testing';
import { controlRecord, dataRecord, maktmData, maramData } from './formats/idoc.testing';
import { startSftp } from './servers.testing';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ limits: 'off' });
  sandbox.state.orders.times = { ...sandbox.state.orders.times, indexLag: 0, change: 0 };
});
afterEach(() => sandbox.close());

const run = (flow: FlowDocument, own: Partial<Host>) => runFlow(sandbox, flow, own);

/** So many materials as SAP writes them to a file. */
function materials(count: number): string {
  const lines = Array.from({ length: count }, (_, at) => at + 1).flatMap((n) => {
    const id = String(n);
    const number = `000000000000001${id}`;
    return [
      controlRecord(id),
      dataRecord('E2MARAM009', [id, 1, 0], maramData({ number, group: 'CAFE', weight: `${n}.250` })),
      dataRecord('E2MAKTM001', [id, 2, 1], maktmData(`Cafeteira modelo ${n}`)),
      dataRecord('E2MARMM002', [id, 3, 1], `005EA 1    1    ${`789000000000${n}`.padEnd(18)}HE`),
    ];
  });
  return lines.join('\r\n');
}

/** The catalogue from a file of IDocs. */
async function loadMaterials(count: number) {
  const material = 'E1MARAM[0]';
  const flow = chain(
    ['idoc', 'source.idoc', { file: 'matmas.idoc' }],
    ['category', 'vtex.category-upsert', vtex({ path: `${material}.MATKL` })],
    ['brand', 'vtex.brand-upsert', vtex({ Name: '"SAP"' })],
    [
      'product',
      'vtex.product-upsert',
      vtex({
        RefId: `$string($number(${material}.MATNR))`,
        Name: `${material}.E1MAKTM[SPRAS="P"][0].MAKTX`,
        CategoryId: 'category.id',
        BrandId: 'brand.id',
      }),
    ],
    [
      'sku',
      'vtex.sku-upsert',
      vtex({
        RefId: `$string($number(${material}.MATNR))`,
        ProductId: 'product.id',
        Name: `${material}.E1MAKTM[0].MAKTX`,
        PackagedWeightKg: `${material}.BRGEW`,
        PackagedHeight: '10',
        PackagedWidth: '10',
        PackagedLength: '10',
      }),
    ],
  );
  return run(flow, { files: memoryFiles({ 'matmas.idoc': materials(count) }) });
}

/** An NF-e of one order and number, with a key whose last digit holds. */
function nfeOf(order: string, number: number): string {
  const start = `3526111234567800019555001${String(number).padStart(9, '0')}112345678`;
  const key = [...'0123456789'].map((digit) => start + digit).find(isKey) as string;
  return exampleNfe
    .replaceAll('35261112345678000195550010000047111123456788', key)
    .replace('<nNF>4711<', `<nNF>${number}<`)
    .replace('</prod>', `<xPed>${order}</xPed></prod>`);
}

test('NF-e on SFTP leave the right orders invoiced, and the next run sends only what came since', async () => {
  await loadMaterials(1);
  const wanted = { skuId: 1, quantity: 2, price: 2500, shipping: 1500, status: 'handling' as const };
  const orders = [1, 2, 3].map(() => sandbox.placeOrder(wanted).document.orderId);
  const server = await startSftp();
  const leave = (at: number) =>
    writeFileSync(join(server.folder, `nfe-${at}.xml`), nfeOf(orders[at] as string, 100 + at));
  const flow = chain(
    [
      'nfe',
      'source.nfe',
      { from: 'server', server: 'erp', pattern: 'nfe-*.xml', after: 'move', moveTo: 'lidas' },
    ],
    [
      'invoice',
      'vtex.order-invoice-nfe',
      { ...vtex({ orderId: 'order', embeddedInvoice: 'xml' }), matchBy: 'id' },
    ],
  );
  const store = storeConnection(sandbox);
  const connection = async (slot: string) => (slot === 'erp' ? server.connection : store);
  const host = { connection, reach: guardedReach({ allow: [server.allow] }), memory: memoryChanges() };
  try {
    leave(0);
    leave(2);
    expect(await run(flow, host)).toMatchObject({ totals: { read: 2, written: 2 }, failed: [] });
    const invoiced = () =>
      orders.map((id) =>
        sandbox.state.orders.find(id)?.document.packageAttachment.packages.map((one) => one.invoiceNumber),
      );
    expect(invoiced()).toEqual([['100-1'], [], ['102-1']]);
    leave(1);
    expect((await run(flow, host)).totals).toMatchObject({ read: 1, written: 1 });
    expect(invoiced()).toEqual([['100-1'], ['101-1'], ['102-1']]);
    expect((await run(flow, host)).totals).toMatchObject({ read: 0 });
  } finally {
    await server.close();
  }
});

test('IDocs of SAP become products and SKUs', async () => {
  expect(await loadMaterials(3)).toMatchObject({ totals: { read: 3, written: 3 }, failed: [] });
  const products = sandbox
    .products()
    .map(({ refId, name, category, skus }) => [refId, name, category, skus.length]);
  expect(products.sort()).toEqual([
    ['11', 'Cafeteira modelo 1', 'CAFE', 1],
    ['12', 'Cafeteira modelo 2', 'CAFE', 1],
    ['13', 'Cafeteira modelo 3', 'CAFE', 1],
  ]);
});

test('a CNAB return becomes payment notifications of the orders that were paid, and of no other', async () => {
  await loadMaterials(1);
  const wanted = { skuId: 1, price: 2500, payment: 'notification', status: 'payment-pending' } as const;
  const orders = [1, 2, 3].map(() => sandbox.placeOrder(wanted).document.orderId);
  const title = (order: string, movement: string, at: number) =>
    [
      lineOf(
        240,
        [1, '34100013'],
        [9, `${String(at).padStart(5, '0')}T`],
        [16, movement],
        [38, String(at)],
        [106, order],
        [82, '000000000002500'],
      ),
      lineOf(
        240,
        [1, '34100013'],
        [9, `${String(at + 1).padStart(5, '0')}U`],
        [16, movement],
        [78, '000000000002500'],
        [138, '2311202624112026'],
      ),
    ].map((line) => line.trimEnd());
  const [first, second, third] = orders as [string, string, string];
  const lines = [
    lineOf(240, [1, '34100000'], [73, 'LOJA'], [143, '224112026']),
    ...title(first, '06', 1),
    ...title(second, '02', 3),
    ...title(third, '06', 5),
    lineOf(240, [1, '34199999'], [24, '000008']),
  ];
  const flow = chain(
    ['cnab', 'source.cnab', { file: 'retorno.ret' }],
    ['paid', 'transform.filter', { condition: 'movimento = "06" and valorPago > 0' }],
    ['notify', 'vtex.order-payment-notify', vtex({ orderId: 'identificacao' })],
  );
  const files = memoryFiles({ 'retorno.ret': lines.join('\r\n') });
  expect(await run(flow, { files })).toMatchObject({ totals: { read: 3, written: 2 }, failed: [] });
  const pending = orders.map((id) => sandbox.state.orders.find(id)?.document.status === 'payment-pending');
  expect(pending).toEqual([false, true, false]);
});

itWithSamples('the Olist products get categories by their translated names, each made once', async () => {
  const name = 'product_category_name';
  const flow = chain(
    ['products', 'source.csv', { file: 'products.csv' }],
    ['joined', 'transform.join', { keys: [{ left: name, right: name }], kind: 'inner', name: 'category' }],
    ['made', 'vtex.category-upsert', { ...vtex({ path: `category.${name}_english` }), saveAs: 'made' }],
    ['brand', 'vtex.brand-upsert', vtex({ Name: '"Olist"' })],
    [
      'product',
      'vtex.product-upsert',
      vtex({
        RefId: 'product_id',
        Name: '"Produto " & product_id',
        CategoryId: 'made.id',
        BrandId: 'brand.id',
      }),
    ],
  );
  flow.nodes['names'] = { type: 'source.csv', version: 1, config: { file: 'names.csv' } };
  const [first, ...rest] = flow.edges;
  flow.edges = [
    { from: { node: 'products', port: 'out' }, to: { node: 'joined', port: 'left' } },
    { from: { node: 'names', port: 'out' }, to: { node: 'joined', port: 'right' } },
    ...rest,
  ];
  expect(first?.to.node).toBe('joined');
  const files = memoryFiles({
    'products.csv': sample('olist/olist_products_first400.csv'),
    'names.csv': sample('olist/product_category_name_translation.csv'),
  });
  const { totals, failed } = await run(flow, { files });
  expect(failed).toEqual([]);
  const products = sandbox.products();
  expect(products).toHaveLength(totals.derived);
  expect(products.length).toBeGreaterThan(380);
  const categories = new Set(products.map(({ category }) => category));
  expect(categories.has('perfume')).toBe(true);
  const made = sandbox.journal
    .recent()
    .filter(({ method, url }) => method === 'POST' && /\/category$/.test(url));
  expect(made.length).toBeLessThanOrEqual(categories.size);
  expect(sandbox.state.creates.doubled()).toEqual([]);
});
