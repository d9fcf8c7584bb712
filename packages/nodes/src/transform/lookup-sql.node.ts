// Asks a database for something about each row: a price list, a customer's code, the stock of a warehouse. Reads only.
import { defineNode } from '@eclusa/flow';
import { prepareLookup, type SqlLookupConfig } from '../sql/lookup-sql';
import { databaseField, secondsField } from '../sql/sql-fields';
import { lookupFields } from './lookup-fields';

export default defineNode<SqlLookupConfig>({
  id: 'transform.lookup-sql',
  version: 1,
  group: 'transform',
  name: {
    en: 'Look up in a database',
    es: 'Consultar en una base de datos',
    pt: 'Consultar em um banco de dados',
  },
  help: {
    en: 'Asks a database about each row and keeps the answer in the row. Equal questions are asked once.',
    es: 'Pregunta a una base de datos sobre cada fila y guarda la respuesta en la fila. Las preguntas iguales se hacen una sola vez.',
    pt: 'Pergunta a um banco de dados sobre cada linha e guarda a resposta na linha. Perguntas iguais são feitas uma só vez.',
  },
  keywords: [
    'sql',
    'erp',
    'select',
    'lookup',
    'join',
    'enrich',
    'enriquecer',
    'consultar',
    'buscar',
    'database',
    'base de datos',
    'banco de dados',
    'procv',
  ],
  fields: {
    connection: databaseField,
    query: {
      kind: 'text',
      required: true,
      multiline: true,
      maxLength: 50_000,
      placeholder: 'SELECT id, limite FROM clientes WHERE cnpj = :cnpj',
      name: { en: 'Query', es: 'Consulta', pt: 'Consulta' },
      help: {
        en: 'SQL that begins with SELECT. Values go in by name, such as :cnpj, and never become part of the text.',
        es: 'SQL que empieza con SELECT. Los valores entran por nombre, como :cnpj, y nunca pasan a formar parte del texto.',
        pt: 'SQL que começa com SELECT. Os valores entram pelo nome, como :cnpj, e nunca viram parte do texto.',
      },
    },
    parameters: {
      kind: 'table',
      name: { en: 'Values', es: 'Valores', pt: 'Valores' },
      help: {
        en: 'One line for each :name, with a formula over the row. A name without a line is the field of the row called so.',
        es: 'Una línea por cada :nombre, con una fórmula sobre la fila. Un nombre sin línea es el campo de la fila que se llama así.',
        pt: 'Uma linha para cada :nome, com uma fórmula sobre a linha. Um nome sem linha é o campo da linha que se chama assim.',
      },
      columns: {
        name: { kind: 'text', required: true, name: { en: 'Name', es: 'Nombre', pt: 'Nome' } },
        value: { kind: 'expression', required: true, name: { en: 'Value', es: 'Valor', pt: 'Valor' } },
      },
    },
    ...lookupFields,
    timeoutSeconds: secondsField(60),
  },
  behaviour: { kind: 'action', effect: 'read', concurrency: 4, prepare: prepareLookup },
  example: {
    config: {
      connection: 'erp',
      query: 'SELECT id, limite FROM clientes WHERE cnpj = :cnpj',
      parameters: [{ name: 'cnpj', value: '$digits(documento)' }],
      saveAs: 'cliente',
    },
    input: [{ documento: '11.222.333/0001-81' }, { documento: '00.000.000/0001-91' }],
    output: {
      out: [
        { documento: '11.222.333/0001-81', cliente: { ID: 7, LIMITE: 1500.5 } },
        { documento: '00.000.000/0001-91', cliente: null },
      ],
    },
  },
});
