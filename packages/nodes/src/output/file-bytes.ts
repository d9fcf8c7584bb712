// Rows as the bytes of a file, in the format that the settings of the box name.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { BarrierContext, Json, Row } from '@eclusa/flow';
import { encodeWindows1252 } from '../net/charset';
import { csvLines } from './csv-format';
import { jsonText, ndjsonText } from './json-format';
import { columnsOf, typedColumnsOf } from './output-columns';
import { parquetBytes } from './parquet-format';
import { xlsxBytes } from './xlsx-format';
import { xmlText } from './xml-format';

export interface FormatConfig {
  format?: 'csv' | 'xlsx' | 'json' | 'ndjson' | 'xml' | 'parquet';
  rootElement?: string;
  rowElement?: string;
  sheet?: string;
  packed?: boolean;
  columns?: Json;
  delimiter?: string;
  encoding?: 'utf-8' | 'windows-1252';
  bom?: boolean;
  decimalComma?: boolean;
  guard?: boolean;
}

/** The ending of the file's name, packed or not. */
export function endingOf({ format = 'csv', packed: isPacked }: FormatConfig): string {
  return isPacked ? `${format}.gz` : format;
}

/** The bytes of the file, as the rows come. */
export async function fileBytes(
  config: FormatConfig,
  pages: AsyncIterable<Row[]>,
  scratch: BarrierContext['scratch'],
): Promise<AsyncIterable<Uint8Array>> {
  const plain = await plainBytes(config, pages, scratch);
  return config.packed ? packed(plain) : plain;
}

async function plainBytes(
  config: FormatConfig,
  pages: AsyncIterable<Row[]>,
  scratch: BarrierContext['scratch'],
): Promise<AsyncIterable<Uint8Array>> {
  if (config.format === 'parquet') {
    const { columns, rows } = await typedColumnsOf(config.columns, pages, scratch);
    return parquetBytes(columns, rows);
  }
  if (config.format === 'xlsx') {
    const { columns, rows } = await columnsOf(config.columns, pages, scratch);
    return xlsxBytes(columns, rows, { sheet: config.sheet ?? '' });
  }
  return encoded(await textOf(config, pages, scratch), config);
}

async function textOf(
  config: FormatConfig,
  pages: AsyncIterable<Row[]>,
  scratch: BarrierContext['scratch'],
): Promise<AsyncIterable<string>> {
  if (config.format === 'json') return jsonText(pages);
  if (config.format === 'ndjson') return ndjsonText(pages);
  if (config.format === 'xml') {
    return xmlText(pages, { root: config.rootElement || 'rows', row: config.rowElement || 'row' });
  }
  const { columns, rows } = await columnsOf(config.columns, pages, scratch);
  return csvLines(columns, rows, {
    delimiter: config.delimiter ?? ';',
    decimalComma: config.decimalComma ?? false,
    guard: config.guard ?? true,
  });
}

async function* encoded(
  text: AsyncIterable<string>,
  { format = 'csv', encoding, bom }: FormatConfig,
): AsyncIterable<Uint8Array> {
  const legacy = format === 'csv' && encoding === 'windows-1252';
  if (format === 'csv' && bom && !legacy) yield Buffer.from([0xef, 0xbb, 0xbf]);
  for await (const piece of text) yield legacy ? encodeWindows1252(piece) : Buffer.from(piece, 'utf8');
}

async function* packed(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const zip = createGzip();
  // What goes wrong with the rows is thrown to whoever reads the packed bytes.
  pipeline(Readable.from(bytes), zip).catch((error: Error) => zip.destroy(error));
  yield* zip as AsyncIterable<Uint8Array>;
}
