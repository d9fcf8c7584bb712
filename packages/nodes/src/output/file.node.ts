// Writes all rows to one file, as it goes: no more than a page is held. Gives a row that describes the file.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { defineNode, type Json, type Port, type Row } from '@eclusa/flow';
import { csvLines } from './csv-format';
import { fileFields } from './file-fields';
import { fileName } from './file-name';
import { writeFile, type SinkConfig } from './file-sink';
import { jsonText, ndjsonText } from './json-format';
import { columnsOf } from './output-columns';
import { xmlText } from './xml-format';
import { encodeWindows1252 } from '../net/charset';

export interface FileConfig extends SinkConfig {
  format?: 'csv' | 'json' | 'ndjson' | 'xml';
  rootElement?: string;
  rowElement?: string;
  packed?: boolean;
  name?: string;
  columns?: Json;
  delimiter?: string;
  encoding?: 'utf-8' | 'windows-1252';
  bom?: boolean;
  decimalComma?: boolean;
  guard?: boolean;
}

const filePort: Port = { id: 'file', type: 'file', name: { en: 'File', es: 'Archivo', pt: 'Arquivo' } };

export default defineNode<FileConfig>({
  id: 'output.file',
  version: 1,
  group: 'output',
  name: { en: 'Write file', es: 'Escribir archivo', pt: 'Gravar arquivo' },
  help: {
    en: 'Writes all rows to a CSV, JSON or XML file: to download from the run, to a server (SFTP, FTP, S3) or to a folder.',
    es: 'Escribe todas las filas en un archivo CSV, JSON o XML: para descargar desde la ejecución, en un servidor (SFTP, FTP, S3) o en una carpeta.',
    pt: 'Grava todas as linhas em um arquivo CSV, JSON ou XML: para baixar na página da execução, em um servidor (SFTP, FTP, S3) ou em uma pasta.',
  },
  keywords: [
    'csv',
    'sftp',
    'ftp',
    's3',
    'json',
    'xml',
    'export',
    'exportar',
    'download',
    'excel',
    'planilha',
    'planilla',
    'salvar',
    'guardar',
  ],
  outputs: [filePort],
  fields: fileFields,
  behaviour: {
    kind: 'barrier',
    async *collect(inputs, context) {
      const { config, parameters, kept } = context;
      const isAway = config.to === 'server' || config.to === 'folder';
      const name = typeof kept === 'string' ? kept : nameOf(config, parameters, context.now());
      // After a crash the same file is written again, and not one with a later time in its name.
      if (isAway && kept === null) yield { keep: name };
      const counted = counter(inputs['in'] ?? none());
      const text = await textOf(config, counted.pages, context.scratch);
      const plain = encoded(text, config);
      const written = await writeFile(context, name, config.packed ? packed(plain) : plain);
      const { name: given, bytes, ...where } = written;
      yield [{ ...where, name: given, rows: counted.rows(), bytes }];
    },
  },
  example: {
    config: {
      format: 'csv',
      name: 'precos-{date}',
      columns: [{ column: 'sku' }, { column: 'price', title: 'preço' }],
    },
    input: [
      { sku: 'SKU-1', price: 1299.9 },
      { sku: 'SKU-2', price: 89 },
    ],
    output: { file: [{ fileId: 'file-1', name: 'precos-2026-11-23.csv', rows: 2, bytes: 39 }] },
  },
});

function nameOf(
  { name = '', format = 'csv', packed: isPacked }: FileConfig,
  parameters: Readonly<Record<string, Json>>,
  now: Date,
): string {
  return `${fileName(name, format, parameters, now)}${isPacked ? '.gz' : ''}`;
}

async function* packed(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const zip = createGzip();
  // What goes wrong with the rows is thrown to whoever reads the packed bytes.
  pipeline(Readable.from(bytes), zip).catch((error: Error) => zip.destroy(error));
  yield* zip as AsyncIterable<Uint8Array>;
}

async function textOf(
  config: FileConfig,
  pages: AsyncIterable<Row[]>,
  scratch: Parameters<typeof columnsOf>[2],
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
  { format, encoding, bom }: FileConfig,
): AsyncIterable<Uint8Array> {
  const legacy = format === 'csv' && encoding === 'windows-1252';
  if (format === 'csv' && bom && !legacy) yield Buffer.from([0xef, 0xbb, 0xbf]);
  for await (const piece of text) yield legacy ? encodeWindows1252(piece) : Buffer.from(piece, 'utf8');
}

function counter(source: AsyncIterable<Row[]>): { pages: AsyncIterable<Row[]>; rows(): number } {
  let rows = 0;
  async function* pages(): AsyncIterable<Row[]> {
    for await (const page of source) {
      rows += page.length;
      yield page;
    }
  }
  return { pages: pages(), rows: () => rows };
}

async function* none(): AsyncIterable<never> {}
