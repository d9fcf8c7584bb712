// Starts a flow when a run of another flow ends. Which end counts, and for which stores, is decided where runs end; what is
// read here are the examples in the settings, for trying boxes out.
import { defineNode, type Fields } from '@eclusa/flow';
import { exampleField, readExamples } from './example-rows';

interface Config {
  flow: string;
  on: 'completed' | 'failed' | 'any';
  rows: 'summary' | 'failed';
  stores: 'same' | 'every';
  example?: string;
}

const summary = {
  ...{ runId: '7b1f6c1e-52a5-4d4e-9c62-3a4f0c1d2e3f', flowName: 'Preços', version: 4, storeName: 'Loja' },
  ...{ state: 'completed', trigger: 'schedule', tags: [], read: 120, written: 118, skipped: 0, failed: 2 },
  ...{
    waiting: 0,
    error: null,
    startedAt: '2030-05-31T06:00:00.000Z',
    finishedAt: '2030-05-31T06:00:04.000Z',
  },
};
const example = JSON.stringify(summary, null, 2);

const fields: Fields = {
  flow: {
    kind: 'flow',
    required: true,
    name: { en: 'Flow', es: 'Flujo', pt: 'Fluxo' },
    help: {
      en: 'Its runs are watched, whatever started them; dry runs are not.',
      es: 'Se observan sus ejecuciones, sin importar qué las inició; los simulacros no.',
      pt: 'As execuções dele são observadas, não importa o que as iniciou; as simulações não.',
    },
  },
  on: {
    kind: 'choice',
    default: 'completed',
    name: { en: 'Starts when it', es: 'Empieza cuando', pt: 'Começa quando ele' },
    help: {
      en: 'Which ends of that flow count.',
      es: 'Qué finales de ese flujo cuentan.',
      pt: 'Quais finais desse fluxo contam.',
    },
    choices: [
      {
        value: 'completed',
        name: { en: 'has finished', es: 'terminó', pt: 'terminou' },
        help: {
          en: 'It came to its end; single rows may have failed.',
          es: 'Llegó a su fin; algunas filas pueden haber fallado.',
          pt: 'Chegou ao fim; algumas linhas podem ter falhado.',
        },
      },
      {
        value: 'failed',
        name: {
          en: 'failed, or rows of it did',
          es: 'falló, o fallaron filas',
          pt: 'falhou, ou linhas dele falharam',
        },
        help: {
          en: 'It broke off, or it finished with failed rows.',
          es: 'Se interrumpió, o terminó con filas fallidas.',
          pt: 'Foi interrompido, ou terminou com linhas com falha.',
        },
      },
      {
        value: 'any',
        name: { en: 'ended, however', es: 'acabó, como sea', pt: 'acabou, como for' },
        help: {
          en: 'Finished, failed or cancelled.',
          es: 'Terminada, fallida o cancelada.',
          pt: 'Concluída, com falha ou cancelada.',
        },
      },
    ],
  },
  rows: {
    kind: 'choice',
    default: 'summary',
    name: { en: 'Rows', es: 'Filas', pt: 'Linhas' },
    help: {
      en: 'What this flow gets to work on.',
      es: 'Con qué trabaja este flujo.',
      pt: 'Com o que este fluxo trabalha.',
    },
    choices: [
      {
        value: 'summary',
        name: {
          en: 'One row about the run',
          es: 'Una fila sobre la ejecución',
          pt: 'Uma linha sobre a execução',
        },
        help: {
          en: 'Its state, store, times, and how many rows were read, written and failed.',
          es: 'Su estado, tienda, horas y cuántas filas se leyeron, escribieron y fallaron.',
          pt: 'Estado, loja, horários e quantas linhas foram lidas, gravadas e falharam.',
        },
      },
      {
        value: 'failed',
        name: { en: 'Its failed rows', es: 'Sus filas fallidas', pt: 'As linhas com falha dele' },
        help: {
          en: 'Each with input (the row as it entered the box), node, code and the number of the row. Without failed rows nothing starts.',
          es: 'Cada una con input (la fila como entró en la caja), node, code y el número de fila. Sin filas fallidas no se inicia nada.',
          pt: 'Cada uma com input (a linha como entrou na caixa), node, code e o número da linha. Sem linhas com falha, nada é iniciado.',
        },
      },
    ],
  },
  stores: {
    kind: 'choice',
    default: 'same',
    name: { en: 'For which stores', es: 'Para qué tiendas', pt: 'Para quais lojas' },
    help: {
      en: 'The stores this flow is started for.',
      es: 'Las tiendas para las que se inicia este flujo.',
      pt: 'As lojas para as quais este fluxo é iniciado.',
    },
    choices: [
      {
        value: 'same',
        name: {
          en: 'The store of that run',
          es: 'La tienda de esa ejecución',
          pt: 'A loja daquela execução',
        },
        help: {
          en: 'This flow has to be connected for that store. Connected for no store, it runs once without one.',
          es: 'Este flujo debe estar conectado para esa tienda. Si no está conectado para ninguna, se ejecuta una vez sin tienda.',
          pt: 'Este fluxo precisa estar conectado para essa loja. Sem loja conectada, é executado uma vez sem loja.',
        },
      },
      {
        value: 'every',
        name: { en: 'Every store', es: 'Todas las tiendas', pt: 'Todas as lojas' },
        help: {
          en: 'A run of its own for each store this flow is connected for.',
          es: 'Una ejecución propia por cada tienda para la que este flujo está conectado.',
          pt: 'Uma execução própria para cada loja à qual este fluxo está conectado.',
        },
      },
    ],
  },
  example: exampleField(example),
};

export default defineNode<Config>({
  id: 'source.flow-ended',
  version: 1,
  group: 'source',
  name: { en: 'When another flow ends', es: 'Cuando termina otro flujo', pt: 'Quando outro fluxo termina' },
  help: {
    en: 'Starts this flow when a run of another flow of the workspace has finished or failed: prices after products, a report after the night, a repair for rows that failed. It starts once for each end, for the same store or for all of them.',
    es: 'Inicia este flujo cuando una ejecución de otro flujo del espacio terminó o falló: precios después de productos, un informe tras la noche, un arreglo para filas fallidas. Se inicia una vez por cada fin, para la misma tienda o para todas.',
    pt: 'Inicia este fluxo quando uma execução de outro fluxo do espaço terminou ou falhou: preços depois de produtos, um relatório após a noite, um conserto para linhas com falha. É iniciado uma vez a cada fim, para a mesma loja ou para todas.',
  },
  keywords: [
    ...[
      'chain',
      'after',
      'then',
      'next',
      'flow',
      'trigger',
      'event',
      'failure',
      'fan-out',
      'on error',
      'finished',
    ],
    ...[
      'encadenar',
      'después',
      'flujo',
      'disparador',
      'fallo',
      'encadear',
      'depois',
      'fluxo',
      'gatilho',
      'falha',
    ],
  ],
  fields,
  behaviour: {
    kind: 'source',
    called: true,
    trigger: { address: false, flows: true },
    read: readExamples(example),
  },
  example: {
    config: { flow: '00000000-0000-4000-8000-000000000000', example },
    input: [],
    output: { out: [summary] },
  },
});
