// Runs a statement or procedure of a database for each row, for ERPs that want to be written to by procedures of their own.
import { defineNode } from '@eclusa/flow';
import { prepareCall, type SqlCallConfig } from '../sql/call-sql';
import { databaseField, secondsField } from '../sql/sql-fields';

export default defineNode<SqlCallConfig>({
  id: 'output.sql-call',
  version: 1,
  group: 'output',
  name: {
    en: 'Call a database procedure',
    es: 'Llamar a un procedimiento de la base de datos',
    pt: 'Chamar um procedimento do banco de dados',
  },
  help: {
    en: 'Runs a procedure or any statement once for each row, in a transaction of its own, and keeps what it answers. What is called twice may be done twice: say in the box what a repeat does.',
    es: 'Ejecuta un procedimiento o cualquier instrucción una vez por fila, en una transacción propia, y guarda lo que responde. Lo llamado dos veces puede hacerse dos veces: indique en la caja qué hace una repetición.',
    pt: 'Executa um procedimento ou qualquer comando uma vez por linha, em uma transação própria, e guarda o que ele responde. O que é chamado duas vezes pode ser feito duas vezes: diga na caixa o que uma repetição faz.',
  },
  keywords: [
    'sql',
    'erp',
    'procedure',
    'procedimiento',
    'procedimento',
    'call',
    'execute',
    'executar',
    'ejecutar',
    'delete',
    'database',
    'base de datos',
    'banco de dados',
    'firebird',
    'oracle',
    'sql server',
  ],
  unchecked: [{ field: 'repeat', is: ['unknown'] }],
  fields: {
    connection: databaseField,
    statement: {
      kind: 'text',
      required: true,
      multiline: true,
      maxLength: 50_000,
      placeholder: 'EXECUTE PROCEDURE grava_pedido(:numero, :total)',
      name: { en: 'Statement', es: 'Instrucción', pt: 'Comando' },
      help: {
        en: 'As the database writes it, such as CALL grava_pedido(:numero, :total). Values go in by name and never become part of the text.',
        es: 'Como la escribe la base de datos, por ejemplo CALL grava_pedido(:numero, :total). Los valores entran por nombre y nunca pasan a formar parte del texto.',
        pt: 'Como o banco de dados o escreve, como CALL grava_pedido(:numero, :total). Os valores entram pelo nome e nunca viram parte do texto.',
      },
    },
    parameters: {
      kind: 'table',
      name: { en: 'Values', es: 'Valores', pt: 'Valores' },
      help: {
        en: 'One line for each :name, with a formula over the row, such as numero and orderId. A name without a line is the field of the row called so.',
        es: 'Una línea por cada :nombre, con una fórmula sobre la fila, como numero y orderId. Un nombre sin línea es el campo de la fila que se llama así.',
        pt: 'Uma linha para cada :nome, com uma fórmula sobre a linha, como numero e orderId. Um nome sem linha é o campo da linha que se chama assim.',
      },
      columns: {
        name: { kind: 'text', required: true, name: { en: 'Name', es: 'Nombre', pt: 'Nome' } },
        value: { kind: 'expression', required: true, name: { en: 'Value', es: 'Valor', pt: 'Valor' } },
      },
    },
    repeat: {
      kind: 'choice',
      default: 'unknown',
      required: true,
      name: {
        en: 'If the answer is lost',
        es: 'Si se pierde la respuesta',
        pt: 'Se a resposta se perder',
      },
      help: {
        en: 'The database may have done the work when the line dropped. Adding an order twice makes two orders.',
        es: 'La base de datos puede haber hecho el trabajo cuando se cortó la conexión. Agregar un pedido dos veces crea dos pedidos.',
        pt: 'O banco de dados pode ter feito o trabalho quando a conexão caiu. Incluir um pedido duas vezes cria dois pedidos.',
      },
      choices: [
        {
          value: 'again',
          name: { en: 'Call again', es: 'Llamar de nuevo', pt: 'Chamar de novo' },
          help: {
            en: 'For statements that change nothing the second time.',
            es: 'Para instrucciones que la segunda vez no cambian nada.',
            pt: 'Para comandos que na segunda vez não mudam nada.',
          },
        },
        {
          value: 'unknown',
          name: { en: 'A person looks', es: 'Una persona revisa', pt: 'Uma pessoa confere' },
          help: {
            en: 'The row waits in the run as "in doubt".',
            es: 'La fila espera en la ejecución como «en duda».',
            pt: 'A linha espera na execução como "em dúvida".',
          },
        },
      ],
    },
    saveAs: {
      kind: 'text',
      default: '',
      placeholder: 'erp',
      name: { en: 'Keep the answer in', es: 'Guardar la respuesta en', pt: 'Guardar a resposta em' },
      help: {
        en: 'The field of the row that gets it: how many rows changed, and the rows it answered, such as erp.rows[0].ID. Not kept when empty.',
        es: 'El campo de la fila que la recibe: cuántas filas cambiaron y las filas que respondió, como erp.rows[0].ID. No se guarda si queda vacío.',
        pt: 'O campo da linha que a recebe: quantas linhas mudaram e as linhas que ele respondeu, como erp.rows[0].ID. Não é guardada se ficar vazio.',
      },
    },
    timeoutSeconds: secondsField(60),
  },
  behaviour: { kind: 'action', effect: 'create', concurrency: 4, prepare: prepareCall },
  example: {
    config: {
      connection: 'erp',
      statement: 'EXECUTE PROCEDURE grava_pedido(:numero, :total)',
      parameters: [
        { name: 'numero', value: 'orderId' },
        { name: 'total', value: 'value / 100' },
      ],
      repeat: 'again',
      saveAs: 'erp',
    },
    input: [{ orderId: '1-01', value: 12990 }],
    output: { out: [{ orderId: '1-01', value: 12990, erp: { changed: 0, rows: [{ ID: 1 }] } }] },
  },
});
