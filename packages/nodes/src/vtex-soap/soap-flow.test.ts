// The SOAP boxes in a whole flow: demo ERP → sandbox store, beside the same flow converted to REST.
import { compilePlan, runInProcess, type FailedRow } from '@eclusa/engine';
import {
  applyEdits,
  describeNode,
  successorOf,
  validateFlow,
  type FlowDocument,
  type Json,
  type NodeType,
} from '@eclusa/flow';
import { startErp, startSandbox, type Erp, type Sandbox } from '@eclusa/sandbox';
import { flowTemplates } from '../flow-templates';
import { readAll, sorted } from '../harness.testing';
import { nodeTypes } from '../index';
import { erpConnection, hostOf, mapping, runNode, storeConnection } from '../vtex/store.testing';

const catalogue = new Map([...nodeTypes].map(([id, node]) => [id, describeNode(node)]));
const soapNodes = [...nodeTypes.values()].filter(({ area }) => area === 'soap');
const box = (id: string): NodeType => nodeTypes.get(id) as NodeType;

let overSoap: Sandbox;
let overRest: Sandbox;
let erp: Erp;

beforeAll(async () => {
  const options = { limits: 'off', clock: () => Date.UTC(2026, 10, 23) } as const;
  [overSoap, overRest, erp] = await Promise.all([
    startSandbox(options),
    startSandbox(options),
    startErp({ products: 100 }),
  ]);
});
beforeEach(() => {
  overSoap.reset();
  overRest.reset();
});
afterAll(() => Promise.all([overSoap.close(), overRest.close(), erp.close()]));

/** The flow that comes with Eclusa, its catalogue and prices over SOAP. */
function soapFlow(): FlowDocument {
  const document = flowTemplates().find(({ id }) => id === 'products-prices-stock')?.document;
  if (!document) throw new Error('the sample flow is missing');
  const soap = (id: string, type: string, lines?: Record<string, string>) => {
    const node = document.nodes[id]!;
    const config = lines ? { ...node.config, mapping: mapping(lines) } : node.config;
    return [id, { ...node, type, version: 1, config }] as const;
  };
  const boxes = [
    soap('category', 'vtex.soap-category-upsert'),
    soap('brand', 'vtex.soap-brand-upsert'),
    soap('product', 'vtex.soap-product-upsert'),
    soap('sku', 'vtex.soap-sku-upsert', {
      RefId: 'codigo',
      ProductId: 'product.id',
      Name: 'nome',
      Ean: 'ean',
      WeightKg: 'peso_g / 1000',
      Height: 'altura_cm / 100',
      Width: 'largura_cm / 100',
      Length: 'comprimento_cm / 100',
    }),
    soap('price', 'vtex.soap-price-set', { stockKeepintUnitId: 'sku.id', price: 'preco' }),
  ];
  return { ...document, nodes: { ...document.nodes, ...Object.fromEntries(boxes) } };
}

interface Options {
  store?: Record<string, Json>;
  dryRun?: boolean;
}

async function run(document: FlowDocument, sandbox: Sandbox, options: Options = {}) {
  const failed: FailedRow[] = [];
  const requests: { method: string; url: string; body?: Json }[] = [];
  const store = storeConnection(sandbox, {
    pricingWritesPerSecond: 10_000,
    otherCallsPerSecond: 10_000,
    ...options.store,
  });
  const summary = await runInProcess(compilePlan(document, nodeTypes, { parameters: {} }), {
    host: hostOf({ erp: erpConnection(erp), store }, 8),
    signal: new AbortController().signal,
    pageSize: 50,
    freezeRows: true,
    dryRun: options.dryRun ?? false,
    onFailed: (row) => failed.push(row),
    onRequest: ({ request }) => requests.push(request as (typeof requests)[number]),
  });
  return { summary, failed, requests };
}

const stateOf = (sandbox: Sandbox) =>
  sandbox
    .products()
    .map(({ id: _id, skus, ...product }) => ({ ...product, skus: skus.map(({ id: _sku, ...sku }) => sku) }))
    .sort((a, b) => String(a.refId).localeCompare(String(b.refId)));

test('the catalogue of the demo ERP arrives over SOAP, and converted to REST the flow leaves the same state', async () => {
  const soap = soapFlow();
  expect(validateFlow(soap, catalogue)).toEqual([]);
  const first = await run(soap, overSoap);
  expect([first.summary.state, first.failed.map(({ node }) => node)]).toEqual([
    'completed',
    first.failed.map(() => 'clean'),
  ]);
  expect(overSoap.products()).toHaveLength(erp.expected().products.length);
  expect(overSoap.state.creates.doubled()).toEqual([]);

  const steps = Object.keys(soap.nodes).flatMap((id) => successorOf(soap, id, catalogue) ?? []);
  expect(steps.map(({ edit, leftBehind }) => [edit.node.type, leftBehind])).toEqual(
    expect.arrayContaining(
      ['category-upsert', 'brand-upsert', 'product-upsert', 'sku-upsert', 'price-set'].map((id) => [
        `vtex.${id}`,
        [],
      ]),
    ),
  );
  const rest = applyEdits(
    soap,
    steps.map(({ edit }) => edit),
  );
  expect(validateFlow(rest, catalogue)).toEqual([]);
  const second = await run(rest, overRest);
  expect(second.failed.map(({ row }) => row)).toEqual(first.failed.map(({ row }) => row));
  expect(stateOf(overRest)).toEqual(stateOf(overSoap));
});

test('run again over SOAP, only prices and stock are written', async () => {
  await run(soapFlow(), overSoap);
  const before = stateOf(overSoap);
  overSoap.journal.clear();
  await run(soapFlow(), overSoap);
  expect(stateOf(overSoap)).toEqual(before);
  const called = Object.keys(overSoap.journal.counters());
  expect(called.filter((name) => name.includes('InsertUpdate'))).toEqual([]);
});

test('lost answers and a service that breaks down double nothing', async () => {
  overSoap.faults.add([
    { route: 'POST /service.svc', kind: '503', nth: 7, count: 20 },
    { route: 'POST /service.svc', kind: 'drop', nth: 31, count: 3 },
  ] as never);
  const { summary } = await run(soapFlow(), overSoap);
  expect(summary.state).toBe('completed');
  expect(overSoap.state.creates.doubled()).toEqual([]);
  overSoap.faults.clear();
});

test('a dry run reads over SOAP, shows the messages it would send, and sends none', async () => {
  const { requests, summary } = await run(soapFlow(), overSoap, { dryRun: true });
  expect([summary.state, summary.totals.failed]).toEqual(['completed', erp.expected().failed.length]);
  expect(overSoap.products()).toEqual([]);
  const sent = (method: string) =>
    requests.filter(({ body }) => String(body).includes(`<t:${method} `)).length;
  expect(sent('ProductInsertUpdate')).toBe(erp.expected().products.length);
  expect([sent('ProductGetByRefId'), overSoap.journal.counters()]).toEqual([
    0,
    expect.objectContaining({ 'POST /service.svc ProductGetByRefId': expect.anything() as unknown }),
  ]);
  expect(JSON.stringify(requests)).not.toContain(overSoap.appToken);
});

test('the connection’s own SOAP user is used when there is one, and a wrong one is said so', async () => {
  const product = box('vtex.soap-product-find');
  const config = { mapping: mapping({ refId: '"X"' }), whenMissing: 'empty' };
  const as = (values: Record<string, Json>) =>
    runNode(overSoap, product, config, [{}], { host: hostOf({ store: storeConnection(overSoap, values) }) });
  expect((await as({ soapUser: 'integracao', soapPassword: 'sandbox-soap' })).rows).toEqual([
    { product: null },
  ]);
  expect((await as({ soapUser: 'integracao', soapPassword: 'x' })).failed[0]?.error).toMatchObject({
    code: 'vtex.soap-unauthorized',
    retryable: false,
  });
});

test('a fault that judges the row is no reason to try again, and has the service’s words', async () => {
  const config = { mapping: mapping({ stockKeepintUnitId: '77', price: '10' }) };
  const { failed } = await runNode(overSoap, box('vtex.soap-price-set'), config, [{}]);
  expect(failed[0]?.error).toMatchObject({
    kind: 'remote',
    code: 'vtex.soap-refused',
    retryable: false,
    values: { message: 'SKU 77 not found.', vtexCode: 'Client' },
  });
});

test('an update keeps what nobody mapped, though the service empties what is left out', async () => {
  const upsert = box('vtex.soap-brand-upsert');
  await runNode(overSoap, upsert, { mapping: mapping({ Name: '"Ipê"', Title: '"Da casa"' }) }, [{}]);
  const held = overSoap.state.brands.values().next().value!;
  overSoap.state.putBrand({ ...held, Active: false });
  const again = { mapping: mapping({ Name: '"ipê"' }), activate: true };
  const { rows } = await runNode(overSoap, upsert, again, [{}]);
  expect(rows).toMatchObject([{ brand: { change: 'updated' } }]);
  expect(overSoap.state.brands.get(held.Id)).toMatchObject({ Active: true, SiteTitle: 'Da casa' });
});

test('a category whose name stands elsewhere in the tree fails its row instead of being taken for another', async () => {
  const upsert = box('vtex.soap-category-upsert');
  const config = { mapping: mapping({ path: 'path' }) };
  const { rows, failed } = await runNode(overSoap, upsert, config, [
    { path: 'Casa/Outros' },
    { path: 'Moda/Outros' },
  ]);
  expect([rows.length, failed[0]?.error.code]).toEqual([1, 'vtex.soap-category-ambiguous']);
});

test('an image is known by its name and added once', async () => {
  const product = { Name: 'A', CategoryPath: 'Casa', BrandName: 'Ipê', RefId: 'P', IsActive: true };
  const headers = { 'x-vtex-api-appkey': overSoap.appKey, 'x-vtex-api-apptoken': overSoap.appToken };
  const post = (path: string, body: object) =>
    fetch(overSoap.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  await post('/api/catalog/pvt/product', product);
  const sizes = { PackagedHeight: 1, PackagedLength: 1, PackagedWidth: 1, PackagedWeightKg: 1 };
  await post('/api/catalog/pvt/stockkeepingunit', { ProductId: 1, Name: 'A', RefId: 'S', ...sizes });
  const lines = { urlImage: '"https://x.example/a.jpg"', imageName: '"a"', stockKeepingUnitId: '1' };
  const add = () => runNode(overSoap, box('vtex.soap-sku-image-add'), { mapping: mapping(lines) }, [{}]);
  expect((await add()).rows).toMatchObject([{ image: { change: 'added' } }]);
  expect((await add()).rows).toMatchObject([{ image: { change: 'unchanged' } }]);
  expect(overSoap.products()[0]?.skus[0]?.images).toHaveLength(1);
});

describe('the box for any method', () => {
  const method = box('vtex.soap-method');

  test('has a form for each of the 80 methods', () => {
    const { method: choice, mapping: values } = method.fields;
    if (choice?.kind !== 'choice' || values?.kind !== 'mapping') throw new Error('no form');
    expect(choice.choices).toHaveLength(80);
    expect(Object.keys(values.targetsBy?.targets ?? {})).toHaveLength(80);
    expect(values.targetsBy?.targets['StockKeepingUnitInsertUpdate']).toHaveLength(32);
    const flow = { ...soapFlow(), slots: { store: { kind: 'vtex', name: 'x' } }, edges: [] };
    const config = { connection: 'store', method: 'StoreGet', mapping: mapping({ nada: '1' }) };
    flow.nodes = { it: { type: 'vtex.soap-method', version: 1, config } };
    expect(validateFlow(flow, catalogue).map(({ field }) => field)).toContain('mapping.nada');
  });

  test('writes lists and objects as the contract has them', async () => {
    await runNode(
      overSoap,
      method,
      { method: 'CategoryInsertUpdate', mapping: mapping({ Name: '"Casa"', IsActive: 'true' }) },
      [{}],
    );
    await runNode(
      overSoap,
      method,
      { method: 'BrandInsertUpdate', mapping: mapping({ Name: '"Ipê"', IsActive: 'true' }) },
      [{}],
    );
    const product = {
      Name: '"A"',
      CategoryId: '1',
      BrandId: '2000000',
      ListStoreId: '[1, 2]',
      RefId: '"<&>"',
    };
    const { rows } = await runNode(
      overSoap,
      method,
      { method: 'ProductInsertUpdate', mapping: mapping(product) },
      [{}],
    );
    expect(rows).toMatchObject([{ answer: { Id: 1, ListStoreId: [1, 2], RefId: '<&>' } }]);
  });

  test('a method that inserts is in doubt when its answer is lost, one that reads is asked again', async () => {
    overSoap.faults.add([{ route: 'POST /service.svc', kind: 'drop-after', count: 1 }] as never);
    const read = await runNode(overSoap, method, { method: 'StoreList', mapping: [] }, [{}]);
    expect(read.rows).toHaveLength(1);
    overSoap.faults.add([{ route: 'POST /service.svc', kind: 'drop-after', count: 1 }] as never);
    const brand = { method: 'BrandInsertUpdate', mapping: mapping({ Name: '"Ipê"' }) };
    await runNode(overSoap, method, brand, [{}]);
    expect(overSoap.state.brands.size).toBe(1);
  });
});

describe('every SOAP box', () => {
  test.each(soapNodes.map((node) => [node.id, node] as const))(
    '%s says that it is deprecated',
    (_id, node) => {
      expect([node.name.en, node.name.es, node.name.pt]).toEqual([
        expect.stringContaining('deprecated'),
        expect.stringContaining('obsoleto'),
        expect.stringContaining('descontinuado'),
      ]);
      expect(node.help.en).toContain('1 September 2025');
    },
  );

  test('that has a successor gives it targets the successor has', () => {
    const targetsOf = (node: NodeType | undefined) => {
      const field = node?.fields['mapping'];
      return field?.kind === 'mapping' ? (field.targets ?? []).map(({ id }) => id) : [];
    };
    for (const { id, successor, fields } of soapNodes) {
      const next = successor && nodeTypes.get(successor.type);
      if (!next || fields['mapping']?.kind !== 'mapping') continue;
      const added = (successor.adds ?? []).map(({ target }) => target);
      const places = Object.values(successor.targets).map((one) =>
        typeof one === 'string' ? one : one.target,
      );
      expect([id, targetsOf(next)]).toEqual([id, expect.arrayContaining([...places, ...added])]);
      expect([id, targetsOf(nodeTypes.get(id))]).toEqual([
        id,
        expect.arrayContaining(Object.keys(successor.targets)),
      ]);
    }
  });
});

test('changed products are listed page by page and go on after any page', async () => {
  await run(soapFlow(), overSoap);
  const list = box('vtex.soap-products-changed');
  const connection = storeConnection(overSoap).values as Record<string, Json>;
  const options = {
    config: { since: '2026-01-01', pageSize: 40 },
    connection,
    allow: [new URL(overSoap.url).host],
  };
  const pages = await readAll(list, options);
  const ids = (some: typeof pages) => sorted(some).rows.map(({ Id }) => Id);
  expect(ids(pages)).toEqual([...overSoap.state.products.keys()]);
  expect(pages.length).toBeGreaterThan(2);
  const rest = await readAll(list, { ...options, cursor: pages[0]!.cursor });
  expect(ids(rest)).toEqual(ids(pages).slice(40));
});
