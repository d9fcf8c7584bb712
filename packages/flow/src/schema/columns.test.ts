import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Row } from '../json';
import { describeColumns, keyColumn, type Column } from './columns';
import { wordsOf } from './meanings';

const byPath = (rows: Row[]): Record<string, Column> =>
  Object.fromEntries(describeColumns(rows).map((column) => [column.path, column]));

test('types are counted, and a column of several is mixed', () => {
  const { a, b } = byPath([{ a: 1, b: 1 }, { a: 'x', b: 2 }, { a: true, b: 3 }, { a: null }]);
  expect(a).toMatchObject({ type: 'mixed', types: { number: 1, text: 1, boolean: 1 }, nulls: 1, missing: 0 });
  expect(b).toMatchObject({ type: 'number', filled: 3, nulls: 0, missing: 1 });
});

test('null, absent and blank are told apart', () => {
  const { a } = byPath([{ a: null }, {}, { a: '  ' }, { a: 'x' }]);
  expect(a).toMatchObject({ nulls: 1, missing: 1, blanks: 1, filled: 1, example: 'x' });
});

test('the longest text counts characters as they are stored, spaces included', () => {
  expect(byPath([{ a: 'abc' }, { a: 'abcdef ' }]).a?.longest).toBe(7);
  expect(byPath([{ a: 12345 }]).a?.longest).toBe(0);
});

test('members of objects follow their object, also those first seen in a later row', () => {
  const rows: Row[] = [
    { price: { base: 1 }, name: 'x' },
    { price: { base: 2, list: 3 }, name: 'y' },
  ];
  expect(describeColumns(rows).map(({ path }) => path)).toEqual([
    'price',
    'price.base',
    'price.list',
    'name',
  ]);
});

test.each([
  [['1.299,90', '10,5'], 'decimal-comma'],
  [['12', '7'], 'integer'],
  [['012', '107'], 'code'],
  [['35180834128745000152550010000474491454651420', '7'.repeat(44)], 'code'],
  [['1.5', '2'], 'decimal'],
  [['31/12/2025', '01/02/2026'], 'date-br'],
  [['31-12-2025', '01-02-2026 08:30'], 'date-br'],
  [['20251231', '20260102'], 'date-compact'],
  [['20251231'], 'integer'],
  [['20251331', '20260102'], 'integer'],
  [['2026-01-31'], 'date'],
  [['2026-11-23 09:43:58'], 'date-time'],
  [['S', 'N', 'S'], 'boolean-word'],
  [['4006381333931', '7891000315507'], 'ean'],
  [['11.222.333/0001-81', '11222333000181'], 'cnpj'],
  [['529.982.247-25'], 'cpf'],
  [['a@b.com.br'], 'email'],
  [['https://x/y.png'], 'address'],
  [['abc', '12'], null],
])('%j is written as %s', (values, format) => {
  expect(byPath(values.map((a) => ({ a }))).a?.format).toBe(format);
});

test.each([
  ['preco', 'price'],
  ['vlr_venda', 'price'],
  ['Preço de custo', 'cost'],
  ['saldoEstoque', 'stock'],
  ['PESO_KG', 'weight'],
])('a number called %s is a %s', (name, meaning) => {
  expect(byPath([{ [name]: '10,50' }, { [name]: '7,00' }])[name]?.meaning).toBe(meaning);
});

test('the columns of an ERP’s products are told by what they hold, empty values and all', () => {
  const rows: Row[] = [
    {
      COD_SKU: '001',
      CEAN: '7891000315507',
      VLR_VENDA: '1.299,90',
      SALDO: '5',
      NCM: '8516.71.00',
      CNPJ_FORN: '11.222.333/0001-81',
      CPF: '529.982.247-25',
      DT_ALT: '20261123',
      DT_CAD: '23/11/2026',
      ATIVO: 'S',
    },
    {
      COD_SKU: '002',
      CEAN: '7894900011517',
      VLR_VENDA: '',
      SALDO: '0',
      NCM: '8516.60.00',
      CNPJ_FORN: null,
      CPF: '',
      DT_ALT: '20261124',
      DT_CAD: '01/02/2026',
      ATIVO: 'N',
    },
    {
      COD_SKU: '003',
      CEAN: '',
      VLR_VENDA: '10,00',
      SALDO: '12',
      NCM: '',
      CNPJ_FORN: '00.000.000/0001-91',
      CPF: '111.444.777-35',
      DT_ALT: '20261125',
      DT_CAD: null,
      ATIVO: 'S',
    },
  ];
  const columns = byPath(rows);
  const told = Object.fromEntries(
    Object.values(columns).map(({ path, format, meaning }) => [path, [format, meaning]]),
  );
  expect(told).toEqual({
    COD_SKU: ['code', 'sku'],
    CEAN: ['ean', 'ean'],
    VLR_VENDA: ['decimal-comma', 'price'],
    SALDO: ['integer', 'stock'],
    NCM: [null, 'ncm'],
    CNPJ_FORN: ['cnpj', 'cnpj'],
    CPF: ['cpf', 'cpf'],
    DT_ALT: ['date-compact', 'date'],
    DT_CAD: ['date-br', 'date'],
    ATIVO: ['boolean-word', 'status'],
  });
  expect(columns['CNPJ_FORN']).toMatchObject({ nulls: 1, filled: 2 });
  expect(columns['VLR_VENDA']).toMatchObject({ blanks: 1, filled: 2 });
  expect(keyColumn(Object.values(columns))?.path).toBe('COD_SKU');
});

test('an EAN whose check digit is wrong is shown among those that are right', () => {
  const codes = ['7891000315507', '7894900011517', '4006381333931', '7896098900253', '7891000315508'];
  expect(byPath(codes.map((ean) => ({ ean }))).ean).toMatchObject({
    odd: { format: 'ean', count: 1, example: '7891000315508' },
    meaning: 'ean',
  });
});

test('a value that is not written like the rest of its column is found, and does not hide what it is about', () => {
  const prices = ['1.299,90', '10,50', '7', '8,00', '9,90', 'a combinar'].map((preco) => ({ preco }));
  expect(byPath(prices).preco).toMatchObject({
    format: null,
    odd: { format: 'decimal-comma', count: 1, example: 'a combinar' },
    meaning: 'price',
  });
  expect(byPath([...prices, ...prices.slice(5)]).preco?.odd).toBeNull();
  expect(byPath(prices.slice(3)).preco?.odd).toBeNull();
  expect(byPath(['12', '7,5', '3', '4', '5', '6'].map((a) => ({ a }))).a?.odd).toBeNull();
});

test('a name is not believed against its values', () => {
  expect(byPath([{ preco: 'a combinar' }, { preco: 'sob consulta' }]).preco?.meaning).toBeNull();
  expect(byPath([{ NCM: '8516.71.00' }]).NCM?.meaning).toBe('ncm');
  expect(byPath([{ NCM: 'sem' }]).NCM?.meaning).toBeNull();
});

test('values with check digits speak for themselves, unless there are too few of them', () => {
  const codes = ['4006381333931', '7891000315507', '7894900011517'];
  expect(byPath(codes.map((x) => ({ x }))).x?.meaning).toBe('ean');
  expect(byPath([{ x: '4006381333931' }]).x?.meaning).toBeNull();
  expect(byPath([{ x: '11222333000181' }, { x: '00000000000191' }]).x?.meaning).toBe('cnpj');
});

test('the key is a code that is never empty and never comes twice', () => {
  const rows = [
    { nome: 'A', codigo: '1', id: 7 },
    { nome: 'B', codigo: '2', id: 8 },
  ];
  expect(keyColumn(describeColumns(rows))?.path).toBe('codigo');
  expect(keyColumn(describeColumns(rows.map(({ nome }) => ({ nome }))))).toBeNull();
  expect(keyColumn(describeColumns([...rows, { nome: 'C', codigo: '2', id: 9 }]))?.path).toBe('id');
});

test('words of a name, however it is written', () => {
  expect(wordsOf('vlrVenda')).toBe('vlr venda');
  expect(wordsOf('_CodigoReferenciaSKU (Não alterável)')).toBe('codigo referencia sku nao alteravel');
});

test('no rows have no columns, and lists are not opened', () => {
  expect(describeColumns([])).toEqual([]);
  expect(byPath([{ tags: ['a'] }]).tags).toMatchObject({ type: 'list', format: null, example: ['a'] });
});

const samples = path.resolve(__dirname, '../../../../../shared/samples');
const ifThere = existsSync(samples) ? describe : describe.skip;

/** Quoted fields do not occur in these files. */
function csvRows(file: string, separator: string): Row[] {
  const [head = '', ...lines] = readFileSync(`${samples}/${file}`, 'utf8').trim().split(/\r?\n/);
  const names = head.replace(/^\uFEFF/, '').split(separator);
  return lines.map((line) => {
    const values = line.split(separator);
    return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
  });
}

ifThere('recorded data', () => {
  test('products of a Brazilian marketplace', () => {
    const columns = byPath(csvRows('olist/olist_products_first400.csv', ','));
    expect(columns.product_id).toMatchObject({ format: 'uuid', meaning: 'sku', unique: true, longest: 32 });
    expect(columns.product_weight_g).toMatchObject({ format: 'integer', meaning: 'weight' });
    expect(columns.product_length_cm?.meaning).toBe('length');
    expect(columns.product_category_name?.meaning).toBe('category');
    expect(keyColumn(Object.values(columns))?.path).toBe('product_id');
  });

  test('products of Odoo', () => {
    const file = `${samples}/erp-recorded/odoo14-product.template-search_read.json`;
    const { result } = JSON.parse(readFileSync(file, 'utf8')) as { result: Row[] };
    const columns = byPath(result);
    expect(columns.id).toMatchObject({ type: 'number', unique: true });
    expect(columns.list_price).toMatchObject({ type: 'number', meaning: 'price' });
    expect(columns.default_code?.meaning ?? 'mixed').toMatch(/sku|mixed/);
    expect(columns.write_date?.format).toBe('date-time');
    expect(columns.categ_id?.type).toBe('list');
  });

  test.each([
    ['spreadsheets/bling-products-csv-header.csv', 'Preço', 'price'],
    ['spreadsheets/bling-products-csv-header.csv', 'Preço de custo', 'cost'],
    ['spreadsheets/bling-products-csv-header.csv', 'GTIN/EAN', 'ean'],
    ['spreadsheets/bling-products-csv-header.csv', 'NCM', 'ncm'],
    ['spreadsheets/bling-products-csv-header.csv', 'Estoque', 'stock'],
    ['spreadsheets/bling-products-csv-header.csv', 'Marca', 'brand'],
    ['spreadsheets/vtex-catalog-sheet-header.csv', '_CodigoReferenciaSKU', 'sku'],
    ['spreadsheets/vtex-catalog-sheet-header.csv', '_EANSKU', 'ean'],
    ['spreadsheets/vtex-catalog-sheet-header.csv', '_NomeProduto', 'name'],
  ])('%s: a column called %s, before it has values, is a %s', (file, name, meaning) => {
    const [head = ''] = readFileSync(`${samples}/${file}`, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
    const row = Object.fromEntries(head.split(';').map((one) => [one, '']));
    expect(byPath([row])[name]?.meaning).toBe(meaning);
  });
});
