// The queue that the example of the AMQP output sends to.
import { sharedBroker } from '../amqp/broker.testing';
import { closeIdleLines } from '../amqp/lines';
import { queuesOf } from '../amqp/queue.testing';
import type { ExampleSetup } from '../harness.testing';

export async function setup(): Promise<ExampleSetup> {
  const broker = await sharedBroker();
  const queues = await queuesOf(broker);
  await queues.queue('pedidos');
  await queues.close();
  return {
    connection: broker.connection,
    allow: broker.allow,
    async close() {
      await closeIdleLines();
      await broker.close();
    },
  };
}
