// Queues and messages of a broker for tests, put there and counted by a line of the tests' own.
import type { Connection } from '@eclusa/flow';
import type { Channel, ChannelModel, Options } from 'amqplib';
import { guardedReach } from '../net/reach';
import { openBroker } from './connect';
import type { TestBroker } from './broker.testing';

export interface TestQueues {
  channel: Channel;
  /** Makes a queue, and puts these messages into it. */
  queue(name: string, messages?: readonly (string | Buffer)[], options?: Options.Publish): Promise<void>;
  /** Messages that wait in it. */
  count(name: string): Promise<number>;
  close(): Promise<void>;
}

/** Opens the line. */
export async function queuesOf({ connection, allow }: TestBroker): Promise<TestQueues> {
  const model = await lineOf(connection, allow);
  const channel = await model.createConfirmChannel();
  return {
    channel,
    async queue(name, messages = [], options = {}) {
      await channel.assertQueue(name);
      for (const message of messages) channel.sendToQueue(name, Buffer.from(message as string), options);
      await channel.waitForConfirms();
    },
    count: async (name) => (await channel.checkQueue(name)).messageCount,
    close: () => model.close(),
  };
}

async function lineOf(connection: Connection, allow: string[]): Promise<ChannelModel> {
  return (await openBroker(connection, { reach: guardedReach({ allow }) })).model;
}
