// Messages of a queue as they come, a lot at a time. Until they are acknowledged the broker keeps them, and gives them to
// somebody else when the line ends.
import type { RemoteError } from '@eclusa/flow';
import type { Channel, ConsumeMessage } from 'amqplib';
import { toldBroker, toldChannel, type Broker } from './connect';

export interface Intake {
  /** Up to `most` messages; fewer when nothing comes for `silenceMs`. Throws when the line ends. */
  lot(most: number, silenceMs: number): Promise<ConsumeMessage[]>;
  /** Acknowledges this message and all before it, and resolves when the broker knows. */
  acknowledge(last: ConsumeMessage): Promise<void>;
  close(): Promise<void>;
}

/** Begins to take from a queue, at most `ahead` messages that are not acknowledged. Throws UserError `nodes.queue-missing`. */
export async function openIntake(broker: Broker, queue: string, ahead: number): Promise<Intake> {
  const channel = await broker.model.createChannel();
  const waiting = new Waiting(broker, channel, queue);
  try {
    await channel.checkQueue(queue);
    await channel.prefetch(ahead);
    await channel.consume(queue, (message) => waiting.take(message));
  } catch (error) {
    throw waiting.told(error);
  }
  return {
    lot: (most, silenceMs) => waiting.lot(most, silenceMs),
    async acknowledge(last) {
      try {
        channel.ack(last, true);
        // Acknowledging has no answer of its own; whatever is asked after it is answered after it.
        await channel.checkQueue(queue);
      } catch (error) {
        throw waiting.told(error);
      }
    },
    close: async () => void (await channel.close().catch(() => undefined)),
  };
}

class Waiting {
  private messages: ConsumeMessage[] = [];
  private wake: (() => void) | null = null;
  private fault: unknown;

  constructor(
    private readonly broker: Broker,
    channel: Channel,
    private readonly queue: string,
  ) {
    const fail = (error: unknown): void => {
      this.fault ??= error;
      this.wake?.();
    };
    channel.on('error', fail);
    channel.on('close', () => fail(broker.ended() ?? new Error('closed')));
  }

  /** Null comes when the queue itself is taken away. */
  take(message: ConsumeMessage | null): void {
    if (message) this.messages.push(message);
    else this.fault ??= Object.assign(new Error('queue deleted'), { code: 404 });
    this.wake?.();
  }

  told(error: unknown): unknown {
    return this.fault === undefined
      ? toldChannel(error, this.broker.name, 'queue', this.queue)
      : toldChannel(this.fault, this.broker.name, 'queue', this.queue);
  }

  async lot(most: number, silenceMs: number): Promise<ConsumeMessage[]> {
    while (this.messages.length < most) {
      if (this.fault !== undefined) throw this.told(this.fault);
      if (!(await this.next(silenceMs))) break;
    }
    if (this.fault !== undefined) throw this.told(this.fault);
    return this.messages.splice(0, most);
  }

  /** False when nothing came in time. */
  private next(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (came: boolean): void => {
        clearTimeout(timer);
        this.wake = null;
        resolve(came);
      };
      const timer = setTimeout(() => done(false), ms);
      this.wake = () => done(true);
    });
  }
}

/** What a broken line is told as, for those who wait for something else of it. */
export const lineFault = (broker: Broker): RemoteError =>
  toldBroker(broker.ended() ?? new Error('closed'), broker.name) as RemoteError;
