// Runs another flow with the rows that came, a run for each page of them or for each row, and goes on with what came of it.
// A barrier, so that nobody is held while those runs go on: what is kept is the version, and the runs are in the service.
import { defineNode, UserError, type PreparedAction } from '@eclusa/flow';
import { callFlowFields, type CallFlowConfig } from './call-flow-fields';
import { collectRuns, type RunNote } from './flow-runs';

const usualName = 'run';

export default defineNode<CallFlowConfig>({
  id: 'transform.call-flow',
  version: 1,
  group: 'transform',
  name: { en: 'Run another flow', es: 'Ejecutar otro flujo', pt: 'Executar outro fluxo' },
  help: {
    en: 'Waits for all rows, hands them to runs of another flow, waits until those have ended, and goes on with the rows or with the answer of that flow. So steps that several flows share are drawn once. No worker is held meanwhile, each run is started once whatever stops on the way, and stopping this run stops them. A dry run starts nothing and shows what it would start.',
    es: 'Espera todas las filas, las entrega a ejecuciones de otro flujo, espera a que terminen y sigue con las filas o con la respuesta de ese flujo. Así, los pasos que comparten varios flujos se dibujan una vez. Mientras tanto no ocupa ningún proceso, cada ejecución se inicia una sola vez pase lo que pase, y detener esta ejecución las detiene. Un ensayo no inicia nada y muestra lo que iniciaría.',
    pt: 'Espera todas as linhas, entrega-as a execuções de outro fluxo, espera que elas terminem e segue com as linhas ou com a resposta desse fluxo. Assim, os passos que vários fluxos têm em comum são desenhados uma vez. Enquanto isso não ocupa nenhum processo, cada execução é iniciada uma só vez aconteça o que acontecer, e parar esta execução para todas elas. Uma simulação não inicia nada e mostra o que iniciaria.',
  },
  keywords: [
    ...['call', 'subflow', 'sub-workflow', 'child', 'nested', 'reuse', 'batch', 'for each', 'loop', 'flow'],
    ...['llamar', 'subflujo', 'reutilizar', 'por cada', 'bucle', 'flujo', 'invocar'],
    ...['chamar', 'subfluxo', 'reaproveitar', 'para cada', 'laço', 'fluxo', 'rotina'],
  ],
  gives: { unknown: { field: 'goesOn', is: 'answer' } },
  fields: callFlowFields,
  behaviour: {
    kind: 'barrier',
    runsFlow: true,
    collect: (inputs, context) => collectRuns(inputs['in'] ?? none(), context),
    each: {
      effect: 'idempotent',
      // The runs have an urgency of their own; this only passes on what came of them.
      urgency: () => 0,
      prepare: async ({ config }) => passer(config),
    },
  },
  example: {
    config: {
      flow: '00000000-0000-4000-8000-000000000000',
      rowsPerRun: 1,
      goesOn: 'rows',
      saveAs: 'run',
    },
    input: [
      { pedido: '1001', total: 129.9 },
      { pedido: '1002', total: 0 },
    ],
    output: {
      out: [
        {
          pedido: '1001',
          total: 129.9,
          run: {
            ...{ runId: '7b1f6c1e-52a5-4d4e-9c62-3a4f0c1d2e3f', state: 'completed' },
            ...{ read: 1, written: 1, failed: 0, answer: { numero: 'ERP-1001' } },
          },
        },
      ],
      failed: [{ pedido: '1002', total: 0 }],
    },
  },
});

function passer({ goesOn, saveAs }: CallFlowConfig): PreparedAction {
  const name = (saveAs ?? '').trim() || usualName;
  return {
    async run(row, call) {
      const note = call.note as unknown as RunNote | undefined;
      if (note?.is === 'failed') throw new UserError(note.code, { values: note.values });
      if (note?.is === 'done') return [{ value: { ...row, [name]: note.run } }];
      if (note?.is !== 'shown') return [{ value: row }];
      if (note.request) call.record(note.request);
      const notStarted = { runId: null, state: 'dry-run', read: 0, written: 0, failed: 0 };
      return goesOn === 'answer' ? [] : [{ value: { ...row, [name]: notStarted } }];
    },
  };
}

async function* none(): AsyncIterable<never> {}
