import { gzipSync } from 'node:zlib';
import { expectToGoOn, rowsOf, untilFault } from '../files/reading.testing';
import { rowOf, workbookOf, zipOf } from '../files/workbook.testing';
import xlsx from './xlsx.node';

const many = (count: number) =>
  workbookOf([
    {
      name: 'A',
      data: [
        rowOf(1, ['n', 'nome']),
        ...Array.from({ length: count }, (_, n) => rowOf(n + 2, [n, `nº ${n}`])),
      ].join(''),
    },
  ]);

describe('reading an Excel workbook', () => {
  it('keeps the types of cells: shared and rich texts, money, dates, times, yes and no', async () => {
    const cells = [
      '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="3"><v>1299.9</v></c>',
      '<c r="D2" s="1"><v>45000</v></c><c r="E2" s="2"><v>45000.5</v></c><c r="F2" s="2"><v>0.75</v></c>',
      '<c r="G2" t="b"><v>1</v></c><c r="H2" t="str"><f>A2</f><v> x </v></c><c r="I2"/>',
    ];
    const data =
      rowOf(1, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']) + `<row r="2">${cells.join('')}</row>`;
    const texts = [
      '<t>um_x0041_</t>',
      '<r><t>do</t></r><r><t xml:space="preserve">is </t></r><rPh><t>no</t></rPh>',
    ];
    const { rows } = await rowsOf(xlsx, workbookOf([{ name: 'A', data }], texts));
    expect(rows).toEqual([
      {
        ...{ a: 'umA', b: 'dois', c: 1299.9, d: '2023-03-15', e: '2023-03-15T12:00:00', f: '18:00:00' },
        ...{ g: true, h: 'x', i: null },
      },
    ]);
  });

  it('finds the sheet and the row of names that are meant', async () => {
    const data = [
      rowOf(1, ['Tabela de preços']),
      rowOf(3, ['sku', 'sku', null, 'preço']),
      rowOf(5, ['A', 'B', 'C', 1]),
    ];
    const book = workbookOf([
      { name: 'Capa', data: rowOf(1, ['x']) },
      { name: 'Preços', data: data.join('') },
    ]);
    const { rows } = await rowsOf(xlsx, book, { sheet: 'preços', headerRow: 3 });
    expect(rows).toEqual([{ sku: 'A', sku_2: 'B', column3: 'C', preço: 1 }]);
    const unnamed = await rowsOf(xlsx, book, { sheet: 'Preços', headerRow: 0 });
    expect(unnamed.rows).toHaveLength(3);
    expect(unnamed.rows[2]).toEqual({ column1: 'A', column2: 'B', column3: 'C', column4: 1 });
    const { error } = await untilFault(xlsx, book, { sheet: 'Estoque' });
    expect([error.code, error.values['sheets']]).toEqual(['nodes.xlsx-sheet-missing', 'Capa, Preços']);
  });

  it('sets aside a row with a fault in a cell, and keeps all others', async () => {
    const bad = '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c></row>';
    const book = workbookOf([{ name: 'A', data: rowOf(1, ['n', 'x']) + bad + rowOf(3, [2, 'ok']) }]);
    const { rows, refused } = await rowsOf(xlsx, book);
    expect(rows).toEqual([{ n: 2, x: 'ok' }]);
    expect(refused.map(({ error: { code, values } }) => [code, values])).toEqual([
      ['nodes.xlsx-cell', { file: 'f', record: 2, cell: 'B2', fault: '#N/A' }],
    ]);
  });

  it('goes on after any page as if it had never stopped', async () => {
    expect(await expectToGoOn(xlsx, many(50), {}, 7)).toBe(8);
  });

  it('reads a workbook that lies in a ZIP or GZIP', async () => {
    const book = many(3);
    expect((await rowsOf(xlsx, zipOf([{ name: 'tabela.xlsx', bytes: book }]))).rows).toHaveLength(3);
    expect((await rowsOf(xlsx, gzipSync(book))).rows).toHaveLength(3);
  });

  it('says what is wrong with a file that is old, cut off or no workbook', async () => {
    const old = await untilFault(xlsx, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    expect(old.error.code).toBe('nodes.xlsx-old');
    expect((await untilFault(xlsx, many(3).subarray(0, -100))).error.code).toBe('nodes.file-archive-broken');
    expect((await untilFault(xlsx, 'a;b')).error.code).toBe('nodes.xlsx-broken');
    const cut = workbookOf([{ name: 'A', data: `${rowOf(1, ['n'])}${rowOf(2, [1])}<row r="3">` }]);
    const { rows, error } = await untilFault(xlsx, cut);
    expect([rows, error.code]).toEqual([[], 'nodes.xlsx-broken']);
  });

  it('refuses a document type, and cells without end', async () => {
    const files = (sheet: string) => workbookOf([{ name: 'A', data: sheet }]);
    const long = rowOf(1, ['n']) + rowOf(2, ['x'.repeat(1_100_000)]);
    expect((await untilFault(xlsx, files(long))).error.code).toBe('nodes.file-record-too-long');
    const book = zipOf([
      { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
      { name: 'xl/workbook.xml', bytes: Buffer.from('<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>') },
    ]);
    expect((await untilFault(xlsx, book)).error.code).toBe('nodes.xml-doctype');
  });
});
