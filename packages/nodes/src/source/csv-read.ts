// Reads a CSV as rows. The place after each is a byte, so that reading on seeks there.
import type { Json, JsonObject, Row } from '@eclusa/flow';
import { readable, type FileFormat, type FileRecord, type ReadableFile } from '../files/file';
import type { FileLimits } from '../files/limits';
import { csvRecords, type BlockOptions, type RawRecord } from './csv-blocks';
import { SAMPLE_BYTES, sniff, type CsvChoices, type CsvDialect } from './csv-dialect';
import { columnsOf, numberedColumns, rowOf, type RowOptions } from './csv-rows';

export interface CsvSourceConfig extends CsvChoices, FileLimits {
  header?: boolean;
  trim?: boolean;
  skipEmpty?: boolean;
  decimals?: Json;
  maxLineKilobytes?: number;
  [field: string]: Json | undefined;
}

/** Everything a restart needs: it reads neither the header nor the sample again. */
interface Cursor extends JsonObject {
  offset: number;
  line: number;
  columns: string[];
  dialect: JsonObject & { encoding: string };
}

export const csvFormat: FileFormat<CsvSourceConfig> = {
  endings: ['.csv', '.tsv', '.txt'],
  async *read(file, config, from) {
    const known = from as Cursor | null;
    const opened = known
      ? { bytes: file.read(known.offset), dialect: known.dialect as unknown as CsvDialect, at: known }
      : await openFirst(file, config);
    const { dialect } = opened;
    const options: BlockOptions = { ...dialect, maxRecordBytes: maxRecordBytes(config) };
    let rows = known ? rowOptions(config, dialect, known.columns) : undefined;
    for await (const block of csvRecords(opened.bytes, options, opened.at)) {
      const records: FileRecord[] = [];
      for (const raw of block) {
        if (!rows) {
          if (isBlank(raw)) continue;
          const columns = config.header === false ? numberedColumns(raw) : columnsOf(raw, dialect.encoding);
          rows = rowOptions(config, dialect, columns);
          if (config.header !== false) continue;
        }
        const record = rowOf(raw, rows);
        const { columns } = rows;
        const at = () =>
          ({ offset: raw.end, line: raw.nextLine, columns, dialect: { ...dialect } }) as unknown as Json;
        if (record) records.push({ record, at });
      }
      if (records.length > 0) yield records;
    }
  },
};

/**
 * The rows of a CSV. Throws for a faulty line. Unless `chosen` says that there is a header line, columns are called
 * column1, column2 and so on.
 */
export async function* csvRowsOf(
  bytes: AsyncIterable<Uint8Array>,
  chosen: Pick<CsvSourceConfig, 'header' | 'delimiter' | 'maxLineKilobytes'> = {},
): AsyncIterable<{ line: number; row: Row }> {
  const config: CsvSourceConfig = { header: false, ...chosen };
  const opened = await openFirst(readable({ name: '', size: null, read: () => bytes }), config);
  const options = { ...opened.dialect, maxRecordBytes: maxRecordBytes(config) };
  let rows: RowOptions | undefined;
  for await (const block of csvRecords(opened.bytes, options, opened.at)) {
    for (const raw of block) {
      if (isBlank(raw)) continue;
      if (!rows) {
        const { encoding } = opened.dialect;
        const columns = config.header ? columnsOf(raw, encoding) : numberedColumns(raw);
        rows = rowOptions(config, opened.dialect, columns);
        if (config.header) continue;
      }
      const record = rowOf(raw, rows);
      if (record && 'error' in record) throw record.error;
      if (record) yield { line: raw.line, row: record.value };
    }
  }
}

async function openFirst(file: ReadableFile, config: CsvSourceConfig) {
  const sample = await file.head(SAMPLE_BYTES);
  const { dialect, bom } = sniff(sample, sample.length < SAMPLE_BYTES, config);
  return { bytes: after(bom, file.read(0)), dialect, at: { offset: bom, line: 1 } };
}

/** The bytes behind the mark at the start. */
async function* after(bytes: number, pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let left = bytes;
  for await (const piece of pieces) {
    const fresh = piece.subarray(Math.min(left, piece.byteLength));
    left -= piece.byteLength - fresh.byteLength;
    if (fresh.byteLength > 0) yield fresh;
  }
}

function rowOptions(config: CsvSourceConfig, dialect: CsvDialect, columns: string[]): RowOptions {
  return {
    encoding: dialect.encoding,
    guessed: dialect.guessed ?? false,
    columns,
    decimals: new Set(listed(config.decimals)),
    trim: config.trim ?? true,
    skipEmpty: config.skipEmpty ?? true,
    maxRecordBytes: maxRecordBytes(config),
  };
}

function maxRecordBytes({ maxLineKilobytes = 1024 }: CsvSourceConfig): number {
  return maxLineKilobytes * 1024;
}

function listed(table: Json | undefined): string[] {
  if (!Array.isArray(table)) return [];
  return table.map((line) => String((line as { column?: Json } | null)?.column ?? '').trim());
}

function isBlank({ fields, fault }: RawRecord): boolean {
  return !fault && fields.every((field) => field.trim() === '');
}
