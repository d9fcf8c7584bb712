// Messages that wait in a queue, as rows. The broker is told that it may forget them when their rows are stored in the run,
// and not before.
import { defineNode, isJsonObject, type Json, type SourceContext, type SourcePage } from '@eclusa/flow';
import type { ConsumeMessage } from 'amqplib';
import { openBroker } from '../amqp/connect';
import { openIntake, type Intake } from '../amqp/intake';
import { printOf, recordOf } from '../amqp/message';
import { amqpSourceFields } from './amqp-fields';

export interface AmqpSourceConfig extends Record<string, Json | undefined> {
  queue: string;
  content?: 'json' | 'text';
  most?: number;
  atOnce?: number;
  silenceSeconds?: number;
  maxRecordKilobytes?: number;
}

export default defineNode<AmqpSourceConfig>({
  id: 'source.amqp',
  version: 1,
  group: 'source',
  name: { en: 'Read a message queue', es: 'Leer una cola de mensajes', pt: 'Ler uma fila de mensagens' },
  help: {
    en: 'Reads the messages that wait in a queue of RabbitMQ, or another broker that speaks AMQP, one row for each; the run ends when the queue is empty. A message leaves the queue when its row is stored in the run, so nothing is lost and nothing comes twice. One that cannot be read goes to the failed rows and does not block those behind it. Give the flow a schedule to read every minute; “When messages arrive” starts it by itself.',
    es: 'Lee los mensajes que esperan en una cola de RabbitMQ, u otro servidor que hable AMQP, una fila por cada uno; la ejecución termina cuando la cola queda vacía. Un mensaje sale de la cola cuando su fila quedó guardada en la ejecución: nada se pierde y nada llega dos veces. El que no se puede leer va a las filas fallidas y no detiene a los demás. Dele al flujo una programación para leer cada minuto; «Cuando llegan mensajes» lo inicia solo.',
    pt: 'Lê as mensagens que esperam em uma fila do RabbitMQ, ou de outro servidor que fale AMQP, uma linha para cada; a execução termina quando a fila fica vazia. Uma mensagem sai da fila quando a linha dela está guardada na execução: nada se perde e nada chega duas vezes. A que não pode ser lida vai para as linhas com falha e não segura as outras. Dê ao fluxo um agendamento para ler a cada minuto; “Quando chegam mensagens” o inicia sozinho.',
  },
  keywords: [
    ...['rabbitmq', 'amqp', 'queue', 'message', 'broker', 'consume', 'activemq', 'lavinmq'],
    ...['fila', 'mensagem', 'mensageria', 'cola', 'mensaje', 'mensajería'],
  ],
  fields: amqpSourceFields,
  behaviour: { kind: 'source', read: readQueue },
  example: {
    config: { connection: 'rabbit', queue: 'pedidos' },
    input: [],
    output: {
      out: [
        {
          id: 'm-1',
          type: null,
          exchange: '',
          routingKey: 'pedidos',
          contentType: 'application/json',
          correlationId: null,
          sentAt: '2026-11-23T12:00:00.000Z',
          headers: { loja: 'sul' },
          body: { numero: '1-01', total: 129.9 },
        },
      ],
    },
  },
});

/** Prints of the messages of the stored page, which may come again: a crash may have kept the broker from knowing. */
interface Cursor {
  read: number;
  prints: string[];
}

async function* readQueue(context: SourceContext<AmqpSourceConfig>): AsyncGenerator<SourcePage> {
  const { config, pageSize } = context;
  const size = Math.min(pageSize, config.atOnce ?? 500);
  const broker = await openBroker(await context.connection('connection'), context);
  try {
    // A dry run gives everything back, so that it sees no more than one page.
    const ahead = context.dryRun ? size : size * 2;
    const intake = await openIntake(broker, config.queue.trim(), ahead);
    yield* pagesOf(context, intake, size);
  } finally {
    await broker.model.close().catch(() => undefined);
  }
}

async function* pagesOf(
  { config, cursor, dryRun }: SourceContext<AmqpSourceConfig>,
  intake: Intake,
  size: number,
): AsyncGenerator<SourcePage> {
  const last = cursorOf(cursor);
  const again = new Map<string, number>();
  for (const print of last.prints) again.set(print, (again.get(print) ?? 0) + 1);
  const most = config.most ?? 100_000;
  const as = { content: config.content ?? 'json', maxBytes: (config.maxRecordKilobytes ?? 1024) * 1024 };
  let { read } = last;
  while (read < most) {
    const messages = await intake.lot(Math.min(size, most - read), (config.silenceSeconds ?? 2) * 1000);
    const end = messages.at(-1);
    if (!end) return;
    const fresh = messages.filter((message) => !isKnown(message, again));
    read += fresh.length;
    if (fresh.length > 0) {
      const records = fresh.map((message) => recordOf(message, as));
      yield { records, cursor: { read, prints: fresh.map(printOf) } };
    }
    if (dryRun) return;
    // Asked for more, what came before is stored.
    await intake.acknowledge(end);
  }
}

/** Stored by this run already, and given out again because its line broke. */
function isKnown(message: ConsumeMessage, again: Map<string, number>): boolean {
  if (!message.fields.redelivered || again.size === 0) return false;
  const print = printOf(message);
  const left = again.get(print) ?? 0;
  if (left === 0) return false;
  again.set(print, left - 1);
  return true;
}

function cursorOf(cursor: Json): Cursor {
  if (!isJsonObject(cursor)) return { read: 0, prints: [] };
  return cursor as unknown as Cursor;
}
