// Workbooks that the file output writes, read again by the box that reads Excel.
import { isJsonObject, type Json, type Row } from '@eclusa/flow';
import { rowsOf } from '../files/reading.testing';
import { openZip } from '../files/zip';
import { readable } from '../files/file';
import { collected, memoryFiles } from '../harness.testing';
import xlsx from '../source/xlsx.node';
import file from './file.node';
import { xlsxBytes } from './xlsx-format';

async function written(rows: Row[], config: Record<string, Json> = {}): Promise<Buffer> {
  const files = memoryFiles();
  await collected(file, rows, { config: { format: 'xlsx', ...config }, files, pageSize: 2 });
  return files.bytes('file-1');
}

async function partOf(bytes: Buffer, name: string): Promise<string> {
  const read = async function* (start: number) {
    yield bytes.subarray(start);
  };
  const zip = await openZip(readable({ name: 'f', size: bytes.length, read }), 1e9);
  const pieces: Uint8Array[] = [];
  for await (const piece of zip.entries.find((entry) => entry.name === name)?.read() ?? [])
    pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

test('a workbook keeps numbers, yes/no, dates and texts as they are', async () => {
  const rows: Row[] = [
    {
      sku: '0012',
      preço: 1299.9,
      ativo: true,
      desde: '2026-11-23',
      visto: '2026-11-23T12:34:56Z',
      nada: null,
    },
    {
      sku: '789',
      preço: -5,
      ativo: false,
      desde: '1999-02-28',
      visto: '2026-11-23T09:34:56-03:00',
      nada: '',
    },
    { sku: 'x', preço: 1e-7, ativo: true, desde: '1850-01-01', visto: 'ontem', lista: [1, { a: 2 }] },
  ];
  const read = await rowsOf(xlsx, await written(rows), { trim: false });
  expect(read.refused).toEqual([]);
  expect(read.rows).toEqual([
    { ...rows[0], visto: '2026-11-23T12:34:56', lista: null },
    { ...rows[1], visto: '2026-11-23T12:34:56', nada: null, lista: null },
    { ...rows[2], nada: null, lista: '[1,{"a":2}]' },
  ]);
});

test('texts that begin like a formula, hold line breaks or signs of no XML come back as they were, and run nothing', async () => {
  const texts = [
    '=1+1',
    '+55 11',
    '-x',
    '@a',
    '\t=2',
    ' a <b> & "c" ',
    'x\u000by',
    '1\r\n2',
    '_x0041_',
    '😀',
  ];
  const bytes = await written(texts.map((v) => ({ v })));
  expect((await rowsOf(xlsx, bytes, { trim: false })).rows.map(({ v }) => v)).toEqual(texts);
  const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('<c r="A2" s="4" t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
});

test('columns get the types asked for, and a value of another type is refused with its row', async () => {
  const columns: Json = [
    { column: 'ean', type: 'text' },
    { column: 'total', title: 'Total', type: 'number' },
    { column: 'dia', type: 'date' },
  ];
  const rows: Row[] = [{ ean: 7891, total: '12.50', dia: '2026-11-23T23:00:00Z' }];
  expect((await rowsOf(xlsx, await written(rows, { columns }))).rows).toEqual([
    { ean: '7891', Total: 12.5, dia: '2026-11-23' },
  ]);
  await expect(written([...rows, { total: 'doze' }], { columns })).rejects.toMatchObject({
    code: 'nodes.column-value',
    values: { column: 'Total', row: 2, value: 'doze' },
  });
  await expect(written([{ a: 'x'.repeat(32_768) }])).rejects.toMatchObject({
    code: 'nodes.xlsx-text-too-long',
    values: { column: 'a', row: 1 },
  });
});

test('rows that a sheet does not hold go on in the next one, and the same rows give the same bytes', async () => {
  const make = async (): Promise<Buffer> => {
    async function* pages(): AsyncIterable<Row[]> {
      for (let at = 0; at < 7; at += 1) yield [{ n: at }];
    }
    const pieces: Uint8Array[] = [];
    const columns = [{ column: 'n', title: 'n' }];
    for await (const piece of xlsxBytes(columns, pages(), { sheet: 'Pedidos: [1]', sheetRows: 4 }))
      pieces.push(piece);
    return Buffer.concat(pieces);
  };
  const bytes = await make();
  const sheets = await Promise.all(
    ['Pedidos 1', 'Pedidos 1 2', 'Pedidos 1 3'].map((sheet) => rowsOf(xlsx, bytes, { sheet })),
  );
  expect(sheets.map(({ rows }) => rows.map(({ n }) => n))).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
  expect((await make()).equals(bytes)).toBe(true);
});

test('a workbook without rows still opens', async () => {
  expect((await rowsOf(xlsx, await written([]))).rows).toEqual([]);
  const [described] = await collected(file, [], { config: { format: 'xlsx', name: 'vazio' } });
  expect(isJsonObject(described) && described['name']).toBe('vazio.xlsx');
});
