// Rows that another system sends along when it starts the flow. What is read here are the examples in the settings, for
// trying boxes out: a run of such a flow is given its rows.
import { defineNode, isJsonObject, UserError, type Json, type SourcePage } from '@eclusa/flow';

interface Config {
  example?: string;
}

const example = '[\n  { "codigo": "SKU-1", "preco": "19,90" }\n]';

export default defineNode<Config>({
  id: 'source.call',
  version: 1,
  group: 'source',
  name: { en: 'Called by another system', es: 'Llamado por otro sistema', pt: 'Chamado por outro sistema' },
  help: {
    en: 'Takes the rows that an ERP, a back office or a script sends when it starts this flow through the API. Each call is a run of its own.',
    es: 'Recibe las filas que un ERP, un back office o un script envía al iniciar este flujo por la API. Cada llamada es una ejecución propia.',
    pt: 'Recebe as linhas que um ERP, um back office ou um script envia ao iniciar este fluxo pela API. Cada chamada é uma execução própria.',
  },
  keywords: ['api', 'trigger', 'webhook', 'event', 'push', 'gatilho', 'evento', 'disparador', 'disparo'],
  fields: {
    example: {
      kind: 'code',
      language: 'json',
      default: example,
      name: { en: 'Example', es: 'Ejemplo', pt: 'Exemplo' },
      help: {
        en: 'Rows as they will come, an object or a list of objects. They are only for drawing and trying out the boxes behind.',
        es: 'Filas como van a llegar, un objeto o una lista de objetos. Solo sirven para dibujar y probar las cajas siguientes.',
        pt: 'Linhas como vão chegar, um objeto ou uma lista de objetos. Servem só para desenhar e testar as caixas seguintes.',
      },
    },
  },
  behaviour: {
    kind: 'source',
    called: true,
    async *read({ config, cursor, pageSize }): AsyncGenerator<SourcePage> {
      const rows = exampleRows(config.example ?? example);
      for (let from = Number(cursor ?? 0); from < rows.length; from += pageSize) {
        const records = rows
          .slice(from, from + pageSize)
          .map((row, index) => recordOf(row, from + index + 1));
        yield { records, cursor: from + records.length, total: rows.length };
      }
    },
  },
  example: {
    config: { example },
    input: [],
    output: { out: [{ codigo: 'SKU-1', preco: '19,90' }] },
  },
});

function exampleRows(text: string): Json[] {
  try {
    const read = JSON.parse(text) as Json;
    return Array.isArray(read) ? read : [read];
  } catch (cause) {
    throw new UserError('nodes.example-broken', { cause });
  }
}

function recordOf(raw: Json, row: number) {
  return isJsonObject(raw)
    ? { value: raw }
    : { raw, error: new UserError('nodes.example-row', { values: { row } }) };
}
