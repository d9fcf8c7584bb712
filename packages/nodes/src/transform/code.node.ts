// A person's own JavaScript over each row, in a sandbox. Refuses results that are not rows.
import { defineNode, isJsonObject, UserError, type Emit, type Json, type RowResult } from '@eclusa/flow';
import { checkSyntax, openSandbox, type Sandbox } from './code-sandbox';

const EMPTY = 'return row;';

export default defineNode<{ code?: string; timeLimit?: number }>({
  id: 'transform.code',
  version: 1,
  group: 'transform',
  name: { en: 'JavaScript', es: 'JavaScript', pt: 'JavaScript' },
  help: {
    en: 'Runs your own code for every row, for what the other boxes cannot do. It has no network and no files.',
    es: 'Ejecuta su propio código por cada fila, para lo que las otras cajas no pueden hacer. No tiene red ni archivos.',
    pt: 'Executa o seu próprio código para cada linha, para o que as outras caixas não fazem. Sem rede e sem arquivos.',
  },
  keywords: ['code', 'script', 'js', 'function', 'código', 'programar', 'função', 'función', 'custom'],
  fields: {
    code: {
      kind: 'code',
      language: 'javascript',
      required: true,
      default: EMPTY,
      name: { en: 'Code', es: 'Código', pt: 'Código' },
      help: {
        en: 'Gets row and params. Return a row, a list of rows, or null to leave the row out. A thrown error fails the row.',
        es: 'Recibe row y params. Devuelva una fila, una lista de filas o null para omitir la fila. Un error lanzado hace fallar la fila.',
        pt: 'Recebe row e params. Retorne uma linha, uma lista de linhas ou null para ignorar a linha. Um erro lançado faz a linha falhar.',
      },
    },
    timeLimit: {
      kind: 'number',
      default: 200,
      min: 10,
      max: 5000,
      integer: true,
      advanced: true,
      unit: { en: 'ms', es: 'ms', pt: 'ms' },
      name: { en: 'Time for a row', es: 'Tiempo por fila', pt: 'Tempo por linha' },
      help: {
        en: 'Code that runs longer is stopped, and its row fails.',
        es: 'El código que corre más tiempo se detiene y su fila falla.',
        pt: 'Código que roda por mais tempo é parado, e a linha falha.',
      },
    },
  },
  behaviour: {
    kind: 'transform',
    prepare({ config, parameters, signal }) {
      const options = { code: config.code ?? EMPTY, params: parameters, timeLimit: config.timeLimit ?? 200 };
      checkSyntax(options.code);
      let sandbox: Sandbox | undefined;
      let opening: Promise<Sandbox> | undefined;
      signal.addEventListener('abort', () => sandbox?.dispose(), { once: true });
      const fresh = async () => {
        try {
          sandbox = await (opening ??= openSandbox(options));
          return sandbox;
        } finally {
          opening = undefined;
        }
      };
      return (row): RowResult | Promise<RowResult> => {
        if (sandbox?.usable) return emits(sandbox.run(row));
        return fresh().then((ready) => emits(ready.run(row)));
      };
    },
  },
  example: {
    config: { code: 'return row.sizes.map((size) => ({ sku: `${row.ref}-${size}`, size }));' },
    input: [{ ref: 'CAMISA', sizes: ['P', 'M'] }, { ref: 'CAMISA' }],
    output: {
      out: [
        { sku: 'CAMISA-P', size: 'P' },
        { sku: 'CAMISA-M', size: 'M' },
      ],
      failed: [{ ref: 'CAMISA' }],
    },
  },
});

function emits(result: Json | undefined): Emit[] {
  if (result === undefined || result === null) return [];
  return (Array.isArray(result) ? result : [result]).map((value) => {
    if (isJsonObject(value)) return { value };
    const type = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
    throw new UserError('nodes.code-result', { values: { type } });
  });
}
