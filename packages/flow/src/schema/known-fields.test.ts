import { emptyFlow, type FlowDocument } from '../document';
import { defineNode, describeNode, rowIn, rowOut, type Catalogue, type NodeDefinition } from '../node';
import { describeColumns } from './columns';
import { knownFields, toldFields, type KnownField } from './known-fields';

const text = { en: 'x', es: 'x', pt: 'x' };
const plain = {
  version: 1,
  name: text,
  help: text,
  fields: {},
  example: { config: {}, input: [], output: {} },
};

function box(definition: Partial<NodeDefinition<Record<string, never>>> & { id: string }) {
  const transform = { kind: 'transform', prepare: () => () => [] } as const;
  return defineNode({ group: 'transform', behaviour: transform, ...plain, ...definition });
}

const source = { kind: 'source', read: () => (async function* () {})() } as const;
const nodes = [
  box({ id: 'source.any', group: 'source', behaviour: source }),
  box({
    id: 'source.told',
    group: 'source',
    behaviour: source,
    gives: { fields: [], told: { list: 'x.rows', needs: ['entity'] } },
  }),
  box({
    id: 'vtex.orders',
    group: 'vtex',
    behaviour: source,
    example: { config: {}, input: [], output: { out: [{ orderId: 'v1', value: 10 }] } },
  }),
  box({
    id: 'transform.filter',
    example: { config: {}, input: [{ a: 1 }], output: { out: [{ a: 1 }] } },
  }),
  box({ id: 'transform.map', gives: { fields: ['mapping'], rest: { field: 'keep', is: 'all' } } }),
  box({ id: 'transform.formula', gives: { fields: ['columns'], rest: 'always' } }),
  box({ id: 'transform.template', gives: { fields: ['name'], rest: 'always' } }),
  box({
    id: 'transform.split',
    gives: {
      fields: [],
      rest: 'always',
      entries: { of: 'list', into: 'name', spread: { field: 'place', is: 'row' } },
    },
  }),
  box({
    id: 'transform.compare',
    inputs: ['now', 'before'].map((id) => ({ ...rowIn, id })),
    outputs: ['changed', 'same'].map((id) => ({ ...rowOut, id })),
    gives: { fields: [], rest: 'always', rows: { of: 'before', into: 'name', at: ['changed'] } },
  }),
  box({
    id: 'vtex.brand',
    group: 'vtex',
    fields: { into: { kind: 'text', name: text, default: 'brand' } },
    example: { config: { into: 'brand' }, input: [{ a: 1 }], output: { out: [{ a: 1, brand: { id: 7 } }] } },
  }),
  box({
    id: 'transform.call',
    fields: { saveAs: { kind: 'text', name: text, default: 'run' } },
    gives: { unknown: { field: 'goesOn', is: 'answer' } },
    example: {
      config: { saveAs: 'run' },
      input: [{ a: 1 }],
      output: { out: [{ a: 1, run: { runId: 'r' } }] },
    },
  }),
  box({ id: 'transform.code', example: { config: {}, input: [{ a: 1 }], output: { out: [{ b: 1 }] } } }),
];
const catalogue: Catalogue = new Map(nodes.map((node) => [node.id, describeNode(node)]));

/** Boxes in a row, named a, b, c, …, each with its type and config. */
function chain(...boxes: [string, Record<string, never | unknown>?][]): FlowDocument {
  const flow = emptyFlow('F');
  boxes.forEach(([type, config = {}], at) => {
    const id = 'abcdef'[at]!;
    flow.nodes[id] = { type, version: 1, config: config as never };
    if (at === 0) return;
    flow.edges.push({ from: { node: 'abcdef'[at - 1]!, port: 'out' }, to: { node: id, port: 'in' } });
  });
  return flow;
}

const sku = describeColumns([
  { sku: 'A1', preco: '10,50' },
  { sku: 'A2', preco: '7,00' },
]);
const paths = (fields: readonly KnownField[] | null | undefined) => fields?.map(({ path }) => path) ?? null;

test('columns of a sample travel through boxes that pass rows on', () => {
  const known = knownFields(chain(['source.any'], ['transform.filter'], ['transform.filter']), catalogue, {
    a: { out: sku },
  });
  expect(known.a?.outputs.out?.[1]).toMatchObject({ path: 'preco', meaning: 'price', seen: true });
  expect(known.c?.inputs.in?.[1]).toMatchObject({ path: 'preco', meaning: 'price', seen: false });
});

test('a mapping gives what it names, with the type of a field it only renames', () => {
  const mapping = [
    { target: 'ref', expression: 'sku' },
    { target: 'price', expression: '$parseNumber(preco)' },
  ];
  const flow = chain(
    ['source.any'],
    ['transform.map', { mapping }],
    ['transform.map', { mapping, keep: 'all' }],
  );
  const known = knownFields(flow, catalogue, { a: { out: sku } });
  expect(known.b?.outputs.out).toMatchObject([
    { path: 'ref', type: 'text', meaning: 'sku', example: 'A1' },
    { path: 'price', type: 'unknown', example: null },
  ]);
  expect(paths(known.c?.outputs.out)).toEqual(['ref', 'price']);
  flow.nodes.b!.config = { mapping: [{ target: 'x', expression: '1' }] };
  expect(paths(knownFields(flow, catalogue, {}).c?.outputs.out)).toEqual(['ref', 'price', 'x']);
});

test('an action adds its answer, called as the box says', () => {
  const flow = chain(['source.any'], ['vtex.brand'], ['vtex.brand', { into: 'maker' }]);
  const known = knownFields(flow, catalogue, { a: { out: sku } });
  expect(paths(known.b?.outputs.out)).toEqual(['brand', 'brand.id', 'sku', 'preco']);
  expect(paths(known.c?.outputs.out)).toEqual(['maker', 'maker.id', 'brand', 'brand.id', 'sku', 'preco']);
  expect(paths(known.c?.outputs.failed)).toEqual(['brand', 'brand.id', 'sku', 'preco']);
});

test('rows of another flow have to be seen, and what comes beside rows that pass on is known', () => {
  const flow = chain(
    ['source.any'],
    ['transform.call', { saveAs: 'erp' }],
    ['transform.call', { goesOn: 'answer' }],
  );
  const known = knownFields(flow, catalogue, { a: { out: sku } });
  expect(paths(known.b?.outputs.out)).toEqual(['erp', 'erp.runId', 'sku', 'preco']);
  expect(known.c?.outputs.out).toBeNull();
  expect(paths(known.c?.outputs.failed)).toEqual(['erp', 'erp.runId', 'sku', 'preco']);
});

test('orders of VTEX look alike everywhere, rows of other sources have to be seen first', () => {
  expect(paths(knownFields(chain(['vtex.orders']), catalogue, {}).a?.outputs.out)).toEqual([
    'orderId',
    'value',
  ]);
  expect(knownFields(chain(['source.any'], ['transform.filter']), catalogue, {}).b?.inputs.in).toBeNull();
});

test('what a script makes is not known before it has run', () => {
  const flow = chain(['source.any'], ['transform.code'], ['transform.filter']);
  expect(knownFields(flow, catalogue, { a: { out: sku } }).c?.inputs.in).toBeNull();
  const ran = { a: { out: sku }, b: { out: describeColumns([{ z: 1 }]) } };
  expect(paths(knownFields(flow, catalogue, ran).c?.inputs.in)).toEqual(['z']);
});

test('a box that is switched off passes rows as they are, and a circle ends', () => {
  const flow = chain(['source.any'], ['vtex.brand'], ['transform.filter']);
  flow.nodes.b!.disabled = true;
  expect(paths(knownFields(flow, catalogue, { a: { out: sku } }).c?.inputs.in)).toEqual(['sku', 'preco']);
  flow.edges.push({ from: { node: 'c', port: 'out' }, to: { node: 'b', port: 'in' } });
  expect(knownFields(flow, catalogue, { a: { out: sku } }).c?.inputs.in).toBeNull();
});

test('columns and texts that a box adds are known, beside all that came in', () => {
  const columns = [{ target: 'ref', expression: 'sku' }];
  const flow = chain(
    ['source.any'],
    ['transform.formula', { columns }],
    ['transform.template', { name: 'label' }],
  );
  const known = knownFields(flow, catalogue, { a: { out: sku } });
  expect(paths(known.c?.outputs.out)).toEqual(['label', 'ref', 'sku', 'preco']);
  expect(known.b?.outputs.out?.[0]).toMatchObject({ path: 'ref', example: 'A1', type: 'text' });
});

test('rows made of a list have what its entries have, in their field or beside the others', () => {
  const orders = describeColumns([
    {
      order: 7,
      cart: {
        items: [
          { sku: 'A', price: 1.5 },
          { sku: 'B', note: '' },
        ],
      },
    },
  ]);
  const split = (config: Record<string, string>) =>
    knownFields(
      chain(['source.any'], ['transform.split', { list: 'cart.items', name: 'item', ...config }]),
      catalogue,
      {
        a: { out: orders },
      },
    ).b?.outputs.out;
  expect(paths(split({ place: 'field' }))).toEqual([
    ...['item', 'item.sku', 'item.price', 'item.note'],
    ...['order', 'cart', 'cart.items'],
  ]);
  const spread = split({ place: 'row' });
  expect(paths(spread)).toEqual(['sku', 'price', 'note', 'order', 'cart', 'cart.items']);
  expect(spread?.[1]).toMatchObject({ type: 'number', example: 1.5 });
  expect(paths(split({ list: 'gone', place: 'row' }))).toEqual(['order', 'cart', 'cart.items']);
});

test('rows of another input are known in the field they are put into, at the output that has them', () => {
  const flow = chain(['source.any'], ['source.any'], ['transform.compare', { name: 'old' }]);
  flow.edges = [
    { from: { node: 'a', port: 'out' }, to: { node: 'c', port: 'now' } },
    { from: { node: 'b', port: 'out' }, to: { node: 'c', port: 'before' } },
  ];
  const now = describeColumns([{ codigo: 'A' }]);
  const both = knownFields(flow, catalogue, { a: { out: now }, b: { out: sku } }).c?.outputs;
  expect(paths(both?.['changed'])).toEqual(['old', 'old.sku', 'old.preco', 'codigo']);
  expect(paths(both?.['same'])).toEqual(['codigo']);
  const one = knownFields(flow, catalogue, { a: { out: now } }).c?.outputs;
  expect(paths(one?.['changed'])).toEqual(['old', 'codigo']);
});

test('a source hands on what its system told, until rows were seen', () => {
  const told = toldFields([
    { value: 'ItemCode', type: 'text', isKey: true },
    { value: 'UnitPrice', type: 'number' },
    { value: 'UpdateDate', type: 'text', format: 'date-time' },
    { value: 'Anything' },
  ]);
  const document = chain(['source.told', {}], ['transform.filter', {}]);
  const before = knownFields(document, catalogue, {});
  expect(before.b?.inputs.in).toBeNull();
  const after = knownFields(document, catalogue, {}, { a: told });
  expect(after.b?.outputs.out).toMatchObject([
    { path: 'ItemCode', type: 'text' },
    { path: 'UnitPrice', type: 'number', meaning: 'price' },
    { path: 'UpdateDate', type: 'text', meaning: 'date' },
    { path: 'Anything', type: 'unknown' },
  ]);
  const seen = { a: { out: describeColumns([{ ItemCode: 1 }]) } };
  expect(knownFields(document, catalogue, seen, { a: told }).b?.inputs.in).toMatchObject([
    { path: 'ItemCode', type: 'number', seen: true },
  ]);
});
