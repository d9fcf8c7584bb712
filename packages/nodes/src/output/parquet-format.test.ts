// Parquet files that the file output writes, and the box that reads them.
import type { Json, Row } from '@eclusa/flow';
import { parquetMetadata } from 'hyparquet';
import { expectToGoOn, rowsOf, untilFault } from '../files/reading.testing';
import { collected, memoryFiles } from '../harness.testing';
import parquet from '../source/parquet.node';
import file from './file.node';
import { parquetBytes } from './parquet-format';

async function written(rows: Row[], config: Record<string, Json> = {}): Promise<Buffer> {
  const files = memoryFiles();
  await collected(file, rows, { config: { format: 'parquet', ...config }, files, pageSize: 2 });
  return files.bytes('file-1');
}

const metadataOf = (bytes: Buffer) => parquetMetadata(Uint8Array.from(bytes).buffer);
const typesOf = (bytes: Buffer) =>
  Object.fromEntries(
    metadataOf(bytes)
      .schema.slice(1)
      .map((one) => [one.name, one.converted_type ?? one.type]),
  );

async function groupsOf(count: number, groupRows: number): Promise<Buffer> {
  async function* pages(): AsyncIterable<Row[]> {
    for (let at = 0; at < count; at += 7) {
      yield Array.from({ length: Math.min(7, count - at) }, (_, n) => ({ n: at + n, t: `é${at + n}` }));
    }
  }
  const columns = [
    { column: 'n', title: 'n', type: 'integer' as const },
    { column: 't', title: 't', type: 'text' as const },
  ];
  const pieces: Uint8Array[] = [];
  for await (const piece of parquetBytes(columns, pages(), { groupRows })) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('types come from all rows, and are the same from run to run: a number is one with or without decimals', async () => {
  const rows: Row[] = [
    { sku: '0012', qty: 1, ok: true, mixed: 1, list: [1, 2], none: null },
    { sku: 'é', qty: 2.5, ok: null, mixed: 'x', list: { a: 1 }, late: 'L' },
  ];
  const bytes = await written(rows);
  expect(typesOf(bytes)).toEqual({
    ...{ sku: 'UTF8', qty: 'DOUBLE', ok: 'BOOLEAN', mixed: 'UTF8', list: 'UTF8', none: 'UTF8', late: 'UTF8' },
  });
  expect((await rowsOf(parquet, bytes)).rows).toEqual([
    { sku: '0012', qty: 1, ok: true, mixed: '1', list: '[1,2]', none: null, late: null },
    { sku: 'é', qty: 2.5, ok: null, mixed: 'x', list: '{"a":1}', none: null, late: 'L' },
  ]);
  expect(typesOf(await written([{ qty: 3 }]))).toEqual({ qty: 'DOUBLE' });
});

test('columns get the types asked for, dates and whole numbers too', async () => {
  const columns: Json = [
    { column: 'n', type: 'integer' },
    { column: 'day', type: 'date' },
    { column: 'at', title: 'when', type: 'timestamp' },
  ];
  const rows: Row[] = [
    { n: '9007199254740991', day: '2026-11-23', at: '2026-11-23T09:34:56.789-03:00' },
    { n: '' },
  ];
  const bytes = await written(rows, { columns });
  expect(typesOf(bytes)).toEqual({ n: 'INT64', day: 'DATE', when: 'TIMESTAMP_MILLIS' });
  expect((await rowsOf(parquet, bytes)).rows).toEqual([
    { n: 9007199254740991, day: '2026-11-23', when: '2026-11-23T12:34:56.789Z' },
    { n: null, day: null, when: null },
  ]);
  await expect(written([{ n: 1.5 }], { columns })).rejects.toMatchObject({
    code: 'nodes.column-value',
    values: { column: 'n', row: 1, value: '1.5' },
  });
});

test('rows are written in groups of a bounded size, and reading goes on after any row', async () => {
  const bytes = await groupsOf(50, 20);
  expect(metadataOf(bytes).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([20, 20, 10]);
  const { rows } = await rowsOf(parquet, bytes);
  expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  expect(await expectToGoOn(parquet, bytes, {}, 7)).toBe(8);
});

test('a file without rows is still one', async () => {
  expect((await rowsOf(parquet, await written([]))).rows).toEqual([]);
});

test('what is no Parquet file, or one that was cut off, is told and not guessed at', async () => {
  const bytes = await groupsOf(50, 20);
  for (const broken of [
    Buffer.from('sku;price\n1;2\n'),
    bytes.subarray(0, bytes.length - 9),
    Buffer.alloc(0),
  ]) {
    expect(await untilFault(parquet, broken)).toMatchObject({
      rows: [],
      error: { code: 'nodes.parquet-broken' },
    });
  }
  const harmed = Buffer.from(bytes);
  harmed.fill(0xff, 4, 60);
  expect(await untilFault(parquet, harmed)).toMatchObject({ error: { code: 'nodes.parquet-broken' } });
});
