// Sends each row as a message to a broker, and counts it as sent when the broker has confirmed it.
import { createHash } from 'node:crypto';
import {
  defineNode,
  RemoteError,
  UserError,
  type ActionCall,
  type Json,
  type NodeContext,
  type PreparedAction,
  type RecordedRequest,
  type Row,
} from '@eclusa/flow';
import { brokerName } from '../amqp/connect';
import { lineFault } from '../amqp/intake';
import { withLine, type Line } from '../amqp/lines';
import { evaluator, lines, textOf } from '../transform/evaluation';
import { amqpOutputFields } from './amqp-fields';

export interface AmqpOutputConfig extends Record<string, Json | undefined> {
  exchange?: string;
  routingKey: string;
  body?: string;
  contentType?: string;
  messageId?: string;
  mandatory?: boolean;
  persistent?: boolean;
  repeat?: 'again' | 'unknown';
}

interface Outgoing {
  key: string;
  id: string;
  body: Json;
  bytes: Buffer;
  headers: Record<string, Json>;
}

export default defineNode<AmqpOutputConfig>({
  id: 'output.amqp',
  version: 1,
  group: 'output',
  name: {
    en: 'Send to a message queue',
    es: 'Enviar a una cola de mensajes',
    pt: 'Enviar a uma fila de mensagens',
  },
  help: {
    en: 'Sends each row as a message to RabbitMQ, or another broker that speaks AMQP, and goes on when the broker has confirmed it. A message that no queue takes fails its row.',
    es: 'Envía cada fila como un mensaje a RabbitMQ, u otro servidor que hable AMQP, y sigue cuando el servidor lo confirmó. Un mensaje que ninguna cola toma hace fallar su fila.',
    pt: 'Envia cada linha como uma mensagem ao RabbitMQ, ou a outro servidor que fale AMQP, e segue quando o servidor a confirmou. Uma mensagem que nenhuma fila recebe faz a linha falhar.',
  },
  keywords: [
    ...['rabbitmq', 'amqp', 'queue', 'message', 'broker', 'publish', 'exchange', 'event'],
    ...['fila', 'mensagem', 'mensageria', 'publicar', 'cola', 'mensaje', 'mensajería'],
  ],
  unchecked: [{ field: 'repeat', is: ['unknown'] }],
  fields: amqpOutputFields,
  behaviour: { kind: 'action', effect: 'create', concurrency: 32, prepare },
  example: {
    config: {
      connection: 'rabbit',
      routingKey: '"pedidos"',
      body: '{"numero": orderId}',
      messageId: 'orderId',
    },
    input: [{ orderId: '1-01' }],
    output: { out: [{ orderId: '1-01' }] },
  },
});

async function prepare(context: NodeContext<AmqpOutputConfig>): Promise<PreparedAction> {
  const { config, dryRun } = context;
  const connection = await context.connection('connection');
  const exchange = (config.exchange ?? '').trim();
  const outgoing = maker(context, exchange);
  return {
    async run(row, call) {
      const message = await outgoing(row);
      if (dryRun) call.record(shownOf(brokerName(connection), exchange, message));
      else await withLine(connection, context, (line) => publish(line, config, exchange, message, call));
      return [{ value: row }];
    },
    ...(config.repeat !== 'unknown' && { findExisting: async () => null }),
  };
}

/** Throws UserError for an expression that does not compile. */
function maker(
  { config, parameters }: NodeContext<AmqpOutputConfig>,
  exchange: string,
): (row: Row) => Promise<Outgoing> {
  const compile = (source: string, name: string) => evaluator(source, name, parameters);
  const key = compile(config.routingKey, 'routingKey');
  const content = compile(config.body?.trim() || '$', 'body');
  const id = config.messageId?.trim() ? compile(config.messageId, 'messageId') : null;
  const headers = lines(config['headers']).map((line) => ({
    name: textOf(line, 'name'),
    evaluate: compile(textOf(line, 'value'), textOf(line, 'name')),
  }));
  const isJson = /json/i.test(config.contentType ?? 'json');
  return async (row) => {
    const routingKey = await key(row);
    if (routingKey === undefined || routingKey === null || routingKey === '') {
      throw new UserError('nodes.routing-key-empty');
    }
    const body = (await content(row)) ?? null;
    const bytes = Buffer.from(typeof body === 'string' && !isJson ? body : JSON.stringify(body));
    const own = await id?.(row);
    const named: Record<string, Json> = {};
    for (const { name, evaluate } of headers) {
      const value = await evaluate(row);
      if (value !== undefined && value !== null) named[name] = value;
    }
    const text = String(routingKey as string);
    const made = createHash('sha256')
      .update(JSON.stringify([exchange, text, named]))
      .update(bytes)
      .digest('hex');
    const messageId =
      own === undefined || own === null || own === '' ? made.slice(0, 32) : String(own as string);
    return { key: text, id: messageId.slice(0, 255), body, bytes, headers: named };
  };
}

async function publish(
  line: Line,
  config: AmqpOutputConfig,
  exchange: string,
  { key, id, bytes, headers }: Outgoing,
  { signal }: ActionCall,
): Promise<void> {
  await line.knows(exchange);
  signal.throwIfAborted();
  const options = {
    ...{ messageId: id, headers, contentType: config.contentType || 'application/json' },
    ...{ persistent: config.persistent ?? true, mandatory: config.mandatory ?? true, appId: 'eclusa' },
  };
  await new Promise<void>((resolve, reject) => {
    const uncertain = (cause: unknown): RemoteError => {
      const { code, values } = lineFault(line.broker);
      return new RemoteError(code, { retryable: true, uncertain: true, values, cause });
    };
    try {
      line.channel.publish(exchange, key, bytes, options, (error: unknown) =>
        error ? reject(uncertain(error)) : resolve(),
      );
    } catch (error) {
      // Nothing was sent: the line had ended before.
      const { code, values } = lineFault(line.broker);
      reject(new RemoteError(code, { retryable: true, values, cause: error }));
    }
  });
  if (!line.returned.delete(id)) return;
  const values = { server: line.broker.name, exchange: exchange || '–', key };
  throw new RemoteError('nodes.message-unroutable', { retryable: false, values });
}

function shownOf(server: string, exchange: string, { key, id, body, headers }: Outgoing): RecordedRequest {
  const url = `amqp://${server}#${exchange}/${encodeURIComponent(key)}`;
  const shown = Object.entries(headers).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return {
    method: 'PUBLISH',
    url,
    headers: { 'message-id': id, ...(Object.fromEntries(shown) as Record<string, string>) },
    body,
  };
}
