// The form of the box that reads from a database: what to ask for, how rows are told apart, and what counts as new.
import type { Fields } from '@eclusa/flow';
import { databaseField, ofTable, secondsField, tableField } from '../sql/sql-fields';

const from = (is: string) => ({ field: 'from', is: [is] });
const onlyNew = { field: 'read', is: ['new'] };

export const sqlSourceFields: Fields = {
  connection: databaseField,
  from: {
    kind: 'choice',
    default: 'table',
    name: { en: 'What to read', es: 'Qué leer', pt: 'O que ler' },
    help: {
      en: 'A whole table or view, or a query of your own for anything else.',
      es: 'Una tabla o vista completa, o una consulta propia para todo lo demás.',
      pt: 'Uma tabela ou visão inteira, ou uma consulta sua para todo o resto.',
    },
    choices: [
      { value: 'table', name: { en: 'A table', es: 'Una tabla', pt: 'Uma tabela' } },
      { value: 'query', name: { en: 'A query', es: 'Una consulta', pt: 'Uma consulta' } },
    ],
  },
  table: tableField(from('table')),
  columns: {
    kind: 'text',
    suggest: { ...ofTable, many: true },
    when: from('table'),
    placeholder: 'codigo, descricao, preco',
    name: { en: 'Columns', es: 'Columnas', pt: 'Colunas' },
    help: {
      en: 'Their names with commas between, such as codigo, descricao, preco. All of them when empty.',
      es: 'Sus nombres separados por comas, como codigo, descricao, preco. Todas si queda vacío.',
      pt: 'Os nomes separados por vírgulas, como codigo, descricao, preco. Todas se ficar vazio.',
    },
  },
  query: {
    kind: 'text',
    required: true,
    multiline: true,
    maxLength: 50_000,
    when: from('query'),
    placeholder: 'SELECT codigo, descricao FROM produtos WHERE filial = :filial',
    name: { en: 'Query', es: 'Consulta', pt: 'Consulta' },
    help: {
      en: 'SQL that begins with SELECT. Values go in by name, such as :filial, and are given below; they never become part of the text. It is run so that it cannot write.',
      es: 'SQL que empieza con SELECT. Los valores entran por nombre, como :filial, y se dan abajo; nunca pasan a formar parte del texto. Se ejecuta de modo que no puede escribir.',
      pt: 'SQL que começa com SELECT. Os valores entram pelo nome, como :filial, e são dados abaixo; nunca viram parte do texto. Ele é executado de modo que não pode gravar.',
    },
  },
  parameters: {
    kind: 'table',
    when: from('query'),
    name: { en: 'Values', es: 'Valores', pt: 'Valores' },
    help: {
      en: 'One line for each :name in the query. {name} of a flow parameter is replaced by its value.',
      es: 'Una línea por cada :nombre de la consulta. {nombre} de un parámetro del flujo se sustituye por su valor.',
      pt: 'Uma linha para cada :nome da consulta. {nome} de um parâmetro do fluxo é trocado pelo valor dele.',
    },
    columns: {
      name: { kind: 'text', required: true, name: { en: 'Name', es: 'Nombre', pt: 'Nome' } },
      value: { kind: 'text', name: { en: 'Value', es: 'Valor', pt: 'Valor' } },
    },
  },
  key: {
    kind: 'text',
    suggest: { ...ofTable, many: true },
    placeholder: 'codigo',
    name: { en: 'Key', es: 'Clave', pt: 'Chave' },
    help: {
      en: 'The columns that make a row unique, such as codigo. After an interruption reading goes on behind the last one. When empty, rows are counted, and an order that changed meanwhile ends the run.',
      es: 'Las columnas que hacen única una fila, como codigo. Tras una interrupción la lectura sigue detrás de la última. Si queda vacía, las filas se cuentan, y un orden que cambió mientras tanto detiene la ejecución.',
      pt: 'As colunas que tornam uma linha única, como codigo. Depois de uma interrupção a leitura segue atrás da última. Se ficar vazia, as linhas são contadas, e uma ordem que mudou nesse meio-tempo encerra a execução.',
    },
  },
  read: {
    kind: 'choice',
    default: 'all',
    name: { en: 'Which rows', es: 'Qué filas', pt: 'Quais linhas' },
    help: {
      en: 'All of them in every run, or only those that are new or changed since the last one.',
      es: 'Todas en cada ejecución, o solo las nuevas o cambiadas desde la última.',
      pt: 'Todas em cada execução, ou só as novas ou mudadas desde a última.',
    },
    choices: [
      { value: 'all', name: { en: 'All', es: 'Todas', pt: 'Todas' } },
      {
        value: 'new',
        name: { en: 'Only what is new', es: 'Solo lo nuevo', pt: 'Só o que é novo' },
      },
    ],
  },
  since: {
    kind: 'text',
    suggest: ofTable,
    required: true,
    when: onlyNew,
    placeholder: 'alterado_em',
    name: { en: 'Column that grows', es: 'Columna que crece', pt: 'Coluna que cresce' },
    help: {
      en: 'A date of change or a number that only grows, such as alterado_em. The last value whose rows are stored is kept for the next run; a query may use it as :since.',
      es: 'Una fecha de cambio o un número que solo crece, como alterado_em. El último valor cuyas filas quedaron guardadas se conserva para la próxima ejecución; una consulta puede usarlo como :since.',
      pt: 'Uma data de alteração ou um número que só cresce, como alterado_em. O último valor cujas linhas foram guardadas fica para a próxima execução; uma consulta pode usá-lo como :since.',
    },
  },
  startAt: {
    kind: 'text',
    when: onlyNew,
    placeholder: '2026-01-01',
    name: { en: 'Begin at', es: 'Empezar en', pt: 'Começar em' },
    help: {
      en: 'The value the first run begins with, such as 2026-01-01. When empty, it reads everything.',
      es: 'El valor con que empieza la primera ejecución, como 2026-01-01. Si queda vacío, lee todo.',
      pt: 'O valor com que começa a primeira execução, como 2026-01-01. Se ficar vazio, lê tudo.',
    },
  },
  again: {
    kind: 'toggle',
    default: true,
    advanced: true,
    when: onlyNew,
    name: {
      en: 'Ask for the last value again',
      es: 'Volver a pedir el último valor',
      pt: 'Pedir de novo o último valor',
    },
    help: {
      en: 'Rows may come with a value that was read already, such as a second change within the same second. They are asked for once more; those that were read and are as they were do not come twice. Turn it off where each value is there once.',
      es: 'Pueden llegar filas con un valor ya leído, como otro cambio en el mismo segundo. Se piden una vez más; las que ya se leyeron y siguen igual no llegan dos veces. Desactívelo si cada valor existe una sola vez.',
      pt: 'Podem chegar linhas com um valor já lido, como outra mudança no mesmo segundo. Elas são pedidas mais uma vez; as que já foram lidas e estão iguais não vêm duas vezes. Desligue se cada valor existe uma só vez.',
    },
  },
  timeoutSeconds: secondsField(300),
  maxRows: {
    kind: 'number',
    default: 10_000_000,
    min: 1,
    max: 1_000_000_000,
    integer: true,
    advanced: true,
    name: { en: 'Most rows', es: 'Máximo de filas', pt: 'Máximo de linhas' },
    help: {
      en: 'Reading stops with an error when a query goes on beyond this, since it may never end.',
      es: 'La lectura se detiene con un error si la consulta sigue más allá, porque podría no terminar nunca.',
      pt: 'A leitura para com um erro se a consulta passar disso, porque pode nunca terminar.',
    },
  },
};
