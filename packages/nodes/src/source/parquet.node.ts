// Rows of a Parquet file.
import { fileSource } from '../files/file-source';
import { parquetFormat } from '../files/formats/parquet';

export default fileSource({
  id: 'source.parquet',
  name: { en: 'Read Parquet', es: 'Leer Parquet', pt: 'Ler Parquet' },
  help: {
    en: 'Reads a Parquet file row by row, as warehouses and B.I. tools leave them. Numbers, dates and yes/no keep their type; lists and objects within a row stay as they are.',
    es: 'Lee un archivo Parquet fila por fila, como los dejan los almacenes de datos y las herramientas de B.I. Números, fechas y sí/no conservan su tipo; las listas y los objetos dentro de una fila quedan como están.',
    pt: 'Lê um arquivo Parquet linha por linha, como os data warehouses e as ferramentas de B.I. os deixam. Números, datas e sim/não mantêm o tipo; listas e objetos dentro de uma linha ficam como são.',
  },
  keywords: [
    'parquet',
    'data lake',
    'warehouse',
    'b.i.',
    'spark',
    'athena',
    'bigquery',
    'arquivo',
    'archivo',
  ],
  accepts: ['.parquet'],
  format: parquetFormat,
  fields: {
    columns: {
      kind: 'text',
      advanced: true,
      placeholder: 'sku, price',
      name: { en: 'Only these columns', es: 'Solo estas columnas', pt: 'Só estas colunas' },
      help: {
        en: 'With a comma between them, such as sku, price. The others are not even fetched. All of them when empty.',
        es: 'Separadas por coma, como sku, price. Las demás ni siquiera se descargan. Si queda vacío, todas.',
        pt: 'Separadas por vírgula, como sku, price. As outras nem são baixadas. Se ficar vazio, todas.',
      },
    },
  },
  example: {
    config: { file: 'example.parquet' },
    input: [],
    output: {
      out: [
        { sku: 'SKU-1', price: 1299.9, active: true, since: '2026-11-23' },
        { sku: 'SKU-2', price: 89, active: false, since: null },
      ],
    },
  },
});
