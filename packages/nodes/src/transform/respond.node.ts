// Makes of rows the answer to whoever started the run. What leaves it is what the caller gets; who sends it is not its affair.
import {
  defineNode,
  UserError,
  type AnswerRule,
  type Fields,
  type MappingLine,
  type Row,
} from '@eclusa/flow';
import { onceDone, rowFiller } from './mapped-row';

interface Config {
  status?: number;
  body?: 'fields' | 'row';
  mapping?: MappingLine[];
  rows?: 'first' | 'list';
  most?: number;
}

/** Bytes of one row of an answer, as JSON. */
const mostBytes = 64 * 1024;
/** Rows of a list at most, and when nothing is set. */
const [mostRows, usualRows] = [1_000, 100];

const fields: Fields = {
  status: {
    kind: 'number',
    default: 200,
    min: 200,
    max: 499,
    integer: true,
    name: { en: 'Status', es: 'Estado', pt: 'Status' },
    help: {
      en: 'HTTP status of the answer: 200 for done, 201 for made, 422 for what cannot be taken.',
      es: 'Estado HTTP de la respuesta: 200 si se hizo, 201 si se creó, 422 si no se puede aceptar.',
      pt: 'Status HTTP da resposta: 200 para feito, 201 para criado, 422 para o que não pode ser aceito.',
    },
  },
  body: {
    kind: 'choice',
    default: 'fields',
    name: { en: 'What the answer holds', es: 'Qué contiene la respuesta', pt: 'O que a resposta traz' },
    help: {
      en: 'Name the fields where the caller should see no more than it needs.',
      es: 'Indique los campos si quien llama no debe ver más de lo necesario.',
      pt: 'Indique os campos se quem chama não deve ver mais do que precisa.',
    },
    choices: [
      { value: 'fields', name: { en: 'These fields', es: 'Estos campos', pt: 'Estes campos' } },
      {
        value: 'row',
        name: { en: 'The row as it is', es: 'La fila tal como está', pt: 'A linha como está' },
      },
    ],
  },
  mapping: {
    kind: 'mapping',
    required: true,
    when: { field: 'body', is: ['fields'] },
    name: { en: 'Fields', es: 'Campos', pt: 'Campos' },
    help: {
      en: 'Left the field of the answer (dots make groups, as in order.id), right where it comes from.',
      es: 'A la izquierda el campo de la respuesta (los puntos crean grupos, como order.id); a la derecha, de dónde viene.',
      pt: 'À esquerda o campo da resposta (pontos criam grupos, como order.id); à direita, de onde ele vem.',
    },
  },
  rows: {
    kind: 'choice',
    default: 'first',
    name: { en: 'Rows in the answer', es: 'Filas en la respuesta', pt: 'Linhas na resposta' },
    help: {
      en: 'Where several of these boxes answer in one run, the one that the earliest row came to is heard.',
      es: 'Si varias de estas cajas responden en una ejecución, cuenta aquella a la que llegó la primera fila.',
      pt: 'Se várias destas caixas respondem em uma execução, vale aquela a que chegou a primeira linha.',
    },
    choices: [
      { value: 'first', name: { en: 'The first one', es: 'La primera', pt: 'A primeira' } },
      { value: 'list', name: { en: 'All, as a list', es: 'Todas, como lista', pt: 'Todas, como lista' } },
    ],
  },
  most: {
    kind: 'number',
    default: usualRows,
    min: 1,
    max: mostRows,
    integer: true,
    when: { field: 'rows', is: ['list'] },
    name: { en: 'Rows at most', es: 'Filas como máximo', pt: 'Linhas no máximo' },
    help: {
      en: 'Further rows are left out of the answer, and its header Eclusa-Answer-Rows tells how many there were.',
      es: 'Las demás filas quedan fuera de la respuesta, y su cabecera Eclusa-Answer-Rows dice cuántas hubo.',
      pt: 'As demais linhas ficam fora da resposta, e o cabeçalho Eclusa-Answer-Rows diz quantas houve.',
    },
  },
};

export default defineNode<Config>({
  id: 'transform.respond',
  version: 1,
  group: 'transform',
  name: { en: 'Answer the caller', es: 'Responder a quien llama', pt: 'Responder a quem chama' },
  help: {
    en: 'What comes here is the answer to the program that started the flow and waits for it (Prefer: wait=30). It is sent when the run has ended. The rows that leave are the answer; to go on with the rows as they came, draw a second line from the box before. Connect a box’s “Failed” to another “Answer the caller” to answer errors.',
    es: 'Lo que llega aquí es la respuesta al programa que inició el flujo y la espera (Prefer: wait=30). Se envía cuando termina la ejecución. Las filas que salen son la respuesta; para seguir con las filas como llegaron, dibuje otra línea desde la caja anterior. Conecte “Fallidas” de una caja a otra “Responder a quien llama” para responder errores.',
    pt: 'O que chega aqui é a resposta ao programa que iniciou o fluxo e a espera (Prefer: wait=30). Ela é enviada quando a execução termina. As linhas que saem são a resposta; para seguir com as linhas como chegaram, desenhe outra linha a partir da caixa anterior. Ligue “Com falha” de uma caixa a outra “Responder a quem chama” para responder erros.',
  },
  keywords: [
    ...['respond', 'response', 'return', 'reply', 'result', 'api', 'webhook', 'http', 'status'],
    ...['respuesta', 'responder', 'devolver', 'resposta', 'retorno', 'devolver', 'resultado'],
  ],
  gives: { fields: ['mapping'], rest: { field: 'body', is: 'row' } },
  fields,
  behaviour: {
    kind: 'transform',
    answer: ruleOf,
    prepare({ config, parameters }) {
      if (config.body === 'row') return (row) => [{ value: bounded(row) }];
      const fill = rowFiller(config.mapping ?? [], parameters);
      return (row) => onceDone(fill(row, {}), (value) => [{ value: bounded(value) }]);
    },
  },
  example: {
    config: {
      status: 201,
      mapping: [
        { target: 'order.id', expression: 'pedido' },
        { target: 'taken', expression: 'true' },
        { target: 'total', expression: '$parseNumber(total)' },
      ],
    },
    input: [
      { pedido: '1001', total: '1.299,90' },
      { pedido: '1002', total: 'abc' },
    ],
    output: {
      out: [{ order: { id: '1001' }, taken: true, total: 1299.9 }],
      failed: [{ pedido: '1002', total: 'abc' }],
    },
  },
});

function ruleOf({ status = 200, rows, most = usualRows }: Config): AnswerRule {
  return { status, list: rows === 'list', most: rows === 'list' ? Math.min(most, mostRows) : 1 };
}

function bounded(row: Row): Row {
  const bytes = Buffer.byteLength(JSON.stringify(row));
  if (bytes > mostBytes) {
    const values = { kilobytes: Math.ceil(bytes / 1024), most: mostBytes / 1024 };
    throw new UserError('nodes.answer-too-large', { values });
  }
  return row;
}
