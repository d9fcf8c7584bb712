// Rows of a table or a query of a database. Reads only: its transaction refuses to write.
import { defineNode } from '@eclusa/flow';
import { readSql, type SqlSourceConfig } from '../sql/read-sql';
import { sqlSourceFields } from './sql-fields';

export default defineNode<SqlSourceConfig>({
  id: 'source.sql',
  version: 1,
  group: 'source',
  name: {
    en: 'Read from a database',
    es: 'Leer de una base de datos',
    pt: 'Ler de um banco de dados',
  },
  help: {
    en: 'Reads a table or a query of your ERP’s database, however large, and goes on where it stopped. On request each run reads only what is new or changed.',
    es: 'Lee una tabla o una consulta de la base de datos de su ERP, por grande que sea, y continúa donde se quedó. Si lo pide, cada ejecución lee solo lo nuevo o cambiado.',
    pt: 'Lê uma tabela ou uma consulta do banco de dados do seu ERP, por maior que seja, e continua de onde parou. Se você pedir, cada execução lê só o que é novo ou mudou.',
  },
  keywords: [
    'sql',
    'erp',
    'select',
    'database',
    'base de datos',
    'banco de dados',
    'postgresql',
    'mysql',
    'mariadb',
    'firebird',
    'sql server',
    'oracle',
    'query',
    'consulta',
    'tabela',
    'incremental',
  ],
  gives: {
    fields: [],
    told: { list: 'sql.rows', needs: ['connection', 'table'], by: ['from', 'columns'] },
  },
  fields: sqlSourceFields,
  behaviour: { kind: 'source', read: readSql },
  example: {
    config: {
      connection: 'erp',
      from: 'query',
      query: 'SELECT codigo, descricao, preco FROM produtos WHERE ativo = :ativo',
      parameters: [{ name: 'ativo', value: 'S' }],
      key: 'codigo',
    },
    input: [],
    output: {
      out: [
        { CODIGO: 'SKU-1', DESCRICAO: 'Cafeteira elétrica', PRECO: 129.9 },
        { CODIGO: 'SKU-2', DESCRICAO: 'Chaleira inox', PRECO: 89.5 },
      ],
    },
  },
});
