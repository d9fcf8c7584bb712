// Writes all rows to one file, or to one in each of many folders, as it goes: no more than some pages are held. Gives a row
// that describes each file.
import { defineNode, type BarrierContext, type Json, type Kept, type Port, type Row } from '@eclusa/flow';
import { endingOf, fileBytes, type FormatConfig } from './file-bytes';
import { fileFields } from './file-fields';
import { fileName } from './file-name';
import { openSink, type SinkConfig } from './file-sink';
import { partitionKeys, partitionsOf, type Partition } from './partitions';

export interface FileConfig extends SinkConfig, FormatConfig {
  name?: string;
  partitions?: Json;
  partitionFile?: 'add' | 'replace';
}

const filePort: Port = { id: 'file', type: 'file', name: { en: 'File', es: 'Archivo', pt: 'Arquivo' } };

export default defineNode<FileConfig>({
  id: 'output.file',
  version: 1,
  group: 'output',
  name: { en: 'Write file', es: 'Escribir archivo', pt: 'Gravar arquivo' },
  help: {
    en: 'Writes all rows to a CSV, Excel, Parquet, JSON or XML file: to download from the run, to a server (SFTP, FTP, S3) or to a folder; on request to folders such as year=2026/month=11, as B.I. tools read them.',
    es: 'Escribe todas las filas en un archivo CSV, Excel, Parquet, JSON o XML: para descargar desde la ejecución, en un servidor (SFTP, FTP, S3) o en una carpeta; si se pide, en carpetas como year=2026/month=11, como las leen las herramientas de B.I.',
    pt: 'Grava todas as linhas em um arquivo CSV, Excel, Parquet, JSON ou XML: para baixar na página da execução, em um servidor (SFTP, FTP, S3) ou em uma pasta; se quiser, em pastas como year=2026/month=11, como as ferramentas de B.I. leem.',
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
    'xlsx',
    'parquet',
    'data lake',
    'partition',
    'partição',
    'partición',
    'b.i.',
    'power bi',
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
      const keys = partitionKeys(context.config.partitions, context.parameters);
      const isAway = context.config.to === 'server' || context.config.to === 'folder';
      const pages = inputs['in'] ?? none();
      if (isAway && keys.length > 0) yield* writeParts(context, await partitionsOf(keys, pages, context));
      else yield* writeOne(context, pages, isAway);
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

async function* writeOne(
  context: BarrierContext<FileConfig>,
  source: AsyncIterable<Row[]>,
  isAway: boolean,
): AsyncIterable<Row[] | Kept> {
  const { config, parameters, kept } = context;
  const name =
    typeof kept === 'string'
      ? kept
      : fileName(config.name ?? '', endingOf(config), parameters, context.now());
  // After a crash the same file is written again, and not one with a later time in its name.
  if (isAway && kept === null) yield { keep: name };
  const counted = counter(source);
  const sink = await openSink(context);
  try {
    const bytes = await fileBytes(config, counted.pages, context.scratch);
    const { name: given, bytes: size, ...where } = await sink.write('', name, bytes);
    yield [{ ...where, name: given, rows: counted.rows(), bytes: size }];
  } finally {
    await sink.close();
  }
}

/**
 * A file in each folder. Its name says which rows it holds and not when they were written, so that the same rows change
 * nothing when they come again; or it is always the same, where a run brings all rows of the folders it writes to.
 */
async function* writeParts(
  context: BarrierContext<FileConfig>,
  partitions: readonly Partition[],
): AsyncIterable<Row[]> {
  const { config, scratch, pageSize } = context;
  const sink = await openSink(context);
  try {
    let page: Row[] = [];
    for (const partition of partitions) {
      const print = config.partitionFile === 'replace' ? '' : `-${partition.print}`;
      const bytes = await fileBytes(config, partition.pages(), scratch);
      const written = await sink.write(partition.path, `part${print}.${endingOf(config)}`, bytes);
      const { name, bytes: size, ...where } = written;
      page.push({ ...where, name, partition: partition.path, rows: partition.rows, bytes: size });
      if (page.length < pageSize) continue;
      yield page;
      page = [];
    }
    if (page.length > 0) yield page;
  } finally {
    await sink.close();
  }
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
