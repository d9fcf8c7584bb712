// The form of the box that writes rows into a database. Data only.
import type { Fields } from '@eclusa/flow';
import { databaseField, ofTable, secondsField, tableField } from '../sql/sql-fields';

export const sqlOutputFields: Fields = {
  connection: databaseField,
  mode: {
    kind: 'choice',
    default: 'upsert',
    required: true,
    name: { en: 'How to write', es: 'Cómo escribir', pt: 'Como gravar' },
    help: {
      en: 'What becomes of a row whose key is in the table already. Each of these ways may be repeated: the second time changes nothing.',
      es: 'Qué pasa con una fila cuya clave ya está en la tabla. Cada una de estas formas se puede repetir: la segunda vez no cambia nada.',
      pt: 'O que acontece com uma linha cuja chave já está na tabela. Cada uma destas formas pode ser repetida: a segunda vez não muda nada.',
    },
    choices: [
      {
        value: 'upsert',
        name: { en: 'Add or replace', es: 'Agregar o reemplazar', pt: 'Incluir ou substituir' },
      },
      {
        value: 'insert',
        name: {
          en: 'Add, leave what is there',
          es: 'Agregar, sin tocar lo que está',
          pt: 'Incluir, sem tocar no que já está',
        },
      },
      {
        value: 'update',
        name: {
          en: 'Change only what is there',
          es: 'Cambiar solo lo que está',
          pt: 'Mudar só o que já está',
        },
        help: {
          en: 'A row whose key is not in the table leaves by "Failed".',
          es: 'Una fila cuya clave no está en la tabla sale por «Fallidas».',
          pt: 'Uma linha cuja chave não está na tabela sai por "Com falha".',
        },
      },
    ],
  },
  table: tableField(undefined),
  key: {
    kind: 'text',
    suggest: { ...ofTable, many: true },
    required: true,
    placeholder: 'codigo',
    name: { en: 'Key', es: 'Clave', pt: 'Chave' },
    help: {
      en: 'The columns by which the table knows a row, such as pedido, item. It needs a unique index on them. By them a row that is sent twice is written once.',
      es: 'Las columnas por las que la tabla reconoce una fila, como pedido, item. Necesita un índice único sobre ellas. Gracias a ellas, una fila enviada dos veces se escribe una sola vez.',
      pt: 'As colunas pelas quais a tabela reconhece uma linha, como pedido, item. Ela precisa de um índice único sobre elas. Por elas, uma linha enviada duas vezes é gravada uma só vez.',
    },
  },
  columns: {
    kind: 'mapping',
    suggest: ofTable,
    name: { en: 'Columns', es: 'Columnas', pt: 'Colunas' },
    help: {
      en: 'Left the column of the table, right where its value comes from, such as codigo and orderId. When empty, each field of the row goes to the column of its name.',
      es: 'A la izquierda la columna de la tabla; a la derecha, de dónde viene su valor, como codigo y orderId. Si queda vacío, cada campo de la fila va a la columna de su nombre.',
      pt: 'À esquerda a coluna da tabela; à direita, de onde vem o valor, como codigo e orderId. Se ficar vazio, cada campo da linha vai para a coluna de mesmo nome.',
    },
  },
  empty: {
    kind: 'choice',
    default: 'null',
    advanced: true,
    name: { en: 'Empty values', es: 'Valores vacíos', pt: 'Valores vazios' },
    help: {
      en: 'What is written where a row has no value for a column.',
      es: 'Qué se escribe cuando una fila no tiene valor para una columna.',
      pt: 'O que é gravado quando uma linha não tem valor para uma coluna.',
    },
    choices: [
      {
        value: 'null',
        name: {
          en: 'Empty the column (NULL)',
          es: 'Vaciar la columna (NULL)',
          pt: 'Esvaziar a coluna (NULL)',
        },
      },
      {
        value: 'keep',
        name: {
          en: 'Leave the column as it is',
          es: 'Dejar la columna como está',
          pt: 'Deixar a coluna como está',
        },
      },
    ],
  },
  timeoutSeconds: secondsField(60),
};
