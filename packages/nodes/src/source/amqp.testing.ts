// The queue that the example of the AMQP source reads.
import { sharedBroker } from '../amqp/broker.testing';
import { queuesOf } from '../amqp/queue.testing';
import type { ExampleSetup } from '../harness.testing';

export async function setup(): Promise<ExampleSetup> {
  const broker = await sharedBroker();
  const queues = await queuesOf(broker);
  await queues.queue('pedidos');
  await queues.channel.purgeQueue('pedidos');
  await queues.queue('pedidos', ['{"numero": "1-01", "total": 129.9}'], {
    ...{ messageId: 'm-1', contentType: 'application/json', headers: { loja: 'sul' } },
    timestamp: Date.UTC(2026, 10, 23, 12) / 1000,
  });
  await queues.close();
  return { connection: broker.connection, allow: broker.allow, close: broker.close };
}
