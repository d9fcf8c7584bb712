// A first flow drawn from answers and a sample, with the real catalogue: what is sure is filled, what is not stays open.
import {
  flowDocumentSchema,
  goalsFrom,
  locales,
  pacesFor,
  startFlow,
  startSources,
  validateFlow,
  type StartAnswers,
} from '@eclusa/flow';
import { catalogue } from './index';

const nodes = catalogue();
const spreadsheet = [
  { sku: 'A-1', estoque: '12', deposito: '1_1', preco: '19,90' },
  { sku: 'A-2', estoque: '0', deposito: '1_1', preco: '1.299,00' },
];
const answers = (more: Partial<StartAnswers>): StartAnswers => ({
  from: 'file',
  to: 'stock',
  pace: 'once',
  name: 'First',
  locale: 'en',
  file: 'file-1',
  sample: spreadsheet,
  ...more,
});
const mappingOf = (started: ReturnType<typeof startFlow>, box: string) => {
  const lines = started.document.nodes[box]?.config['mapping'] as { target: string; expression: string }[];
  return Object.fromEntries(lines.map(({ target, expression }) => [target, expression]));
};

test('stock from a spreadsheet is drawn whole, with nothing open', () => {
  const started = startFlow(answers({}), nodes);
  expect(Object.keys(started.document.nodes)).toEqual(['source', 'sku', 'stock']);
  expect(started.document.nodes['source']?.config).toEqual({ from: 'file', file: 'file-1' });
  expect(mappingOf(started, 'sku')).toEqual({ RefId: 'sku' });
  expect(mappingOf(started, 'stock')).toMatchObject({ skuId: 'sku.Id', warehouseId: 'deposito' });
  expect(started.open).toEqual([]);
  expect(validateFlow(started.document, nodes).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('what the sample does not tell stays open and is named on the canvas', () => {
  const started = startFlow(answers({ sample: [{ xyz: 'A-1', n2: 'foo' }] }), nodes);
  expect(started.open.map(({ node, target }) => `${node}.${target}`)).toEqual([
    'sku.RefId',
    'stock.warehouseId',
    'stock.quantity',
  ]);
  expect(started.document.layout.notes?.[0]?.text).toContain('Warehouse id');
  const problems = validateFlow(started.document, nodes).map(({ node }) => node);
  expect(problems).toEqual(expect.arrayContaining(['sku', 'stock']));
});

test('a schedule goes along as a suggestion, and what did not change is not sent again', () => {
  const schedule = { cron: '*/10 * * * *', timezone: 'America/Sao_Paulo' };
  const { document } = startFlow(
    answers({ from: 'http', pace: 'schedule', schedule, path: '/stock', items: 'rows' }),
    nodes,
  );
  expect(document.schedule).toEqual(schedule);
  expect(Object.keys(document.nodes)).toEqual(['source', 'changed', 'sku', 'stock']);
  expect(document.nodes['changed']?.config['key']).toBe('sku & "/" & deposito');
  expect(validateFlow(document, nodes).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('products hand the ids of category, brand and product from box to box', () => {
  const sample = [
    { codigo: 'P-1', descricao: 'Cafeteira', categoria: 'Casa/Café', marca: 'Aurora', ean: '7891000315507' },
    { codigo: 'P-2', descricao: 'Chaleira', categoria: 'Casa/Chá', marca: 'Boreal', ean: '7891000053508' },
  ];
  const started = startFlow(answers({ to: 'products', sample }), nodes);
  expect(mappingOf(started, 'category')).toMatchObject({ path: 'categoria' });
  expect(mappingOf(started, 'product')).toMatchObject({ CategoryId: 'category.id', BrandId: 'brand.id' });
  expect(mappingOf(started, 'sku')).toMatchObject({ ProductId: 'product.id' });
});

const every = startSources.flatMap((from) =>
  goalsFrom(from).flatMap((to) => pacesFor(from, to).map((pace) => ({ from, to, pace }))),
);

test.each(every)(
  'from $from to $to, $pace: a flow of the language in which only named places are open',
  (one) => {
    for (const locale of locales) {
      const { document, open } = startFlow(answers({ ...one, locale, sample: [] }), nodes);
      expect(flowDocumentSchema.parse(document)).toEqual(document);
      const places = open.map(({ node, field }) => `${node} ${field}`);
      const faults = validateFlow(document, nodes).filter(({ severity }) => severity === 'error');
      const unnamed = faults.filter(({ node, field }) => !places.includes(`${node} ${field?.split('.')[0]}`));
      expect(unnamed).toEqual([]);
    }
  },
);
