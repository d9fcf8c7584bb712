// Writes rows into a table of a database by their key: an ERP's, or one that reports stand on. Written twice is as written once.
import { defineNode } from '@eclusa/flow';
import { LOT } from '../sql/lot-writer';
import { prepareWrite, type SqlOutputConfig } from '../sql/write-sql';
import { sqlOutputFields } from './sql-fields';

export default defineNode<SqlOutputConfig>({
  id: 'output.sql',
  version: 1,
  group: 'output',
  name: {
    en: 'Write to a database',
    es: 'Escribir en una base de datos',
    pt: 'Gravar em um banco de dados',
  },
  help: {
    en: 'Writes rows into a table by their key: into your ERP, or for reports and B.I. Many rows go in one transaction, a row that fails does not hold up the others, and writing the same rows again changes nothing.',
    es: 'Escribe filas en una tabla por su clave: en su ERP, o para informes y B.I. Muchas filas van en una transacción, una fila que falla no detiene a las demás, y escribir las mismas filas otra vez no cambia nada.',
    pt: 'Grava linhas em uma tabela pela chave: no seu ERP, ou para relatórios e B.I. Muitas linhas vão em uma transação, uma linha que falha não segura as outras, e gravar as mesmas linhas de novo não muda nada.',
  },
  keywords: [
    'sql',
    'erp',
    'insert',
    'update',
    'upsert',
    'merge',
    'database',
    'base de datos',
    'banco de dados',
    'postgresql',
    'mysql',
    'mariadb',
    'firebird',
    'sql server',
    'oracle',
    'gravar',
    'guardar',
    'bi',
    'warehouse',
  ],
  fields: sqlOutputFields,
  behaviour: { kind: 'action', effect: 'idempotent', concurrency: LOT, prepare: prepareWrite },
  example: {
    config: {
      connection: 'erp',
      mode: 'upsert',
      table: 'pedidos',
      key: 'numero',
      columns: [
        { target: 'numero', expression: 'orderId' },
        { target: 'total', expression: 'value / 100' },
      ],
    },
    input: [{ orderId: '1-01', value: 12990 }, { value: 500 }],
    output: { out: [{ orderId: '1-01', value: 12990 }], failed: [{ value: 500 }] },
  },
});
