// The real RabbitMQ that the boxes are tested with, and a flow site whose connection leads to it.
import { ConnectionEntity } from '@eclusa/db';
import type { Connection } from '@eclusa/flow';
import { createRequire } from 'node:module';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import path from 'node:path';
import type { Site } from './worker.testing';

/** By a computed path: what tests of the boxes stand on is no part of their package. */
const load = createRequire(__filename);
const folder = path.resolve(__dirname, '../../../packages/nodes/src/amqp');

export interface RealBroker {
  connection: Connection;
  allow: string[];
  close(): Promise<void>;
}

export interface Queues {
  channel: { deleteQueue(name: string): Promise<unknown> };
  queue(
    name: string,
    messages?: readonly string[],
    options?: { messageId?: string; timestamp?: number },
  ): Promise<void>;
  /** Messages that wait in it and that nobody holds. */
  count(name: string): Promise<number>;
  close(): Promise<void>;
}

/** Starts a broker of its own. */
export async function realBroker(): Promise<{ broker: RealBroker; queues: Queues }> {
  const { startBroker } = load(path.join(folder, 'broker.testing')) as { startBroker(): Promise<RealBroker> };
  const { queuesOf } = load(path.join(folder, 'queue.testing')) as {
    queuesOf(broker: RealBroker): Promise<Queues>;
  };
  const broker = await startBroker();
  return { broker, queues: await queuesOf(broker) };
}

/** Stores the way to the broker as a connection of the site's workspace; answers its id. */
export async function connectionTo(
  site: Site,
  { connection }: RealBroker,
  gate?: Pick<Gate, 'port'>,
): Promise<string> {
  const { source, workspaceId } = site;
  const { password = '', ...settings } = { ...connection.values, ...(gate && { port: gate.port }) };
  const row = await source.getRepository(ConnectionEntity).save({
    ...{ workspaceId, kind: 'amqp', name: 'rabbit', settings },
    secrets: site.config().keys.seal({ password }, workspaceId),
  });
  return row.id;
}

/** A line to the broker whose way there can be held, and that can be cut. */
export class Gate {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private isHeld = false;
  private isClosed = false;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async to({ connection }: RealBroker): Promise<Gate> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const gate = new Gate(server, (server.address() as AddressInfo).port);
    server.on('connection', (near) => gate.pass(near, Number(connection.values['port'])));
    return gate;
  }

  private pass(near: Socket, port: number): void {
    if (this.isClosed) return void near.destroy();
    const far = connect(port, '127.0.0.1');
    const pair = [near, far] as const;
    this.pairs.add(pair);
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        for (const one of pair) one.destroy();
        this.pairs.delete(pair);
      });
    }
    near.on('data', (bytes) => {
      if (!this.isHeld) far.write(bytes);
    });
    far.on('data', (bytes) => void near.write(bytes));
  }

  /** Nothing that is said to the broker arrives any more; what it says does. */
  hold(): void {
    this.isHeld = true;
  }

  /** The lines there are end, and none begins until `mend`. */
  cut(): void {
    this.isClosed = true;
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
  }

  /** Lines that begin now work. */
  mend(): void {
    this.isHeld = false;
    this.isClosed = false;
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}
