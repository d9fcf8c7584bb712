// Lines to brokers that boxes share while they send: one for each connection of a worker, closed when nobody has used it
// for a while. A page of rows is too short a time to open a line for.
import { createHash } from 'node:crypto';
import type { Connection } from '@eclusa/flow';
import type { ConfirmChannel } from 'amqplib';
import { openBroker, toldBroker, toldChannel, type AmqpTools, type Broker } from './connect';

const IDLE_MS = 5_000;

export interface Line {
  broker: Broker;
  channel: ConfirmChannel;
  /** Ids of messages that no queue wanted, until they are asked for. */
  returned: Set<string>;
  /** Throws UserError `nodes.exchange-missing`. */
  knows(exchange: string): Promise<void>;
}

interface Open {
  line: Promise<Line>;
  users: number;
  timer?: NodeJS.Timeout;
}

const lines = new Map<string, Open>();

/** Does `work` with a line to the broker. Throws RemoteError `nodes.server-unreachable` where none can be had. */
export async function withLine<T>(
  connection: Connection,
  tools: AmqpTools,
  work: (line: Line) => Promise<T>,
): Promise<T> {
  const key = keyOf(connection);
  const open = lines.get(key) ?? begin(key, connection, tools);
  open.users += 1;
  clearTimeout(open.timer);
  try {
    return await work(await open.line);
  } finally {
    open.users -= 1;
    if (open.users === 0) open.timer = setTimeout(() => void end(key, open), IDLE_MS);
  }
}

/** Closes all lines nobody uses, at once. */
export async function closeIdleLines(): Promise<void> {
  await Promise.all([...lines].filter(([, { users }]) => users === 0).map(([key, open]) => end(key, open)));
}

/** Whatever changes in the connection makes it another one. */
function keyOf({ id, values }: Connection): string {
  return createHash('sha256')
    .update(JSON.stringify([id, values]))
    .digest('hex');
}

function begin(key: string, connection: Connection, tools: AmqpTools): Open {
  const forget = (): void => {
    if (lines.get(key) === open) lines.delete(key);
  };
  const open: Open = { line: openLine(connection, tools, forget), users: 0 };
  open.line.catch(forget);
  lines.set(key, open);
  return open;
}

async function end(key: string, open: Open): Promise<void> {
  if (lines.get(key) === open) lines.delete(key);
  clearTimeout(open.timer);
  await open.line.then(({ broker }) => broker.model.close()).catch(() => undefined);
}

async function openLine(connection: Connection, tools: AmqpTools, onEnd: () => void): Promise<Line> {
  const broker = await openBroker(connection, tools);
  try {
    const channel = await broker.model.createConfirmChannel();
    const returned = new Set<string>();
    channel.on('return', ({ properties }: { properties: { messageId?: string } }) => {
      returned.add(properties.messageId ?? '');
    });
    // Those who wait for a confirmation are told by it.
    channel.on('error', onEnd);
    channel.on('close', onEnd);
    const known = new Map<string, Promise<void>>();
    return {
      ...{ broker, channel, returned },
      knows(exchange) {
        const asked = known.get(exchange) ?? ask(broker, exchange);
        known.set(exchange, asked);
        asked.catch(() => known.delete(exchange));
        return asked;
      },
    };
  } catch (error) {
    void broker.model.close().catch(() => undefined);
    throw toldBroker(error, broker.name);
  }
}

/** On a channel of its own: what is not there ends the channel that asked for it. */
async function ask(broker: Broker, exchange: string): Promise<void> {
  if (exchange === '') return;
  try {
    const channel = await broker.model.createChannel();
    channel.on('error', () => undefined);
    await channel.checkExchange(exchange);
    await channel.close();
  } catch (error) {
    throw toldChannel(error, broker.name, 'exchange', exchange);
  }
}
