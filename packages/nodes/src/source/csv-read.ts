// Reads a CSV as pages of rows. The cursor is the byte after the last stored row, so a restart seeks there.
import {
  type Json,
  type JsonObject,
  type Row,
  type SourceContext,
  type SourcePage,
  type SourceRecord,
} from '@eclusa/flow';
import { csvRecords, type BlockOptions, type RawRecord } from './csv-blocks';
import { openBytes, type ByteSource, type CsvPlace } from './csv-bytes';
import { SAMPLE_BYTES, sniff, type CsvChoices, type CsvDialect } from './csv-dialect';
import { columnsOf, numberedColumns, rowOf, type RowOptions } from './csv-rows';

export interface CsvSourceConfig extends CsvPlace, CsvChoices {
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
  version: string | null;
}

/** The rows of the file from the context's cursor on. */
export async function* readCsv(context: SourceContext<CsvSourceConfig>): AsyncIterable<SourcePage> {
  const { config, pageSize } = context;
  const known = context.cursor as Cursor | null;
  const source = await openBytes(
    context as SourceContext<CsvPlace & Record<string, Json>>,
    known?.version ?? null,
  );
  const opened = known
    ? { bytes: source.read(known.offset), dialect: known.dialect as unknown as CsvDialect, at: known }
    : await openFirst(source, config);
  const { dialect } = opened;
  const options: BlockOptions = { ...dialect, maxRecordBytes: maxRecordBytes(config) };
  let rows = known ? rowOptions(config, dialect, known.columns) : undefined;
  let records: SourceRecord[] = [];
  let last: RawRecord | undefined;
  const page = (): SourcePage => {
    const place = { offset: last?.end ?? 0, line: last?.nextLine ?? 1 };
    const cursor = {
      ...place,
      columns: rows?.columns ?? [],
      dialect: { ...dialect },
      version: source.version(),
    };
    return { records, cursor: cursor as unknown as Json };
  };

  for await (const block of csvRecords(opened.bytes, options, opened.at)) {
    for (const raw of block) {
      last = raw;
      if (!rows) {
        if (isBlank(raw)) continue;
        const columns = config.header === false ? numberedColumns(raw) : columnsOf(raw, dialect.encoding);
        rows = rowOptions(config, dialect, columns);
        if (config.header !== false) continue;
      }
      const record = rowOf(raw, rows);
      if (!record) continue;
      records.push(record);
      if (records.length === pageSize) {
        yield page();
        records = [];
      }
    }
  }
  if (records.length > 0) yield page();
}

/**
 * The rows of a CSV. Throws for a faulty line. Unless `chosen` says that there is a header line, columns are called
 * column1, column2 and so on.
 */
export async function* csvRowsOf(
  bytes: AsyncIterable<Uint8Array>,
  chosen: Pick<CsvSourceConfig, 'header' | 'delimiter' | 'maxLineKilobytes'> = {},
): AsyncIterable<{ line: number; row: Row }> {
  const config: CsvSourceConfig = { header: false, ...chosen };
  const opened = await openFirst({ read: () => bytes, version: () => null }, config);
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

/** Looks at the first bytes and then goes on with the same stream. */
async function openFirst(source: ByteSource, config: CsvSourceConfig) {
  const stream = source.read(0)[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  while (size < SAMPLE_BYTES && !whole) {
    const { done, value } = await stream.next();
    if (done) whole = true;
    else {
      pieces.push(value);
      size += value.byteLength;
    }
  }
  const sample = Buffer.concat(pieces);
  const { dialect, bom } = sniff(sample, whole, config);
  async function* bytes(): AsyncIterable<Uint8Array> {
    try {
      yield sample.subarray(bom);
      for (let next = await stream.next(); !next.done; next = await stream.next()) yield next.value;
    } finally {
      await stream.return?.();
    }
  }
  return { bytes: bytes(), dialect, at: { offset: bom, line: 1 } };
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
