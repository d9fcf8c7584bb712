// The file that the example of the Parquet source reads.
import type { Row } from '@eclusa/flow';
import { memoryFiles, type ExampleSetup } from '../harness.testing';
import { parquetBytes } from '../output/parquet-format';

export async function setup(): Promise<ExampleSetup> {
  async function* pages(): AsyncIterable<Row[]> {
    yield [
      { sku: 'SKU-1', price: 1299.9, active: true, since: '2026-11-23' },
      { sku: 'SKU-2', price: 89, active: false, since: null },
    ];
  }
  const types = { sku: 'text', price: 'number', active: 'boolean', since: 'date' } as const;
  const columns = Object.entries(types).map(([column, type]) => ({ column, title: column, type }));
  const pieces: Uint8Array[] = [];
  for await (const piece of parquetBytes(columns, pages())) pieces.push(piece);
  return { files: memoryFiles({ 'example.parquet': Buffer.concat(pieces) }) };
}
