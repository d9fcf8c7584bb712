// Takes calls of other systems to the addresses of flows: stores what they tell, with the run it starts, and only then
// answers. Calls to one address that come together are stored together.
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { FlowTrigger, grouped, hashOf, publishedOf, takeEvents, type Taken } from '@eclusa/db';
import { resolveConfig } from '@eclusa/engine';
import type { Json, TriggerEvent } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { CALL_QUEUE, enqueueCalls, enqueueRun, RUN_QUEUE } from '@eclusa/queue';
import type { Queue } from 'bull';
import type { DataSource } from 'typeorm';
import { knownNodes } from '../flows/check-flow';
import { depthOf, isStorable, MAX_JSON_DEPTH } from '../http/json-body';
import { Refusal } from '../http/refusal';
import type { HookTakenDto } from './triggers.dto';

interface Told {
  trigger: FlowTrigger;
  event: TriggerEvent;
}

@Injectable()
export class HooksService {
  private readonly store = grouped((told: readonly Told[]) => this.storeAll(told), { most: 100, lanes: 4 });

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @InjectQueue(RUN_QUEUE) private readonly runs: Queue,
    @InjectQueue(CALL_QUEUE) private readonly calls: Queue,
  ) {}

  /** Throws 404 for an address nobody has, 400 for a body that tells nothing this flow understands. */
  async take(secret: string, body: unknown): Promise<HookTakenDto> {
    // Looked up by its hash: how long that takes tells nothing of the secrets there are.
    const where = { secretHash: hashOf(secret), active: true };
    const trigger = await this.database.getRepository(FlowTrigger).findOneBy(where);
    if (!trigger) throw new Refusal(404, 'api.hook-unknown');
    const events = await this.understand(trigger, jsonIn(body));
    await Promise.all(events.map((event) => this.store({ trigger, event })));
    return { events: events.length };
  }

  private async understand(trigger: FlowTrigger, body: Json): Promise<TriggerEvent[]> {
    const published = await publishedOf(this.database, trigger.flowId);
    const box = published?.document.nodes[trigger.node];
    const type = nodeTypes.get(box?.type ?? '');
    const behaviour = type?.behaviour;
    if (!box || !type || behaviour?.kind !== 'source' || !behaviour.trigger?.receive) {
      throw new Refusal(404, 'api.hook-unknown');
    }
    const events = await behaviour.trigger.receive(body, resolveConfig(trigger.node, box, type));
    if (events === null) throw new Refusal(400, 'api.hook-not-understood');
    return events;
  }

  /** Events of one trigger start one run. All that are stored twice were stored once. */
  private async storeAll(told: readonly Told[]): Promise<true[]> {
    const byTrigger = new Map<string, Told[]>();
    for (const one of told) {
      byTrigger.set(one.trigger.id, [...(byTrigger.get(one.trigger.id) ?? []), one]);
    }
    for (const all of byTrigger.values()) {
      const [{ trigger }] = all as [Told];
      const events = all.map(({ event }) => event);
      const taken = await takeEvents(this.database, knownNodes(), trigger, events);
      if (taken === 'gone') throw new Refusal(404, 'api.hook-unknown');
      if (taken) void this.tell(taken);
    }
    return told.map(() => true);
  }

  // Nobody waits for it: what Redis does not take is found by the sweep.
  private tell({ runId, pageId }: Taken): Promise<boolean> {
    if (pageId === null) return enqueueRun(this.runs, { kind: 'start', runId });
    return enqueueCalls(this.calls, { pageIds: [pageId] });
  }
}

/** The JSON in a body as it came; 400 for what is none, or could not be given back by the database. */
function jsonIn(body: unknown): Json {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  if (depthOf(bytes) > MAX_JSON_DEPTH) throw new Refusal(400, 'api.json-too-deep', { depth: MAX_JSON_DEPTH });
  const read = parsed(bytes);
  if (!isStorable(read)) throw new Refusal(400, 'api.text-unstorable');
  return read;
}

function parsed(bytes: Buffer): Json {
  try {
    return JSON.parse(bytes.toString('utf8')) as Json;
  } catch {
    throw new Refusal(400, 'api.json-broken');
  }
}
