// Listens to a queue for a worker: what comes is told to the broker only when it is stored with the run it starts. Until
// then the broker keeps it, and gives it to whoever listens next.
import { randomUUID, createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AttendedTrigger, Json, Lot, Row, TriggerContext, TriggerEvent } from '@eclusa/flow';
import type { ConsumeMessage } from 'amqplib';
import { brokerName, openBroker, type Broker } from './connect';
import { openIntake, type Intake } from './intake';
import { printOf, recordOf, type ReadAs } from './message';

export interface ListenConfig {
  connection: string;
  queue: string;
  content?: 'json' | 'text';
  atOnce?: number;
  gatherSeconds?: number;
  maxRecordKilobytes?: number;
}

/** A poll that finds nothing says so after this time, so that whoever attends can look after other things. */
const PATIENCE_MS = 2_000;
/** Looks at the queue itself happen with each line; this is how long one may be believed. */
const CHECK_SECONDS = 300;

/** Opens no line yet. */
export async function listenTo(context: TriggerContext<ListenConfig>): Promise<AttendedTrigger> {
  const connection = await context.connection('connection');
  const listener = new Listener(context, () => openBroker(connection, context));
  const queue = context.config.queue.trim();
  return {
    source: `amqp ${brokerName(connection)} ${queue}`,
    listens: true,
    pollSeconds: 0,
    checkSeconds: CHECK_SECONDS,
    async check(written) {
      await listener.open();
      return { kept: written === null ? 'written' : 'there', print: queue };
    },
    poll: () => listener.poll(),
    end: () => listener.end(),
  };
}

class Listener {
  private line: Promise<{ broker: Broker; intake: Intake }> | undefined;
  /** Prints of messages that are stored and may come again, with how often. */
  private readonly again = new Map<string, number>();
  private readonly readAs: ReadAs;

  constructor(
    private readonly context: TriggerContext<ListenConfig>,
    private readonly connect: () => Promise<Broker>,
  ) {
    const { config, kept = null } = context;
    this.readAs = {
      content: config.content ?? 'json',
      maxBytes: (config.maxRecordKilobytes ?? 1024) * 1024,
    };
    const prints = Array.isArray(kept) ? kept.map(String) : [];
    for (const print of prints) this.again.set(print, (this.again.get(print) ?? 0) + 1);
  }

  /** Throws where there is no broker or no such queue. */
  open(): Promise<{ broker: Broker; intake: Intake }> {
    return (this.line ??= this.begin());
  }

  private async begin() {
    const { config, signal } = this.context;
    const broker = await this.connect();
    // Whoever waits for a message does not hear of the signal otherwise.
    signal.addEventListener('abort', () => void broker.model.close().catch(() => undefined), { once: true });
    try {
      return { broker, intake: await openIntake(broker, config.queue.trim(), this.atOnce * 2) };
    } catch (error) {
      await broker.model.close().catch(() => undefined);
      throw error;
    }
  }

  async end(): Promise<void> {
    const line = await this.line?.catch(() => undefined);
    await line?.broker.model.close().catch(() => undefined);
  }

  async poll(): Promise<Lot> {
    const { intake } = await this.open();
    const messages = await this.gather(intake);
    const last = messages.at(-1);
    const fresh = messages.filter((message) => !this.isStored(message));
    return {
      events: fresh.map((message) => this.eventOf(message)),
      more: true,
      ...(fresh.length > 0 && { keep: fresh.map(printOf) }),
      acknowledge: async () => void (last && (await intake.acknowledge(last))),
    };
  }

  /** What is there once the first has come, and what comes soon after it: many messages make one run. */
  private async gather(intake: Intake): Promise<ConsumeMessage[]> {
    const first = await intake.lot(1, PATIENCE_MS);
    if (first.length === 0 || this.atOnce === 1) return first;
    await sleep((this.context.config.gatherSeconds ?? 0.2) * 1000, undefined, {
      signal: this.context.signal,
    });
    return [...first, ...(await intake.lot(this.atOnce - 1, 0))];
  }

  private get atOnce(): number {
    return this.context.config.atOnce ?? 100;
  }

  /** Given out again because whoever stored it could not tell the broker any more. */
  private isStored(message: ConsumeMessage): boolean {
    const print = message.fields.redelivered ? printOf(message) : '';
    const left = this.again.get(print) ?? 0;
    if (left === 0) return false;
    this.again.set(print, left - 1);
    return true;
  }

  private eventOf(message: ConsumeMessage): TriggerEvent {
    const record = recordOf(message, this.readAs);
    const row: Row =
      'value' in record ? record.value : { ...(record.raw as Row), fault: record.error.code as Json };
    return { key: keyOf(message), row };
  }
}

/**
 * Senders that number their messages may begin anew, so the content counts too. A message without an id is like no other:
 * the same words may be meant twice.
 */
function keyOf({ fields, properties, content }: ConsumeMessage): string {
  const id = properties.messageId as unknown;
  if (typeof id !== 'string' || id === '') return `message ${randomUUID()}`;
  const hash = createHash('sha256').update(JSON.stringify([fields.exchange, fields.routingKey, id]));
  return `message ${hash.update(content).digest('base64')}`;
}
