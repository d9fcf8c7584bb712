// Real files of other systems, each read by a whole flow: the sheets of Bling and VTEX, returns of banks, NF-e, answers of
// ERPs.
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { memoryFiles } from '../harness.testing';
import { itWithSamples, sample } from '../samples.testing';
import { chain, runFlow, vtex, type Box } from './flows.testing';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterEach(() => sandbox.close());

/** Rows below the header of a sheet, by the names of its columns; what is not named is empty. */
function sheetOf(file: string, rows: Record<string, string>[]): Buffer {
  const header = sample(file)
    .toString('utf8')
    .trim()
    .replace(/^\ufeff/, '');
  const names = header.split(';');
  const quoted = (text: string) => (/[";]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  for (const row of rows) for (const name of Object.keys(row)) expect(names).toContain(name);
  const lines = rows.map((row) => names.map((name) => quoted(row[name] ?? '')).join(';'));
  return Buffer.from([header, ...lines, ''].join('\r\n'));
}

const size = { PackagedHeight: '10', PackagedWidth: '10', PackagedLength: '10' };
/** Brand and category of a row, then what comes behind. */
const brandAndCategory = (brand: string, category: string): Box[] => [
  ['category', 'vtex.category-upsert', { ...vtex({ path: category }), saveAs: 'category' }],
  ['brand', 'vtex.brand-upsert', { ...vtex({ Name: brand }), saveAs: 'brand' }],
];

itWithSamples('the products of Bling become products, and their variations SKUs of them', async () => {
  const common = { Marca: 'Tear', 'Categoria do produto': 'Camisetas', 'Peso bruto (Kg)': '0,250' };
  const content = sheetOf('spreadsheets/bling-products-csv-header.csv', [
    { ...common, Código: 'CAM', Descrição: 'Camiseta básica' },
    { ...common, Código: 'CAM-P', Descrição: 'Tamanho: P;Sexo: M', 'Código Pai': 'CAM', Preço: '1.059,90' },
    { ...common, Código: 'CAM-G', Descrição: 'Tamanho: G;Sexo: M', 'Código Pai': 'CAM', Preço: '59,90' },
  ]);
  const files = memoryFiles({ 'bling.csv': content });
  const csv: Box = [
    'csv',
    'source.csv',
    { file: 'bling.csv', decimals: [{ column: 'Preço' }, { column: 'Peso bruto (Kg)' }] },
  ];
  const products = chain(
    csv,
    ['parents', 'transform.filter', { condition: '`Código Pai` = ""' }],
    ...brandAndCategory('Marca', '`Categoria do produto`'),
    [
      'product',
      'vtex.product-upsert',
      vtex({ RefId: 'Código', Name: 'Descrição', CategoryId: 'category.id', BrandId: 'brand.id' }),
    ],
  );
  expect(await runFlow(sandbox, products, { files })).toMatchObject({
    totals: { read: 3, written: 1 },
    failed: [],
  });
  const skus = chain(
    csv,
    ['children', 'transform.filter', { condition: '`Código Pai` != ""' }],
    ['parent', 'vtex.product-find', { ...vtex({ refId: '`Código Pai`' }), saveAs: 'product' }],
    [
      'sku',
      'vtex.sku-upsert',
      vtex({
        ...{ RefId: 'Código', ProductId: 'product.Id', Name: 'Descrição' },
        ...{ PackagedWeightKg: '`Peso bruto (Kg)`', ...size },
      }),
    ],
    ['price', 'vtex.price-set', vtex({ itemId: 'sku.id', basePrice: 'Preço' })],
  );
  expect(await runFlow(sandbox, skus, { files })).toMatchObject({
    totals: { read: 3, written: 2 },
    failed: [],
  });
  const [camiseta, ...others] = sandbox.products();
  expect([camiseta?.refId, camiseta?.name, camiseta?.category, others]).toEqual([
    ...['CAM', 'Camiseta básica', 'Camisetas'],
    [],
  ]);
  expect(camiseta?.skus.map(({ refId, name }) => [refId, name])).toEqual([
    ['CAM-P', 'Tamanho: P;Sexo: M'],
    ['CAM-G', 'Tamanho: G;Sexo: M'],
  ]);
});

itWithSamples(
  'the sheet of a VTEX catalogue is read by its names, whatever is added to them behind a blank',
  async () => {
    const rows = [
      {
        ...{
          _NomeProduto: 'Cafeteira',
          _CodigoReferenciaProduto: 'P-1',
          _NomeCategoria: 'Café',
          _Marca: 'Moka',
        },
        ...{ _NomeSKU: '110V', _CodigoReferenciaSKU: 'S-1', _Peso: '1500', _EANSKU: '7891000000019' },
      },
      {
        ...{
          _NomeProduto: 'Cafeteira',
          _CodigoReferenciaProduto: 'P-1',
          _NomeCategoria: 'Café',
          _Marca: 'Moka',
        },
        ...{ _NomeSKU: '220V', _CodigoReferenciaSKU: 'S-2', _Peso: '1500' },
      },
    ];
    const plain = sheetOf('spreadsheets/vtex-catalog-sheet-header.csv', rows).toString('utf8');
    const content = plain.replace('_NomeProduto;', '_NomeProduto (Obrigatório);');
    expect(content).not.toBe(plain);
    const flow = chain(
      ['csv', 'source.csv', { file: 'catalogo.csv' }],
      [
        'names',
        'transform.code',
        {
          code: "return Object.fromEntries(Object.entries(row).map(([name, value]) => [name.split(' ')[0], value]));",
        },
      ],
      ...brandAndCategory('_Marca', '_NomeCategoria'),
      [
        'product',
        'vtex.product-upsert',
        vtex({
          ...{ RefId: '_CodigoReferenciaProduto', Name: '_NomeProduto' },
          ...{ CategoryId: 'category.id', BrandId: 'brand.id' },
        }),
      ],
      [
        'sku',
        'vtex.sku-upsert',
        vtex({
          ...{ RefId: '_CodigoReferenciaSKU', ProductId: 'product.id', Name: '_NomeSKU', Ean: '_EANSKU' },
          ...{ PackagedWeightKg: '$number(_Peso) / 1000', ...size },
        }),
      ],
    );
    const files = memoryFiles({ 'catalogo.csv': content });
    expect(await runFlow(sandbox, flow, { files })).toMatchObject({
      totals: { read: 2, written: 2 },
      failed: [],
    });
    const [product] = sandbox.products();
    expect([product?.name, product?.skus.map(({ refId, name }) => [refId, name])]).toEqual([
      'Cafeteira',
      [
        ['S-1', '110V'],
        ['S-2', '220V'],
      ],
    ]);
  },
);

/** What a box reads of a sample, and a flow writes as lines of JSON. */
async function linesOf(type: string, file: string, config: Record<string, never> | object = {}) {
  const files = memoryFiles({ f: sample(file) });
  const flow = chain(
    ['read', type, { file: 'f', ...config }],
    ['write', 'output.file', { format: 'ndjson', name: 'lines' }],
  );
  const { failed } = await runFlow(sandbox, flow, { files });
  expect(failed).toEqual([]);
  const text = files.text('file-2');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

itWithSamples.each([
  ['source.cnab', 'cnab/brcobranca-retorno-sicoob-cnab240.ret', {}],
  ['source.cnab', 'cnab/brcobranca-remessa-itau-cnab400.rem', {}],
  ['source.nfe', 'nfe/nfelib-nfe-many-items.xml', { takesTest: true }],
  ['source.nfe', 'nfe/nfelib-nfe-simples-nacional.xml', { takesTest: true, takesUnauthorised: true }],
  ['source.nfe', 'nfe/nfephp-procNFe-homologacao.xml', { takesTest: true }],
  [
    'source.xml',
    'odata/oasis-products-categories.v4.csdl.xml',
    { element: 'Edmx/DataServices/Schema/EntityType' },
  ],
  ['source.json', 'erp-recorded/odoo14-product.template-search_read.json', { path: 'result' }],
  ['source.json', 'erp-recorded/tryton60-party.party-search_read.json', { path: 'result' }],
] as [string, string, object][])(
  '%s reads %s in a flow, and every row is written',
  async (type, file, config) => {
    const rows = await linesOf(type, file, config);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row).length).toBeGreaterThan(2);
  },
);
