// Looks after the triggers of published flows: keeps what the other side is to send, fetches what waits there, and finds
// afterwards what was never sent. What comes is in Postgres, with the run it starts, before the other side is told so.
import { takeEvents, type FlowTrigger } from '@eclusa/db';
import { UserError, type AttendedTrigger, type Json, type NodeType, type TriggerEvent } from '@eclusa/flow';
import { CALL_QUEUE, enqueueCalls, enqueueRun, RUN_QUEUE } from '@eclusa/queue';
import { InjectQueue } from '@nestjs/bull';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Queue } from 'bull';
import { DataSource } from 'typeorm';
import type { WorkerConfig } from '../config';
import { CONFIG, NODE_TYPES } from '../tokens';
import { Gaps } from './gaps';
import { TriggerBoxes, type OpenBox } from './trigger-boxes';
import { TriggerSetups } from './trigger-setups';
import { TriggerStore } from './trigger-store';

/** Triggers looked after at once by one process. */
const most = 8;
/** Lots fetched before a trigger makes way for others. */
const mostPolls = 100;
/** Triggers listened to at once by one process, beside those. */
const mostListening = 64;
/** Then another worker may listen, and what is listened to is opened anew. */
const listenMs = 60_000;

@Injectable()
export class Attendant implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('triggers');
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<string>();
  private readonly listening = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private looking = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: TriggerStore,
    private readonly gaps: Gaps,
    private readonly boxes: TriggerBoxes,
    private readonly setups: TriggerSetups,
    @InjectQueue(RUN_QUEUE) private readonly runs: Queue,
    @InjectQueue(CALL_QUEUE) private readonly calls: Queue,
    @Inject(NODE_TYPES) private readonly nodeTypes: ReadonlyMap<string, NodeType>,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), this.config.triggerMs);
  }

  /** Nothing new is begun; what waits at the other side is still there for the next worker. */
  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.stopping.abort(new Error('worker stopping'));
  }

  private async look(): Promise<void> {
    if (this.looking || this.underWay.size >= most || this.stopping.signal.aborted) return;
    this.looking = true;
    try {
      for (const trigger of await this.store.claim(most - this.underWay.size)) void this.attend(trigger);
    } catch (error) {
      this.log.warn(String(error));
    } finally {
      this.looking = false;
    }
  }

  // Never rejects: what could not be done is due again when the claim ends.
  private async attend(trigger: FlowTrigger): Promise<void> {
    this.underWay.add(trigger.id);
    const own = new AbortController();
    const signal = AbortSignal.any([own.signal, this.stopping.signal]);
    const beat = setInterval(() => void this.beat(trigger, own), this.config.leaseMs / 3);
    try {
      const seconds = await this.work(trigger, signal);
      await this.store.release(trigger, seconds);
    } catch (error) {
      const tell = signal.aborted ? this.store.release(trigger, 0) : this.store.fail(trigger, error);
      await tell.catch((again: unknown) => this.log.warn(String(again)));
    } finally {
      clearInterval(beat);
      this.underWay.delete(trigger.id);
      this.listening.delete(trigger.id);
    }
  }

  private async beat(trigger: FlowTrigger, own: AbortController): Promise<void> {
    const kept = await this.store.keep(trigger).catch(() => true);
    if (!kept) own.abort(new Error('the trigger is not ours any more'));
  }

  /** Seconds until the trigger is due again; null for one that has nothing to attend. */
  private async work(trigger: FlowTrigger, signal: AbortSignal): Promise<number | null> {
    const box = await this.boxes.open(trigger, signal);
    if (!box) return null;
    try {
      return await this.tend(trigger, box, signal);
    } finally {
      await box.attended.end?.();
    }
  }

  private async tend(trigger: FlowTrigger, box: OpenBox, signal: AbortSignal): Promise<number> {
    const { attended } = box;
    const owner = await this.store.ownerOf(trigger, attended);
    if (owner !== null) throw new UserError('trigger.source-shared', { values: { flow: owner } });
    const take = (events: readonly TriggerEvent[], keep?: Json) => this.take(trigger, events, keep);
    const sinceCheck = Date.now() - (trigger.checkedAt?.getTime() ?? 0);
    let isLost = false;
    if (sinceCheck >= attended.checkSeconds * 1_000) isLost = await this.check(trigger, box);
    if (attended.poll && !(await this.poll(trigger, attended, take, signal))) {
      isLost = (await this.check(trigger, box)) || isLost;
    }
    const gapSeconds = await this.gaps.search(trigger, attended, take, isLost);
    return Math.min(attended.pollSeconds ?? attended.checkSeconds, gapSeconds ?? Infinity);
  }

  private async check(trigger: FlowTrigger, box: OpenBox): Promise<boolean> {
    const found = await box.attended.check(trigger.written, {
      onLoss: () => this.store.lost(trigger),
      onWrite: () => this.setups.note(trigger, box),
    });
    await this.store.checked(trigger, found);
    trigger.written = found.print;
    return found.kept === 'restored';
  }

  /** Fetches what waits; false when the other side has dropped its configuration. */
  private async poll(
    trigger: FlowTrigger,
    attended: AttendedTrigger,
    take: (events: readonly TriggerEvent[], keep?: Json) => Promise<number>,
    signal: AbortSignal,
  ): Promise<boolean> {
    const until = attended.listens ? this.listen(trigger) : Infinity;
    const goesOn = (polls: number) => (attended.listens ? Date.now() < until : polls < mostPolls);
    for (let polls = 0; polls === 0 || goesOn(polls); polls++) {
      signal.throwIfAborted();
      const begun = new Date();
      const lot = await attended.poll?.();
      if (!lot) return false;
      if (trigger.trouble) await this.recovered(trigger);
      if (lot.events.length > 0) await take(lot.events, lot.keep);
      await lot.acknowledge();
      if (lot.keep !== undefined) await this.store.forgetKept(trigger);
      if (lot.more) continue;
      await this.store.covered(trigger, begun);
      return true;
    }
    return true;
  }

  /** What is listened to is given back only after a while, and works again by now. */
  private async recovered(trigger: FlowTrigger): Promise<void> {
    await this.store.recovered(trigger);
    trigger.trouble = null;
  }

  /** Until when a trigger is listened to: it takes the place of none that is only looked after. */
  private listen({ id }: FlowTrigger): number {
    if (this.listening.size >= mostListening) return 0;
    this.underWay.delete(id);
    this.listening.add(id);
    return Date.now() + listenMs;
  }

  private async take(trigger: FlowTrigger, events: readonly TriggerEvent[], keep?: Json): Promise<number> {
    const taken = await takeEvents(this.dataSource, this.nodeTypes, trigger, events, keep);
    if (taken === 'gone') throw new Error('the flow has no such box any more');
    if (!taken) return 0;
    // What Redis does not take now, the sweep finds.
    if (taken.pageId !== null) void enqueueCalls(this.calls, { pageIds: [taken.pageId] });
    else void enqueueRun(this.runs, { kind: 'start', runId: taken.runId });
    return taken.rows;
  }
}
