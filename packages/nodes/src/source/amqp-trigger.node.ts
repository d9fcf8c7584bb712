// Starts a flow with the messages that arrive in a queue. The broker may forget them once they are stored with their run.
import { defineNode } from '@eclusa/flow';
import { listenTo, type ListenConfig } from '../amqp/listen';
import { amqpTriggerFields } from './amqp-fields';
import { readExamples } from './example-rows';

const exampleMessage = `{
  "id": "m-1",
  "type": "pedido",
  "exchange": "",
  "routingKey": "pedidos",
  "contentType": "application/json",
  "correlationId": null,
  "sentAt": "2026-11-23T12:00:00.000Z",
  "headers": { "loja": "sul" },
  "body": { "numero": "1-01", "total": 129.9 }
}`;

export default defineNode<ListenConfig & { example?: string }>({
  id: 'source.amqp-trigger',
  version: 1,
  group: 'source',
  name: {
    en: 'When messages arrive',
    es: 'Cuando llegan mensajes',
    pt: 'Quando chegam mensagens',
  },
  help: {
    en: 'Starts the flow as soon as messages arrive in a queue of RabbitMQ, or another broker that speaks AMQP: one row for each, and one run for those that arrive together. A message leaves the queue when it is stored with its run, so nothing is lost; one that the broker gives out a second time starts nothing again. A message that cannot be read comes as a row whose field fault says why, such as nodes.message-not-json. Its queue belongs to this flow alone. For large backlogs on a schedule there is “Read a message queue”.',
    es: 'Inicia el flujo en cuanto llegan mensajes a una cola de RabbitMQ, u otro servidor que hable AMQP: una fila por cada uno y una ejecución por los que llegan juntos. Un mensaje sale de la cola cuando quedó guardado con su ejecución: nada se pierde; el que el servidor entrega otra vez no inicia nada de nuevo. El mensaje que no se puede leer llega como una fila cuyo campo fault dice por qué, como nodes.message-not-json. La cola es solo de este flujo. Para colas grandes con una programación existe «Leer una cola de mensajes».',
    pt: 'Inicia o fluxo assim que chegam mensagens em uma fila do RabbitMQ, ou de outro servidor que fale AMQP: uma linha para cada, e uma execução para as que chegam juntas. Uma mensagem sai da fila quando está guardada com a execução: nada se perde; a que o servidor entrega outra vez não inicia nada de novo. A mensagem que não pode ser lida chega como uma linha cujo campo fault diz o motivo, como nodes.message-not-json. A fila é só deste fluxo. Para filas grandes com agendamento existe “Ler uma fila de mensagens”.',
  },
  keywords: [
    ...['rabbitmq', 'amqp', 'queue', 'message', 'broker', 'trigger', 'listen', 'activemq', 'lavinmq'],
    ...['fila', 'mensagem', 'mensageria', 'gatilho', 'escutar'],
    ...['cola', 'mensaje', 'mensajería', 'disparador', 'escuchar'],
  ],
  fields: amqpTriggerFields(exampleMessage),
  behaviour: {
    kind: 'source',
    called: true,
    trigger: { address: false, attend: listenTo },
    read: readExamples(exampleMessage),
  },
  example: {
    config: { connection: 'rabbit', queue: 'pedidos' },
    input: [],
    output: { out: [JSON.parse(exampleMessage)] },
  },
});
