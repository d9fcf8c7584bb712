// Rows that another system sends along when it starts the flow. What is read here are the examples in the settings, for
// trying boxes out: a run of such a flow is given its rows.
import { defineNode, type Field } from '@eclusa/flow';
import { exampleField, readExamples } from './example-rows';

interface Config {
  example?: string;
  schema?: string;
}

const schemaField: Field = {
  kind: 'code',
  language: 'json',
  advanced: true,
  name: { en: 'Schema of a row', es: 'Esquema de una fila', pt: 'Esquema de uma linha' },
  help: {
    en: 'JSON Schema that each row must meet. A call with a row that does not is refused with the row, the field and the reason, and nothing starts. Left empty, every row is taken.',
    es: 'JSON Schema que cada fila debe cumplir. Una llamada con una fila que no lo cumple se rechaza con la fila, el campo y el motivo, y no se inicia nada. Si queda vacío, se acepta toda fila.',
    pt: 'JSON Schema que cada linha deve cumprir. Uma chamada com uma linha que não o cumpre é recusada com a linha, o campo e o motivo, e nada é iniciado. Vazio, toda linha é aceita.',
  },
};

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
  fields: { example: exampleField(example), schema: schemaField },
  behaviour: { kind: 'source', called: true, read: readExamples(example) },
  example: {
    config: { example },
    input: [],
    output: { out: [{ codigo: 'SKU-1', preco: '19,90' }] },
  },
});
