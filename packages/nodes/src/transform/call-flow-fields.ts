// The form of the box that runs another flow.
import type { Fields } from '@eclusa/flow';

/** Rows of one run when nothing is set, and at most: one page. */
export const mostRowsPerRun = 500;

export interface CallFlowConfig {
  flow?: string;
  rowsPerRun?: number;
  atOnce?: number;
  goesOn?: 'rows' | 'answer';
  saveAs?: string;
  failedRows?: boolean;
}

const withRows = { field: 'goesOn', is: ['rows'] };

export const callFlowFields: Fields = {
  flow: {
    kind: 'flow',
    required: true,
    name: { en: 'Flow', es: 'Flujo', pt: 'Fluxo' },
    help: {
      en: 'A published flow that begins with “Called by another system”. It runs for the same store, or without one where it is connected for none.',
      es: 'Un flujo publicado que empieza con «Llamado por otro sistema». Se ejecuta para la misma tienda, o sin tienda si no está conectado para ninguna.',
      pt: 'Um fluxo publicado que começa com “Chamado por outro sistema”. É executado para a mesma loja, ou sem loja se não estiver conectado para nenhuma.',
    },
  },
  rowsPerRun: {
    kind: 'number',
    default: mostRowsPerRun,
    min: 1,
    max: mostRowsPerRun,
    integer: true,
    name: { en: 'Rows for each run', es: 'Filas por ejecución', pt: 'Linhas por execução' },
    help: {
      en: '500 is a run for each page of rows, 1 a run for each row. Few rows with a run of their own can be followed one by one; many are quicker in pages.',
      es: '500 es una ejecución por página de filas, 1 una ejecución por fila. Pocas filas con ejecución propia se pueden seguir una a una; muchas van más rápido en páginas.',
      pt: '500 é uma execução por página de linhas, 1 uma execução por linha. Poucas linhas com execução própria podem ser acompanhadas uma a uma; muitas vão mais rápido em páginas.',
    },
  },
  atOnce: {
    kind: 'number',
    default: 1,
    min: 1,
    max: 10,
    integer: true,
    name: { en: 'Runs at once', es: 'Ejecuciones a la vez', pt: 'Execuções ao mesmo tempo' },
    help: {
      en: 'With 1 each run begins when the one before it has ended, in the order of the rows. All of them are stored at once and lose nothing when a machine stops.',
      es: 'Con 1, cada ejecución empieza cuando terminó la anterior, en el orden de las filas. Todas se guardan de una vez y no pierden nada si una máquina se detiene.',
      pt: 'Com 1, cada execução começa quando a anterior termina, na ordem das linhas. Todas são guardadas de uma vez e não perdem nada se uma máquina parar.',
    },
  },
  goesOn: {
    kind: 'choice',
    default: 'rows',
    name: { en: 'What goes on', es: 'Qué sigue', pt: 'O que segue' },
    help: {
      en: 'Rows whose run failed leave by “Failed”, whatever is chosen here.',
      es: 'Las filas cuya ejecución falló salen por «Fallidas», sin importar lo que se elija aquí.',
      pt: 'As linhas cuja execução falhou saem por “Com falha”, seja qual for a escolha aqui.',
    },
    choices: [
      {
        value: 'rows',
        name: { en: 'The rows as they came', es: 'Las filas como llegaron', pt: 'As linhas como chegaram' },
        help: {
          en: 'Each with what came of its run and, where it has a run of its own, the answer.',
          es: 'Cada una con el resultado de su ejecución y, si tiene ejecución propia, la respuesta.',
          pt: 'Cada uma com o resultado da execução dela e, se tiver execução própria, a resposta.',
        },
      },
      {
        value: 'answer',
        name: {
          en: 'The rows of its answer',
          es: 'Las filas de su respuesta',
          pt: 'As linhas da resposta dele',
        },
        help: {
          en: 'What the flow’s “Answer the caller” gave, in place of the rows that came.',
          es: 'Lo que dio «Responder a quien llama» de ese flujo, en lugar de las filas que llegaron.',
          pt: 'O que “Responder a quem chama” desse fluxo deu, no lugar das linhas que chegaram.',
        },
      },
    ],
  },
  saveAs: {
    kind: 'text',
    default: 'run',
    when: withRows,
    maxLength: 100,
    placeholder: 'run',
    name: { en: 'Save as', es: 'Guardar como', pt: 'Salvar como' },
    help: {
      en: 'The field that holds the run’s runId and state, how many rows it read, wrote and failed, and its answer.',
      es: 'El campo con runId y state de la ejecución, cuántas filas leyó, escribió y fallaron, y su respuesta.',
      pt: 'O campo com runId e state da execução, quantas linhas leu, gravou e falharam, e a resposta dela.',
    },
  },
  failedRows: {
    kind: 'toggle',
    default: false,
    name: {
      en: 'Failed rows fail the run’s rows',
      es: 'Filas fallidas hacen fallar las de la ejecución',
      pt: 'Linhas com falha derrubam as da execução',
    },
    help: {
      en: 'Off: a run that came to its end is good, and its count of failed rows says the rest. On: one failed row in it sends all rows of that run to “Failed”; sensible where each row has a run of its own.',
      es: 'Desactivado: una ejecución que llegó a su fin está bien, y su cuenta de filas fallidas dice el resto. Activado: una fila fallida envía todas las filas de esa ejecución a «Fallidas»; tiene sentido si cada fila tiene ejecución propia.',
      pt: 'Desligado: uma execução que chegou ao fim está boa, e a contagem de linhas com falha diz o resto. Ligado: uma linha com falha envia todas as linhas dessa execução para “Com falha”; faz sentido se cada linha tiver execução própria.',
    },
  },
};
