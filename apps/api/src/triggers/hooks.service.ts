// Takes calls of other systems to the addresses of flows: stores what they tell, with the run it starts, and only then
// answers. Calls to one address that come together are stored together.
import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  boundFor,
  ConnectionEntity,
  FlowTrigger,
  grouped,
  hashOf,
  inWorkspace,
  publishedOf,
  runOfEvent,
  takeEvents,
  type Keyring,
  type Taken,
  type RunAnswerGiven,
} from '@eclusa/db';
import { resolveConfig } from '@eclusa/engine';
import type { Connection, FlowDocument, HookAnswer, HookCall, Json, TriggerEvent } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { CALL_QUEUE, enqueueCalls, enqueueRun, RUN_QUEUE } from '@eclusa/queue';
import type { Queue } from 'bull';
import type { DataSource } from 'typeorm';
import { knownNodes } from '../flows/check-flow';
import { depthOf, isStorable, MAX_JSON_DEPTH } from '../http/json-body';
import { Refusal } from '../http/refusal';
import { KEYRING } from '../keyring';
import { RunAnswers } from '../runs/run-answer.service';
import { RunWaiting } from '../runs/run-waiting.service';

/** What a call is answered: by its box, or by the flow itself in a run. */
export type HookReply =
  { status: number; text: string; run?: undefined } | { run: { id: string; given: RunAnswerGiven } };

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
    @Inject(KEYRING) private readonly keys: Keyring,
    private readonly waiting: RunWaiting,
    private readonly answers: RunAnswers,
  ) {}

  /**
   * What the call is answered with, once all it tells is stored. Throws 404 for an address nobody has, and a problem for
   * a call that is not taken: of such a one nothing is stored.
   */
  async take(secret: string, call: HookCall, gone: AbortSignal): Promise<HookReply> {
    // Looked up by its hash: how long that takes tells nothing of the secrets there are.
    const where = { secretHash: hashOf(secret), active: true };
    const trigger = await this.database.getRepository(FlowTrigger).findOneBy(where);
    if (!trigger) throw new Refusal(404, 'api.hook-unknown');
    const answer = await this.understand(trigger, call);
    if ('refused' in answer) {
      const { status, code, values } = answer.refused;
      throw new Refusal(status, code, values);
    }
    const { events, status, text, wait } = answer;
    if (!events.every(({ key, row }) => isStorable(key) && isStorable(row))) {
      throw new Refusal(400, 'api.text-unstorable');
    }
    const taken = { status, text: text === '' ? JSON.stringify({ events: events.length }) : text };
    if (wait !== undefined) return (await this.flowAnswer(trigger, events, wait, gone)) ?? taken;
    await Promise.all(events.map((event) => this.store({ trigger, event })));
    return taken;
  }

  /** Stores the events as a run of their own, and waits for what it answers; undefined when it does not within `seconds`. */
  private async flowAnswer(
    trigger: FlowTrigger,
    events: TriggerEvent[],
    seconds: number,
    gone: AbortSignal,
  ): Promise<HookReply | undefined> {
    const runId = await this.storeOne(trigger, events);
    if (runId === undefined || !(await this.waiting.until(runId, seconds, gone))) return undefined;
    const given = await this.answers.of({ id: runId, workspaceId: trigger.workspaceId });
    return given && { run: { id: runId, given } };
  }

  /** The run that the events started, now or when they came before; undefined for one that is gone. */
  private async storeOne(trigger: FlowTrigger, events: TriggerEvent[]): Promise<string | undefined> {
    const taken = await takeEvents(this.database, knownNodes(), trigger, events);
    if (taken === 'gone') throw new Refusal(404, 'api.hook-unknown');
    if (taken) void this.tell(taken);
    return taken?.runId ?? runOfEvent(this.database, trigger, events[0]?.key ?? '');
  }

  private async understand(trigger: FlowTrigger, call: HookCall): Promise<HookAnswer> {
    const published = await publishedOf(this.database, trigger.flowId);
    const box = published?.document.nodes[trigger.node];
    const type = nodeTypes.get(box?.type ?? '');
    const behaviour = type?.behaviour;
    if (!published || !box || !type || behaviour?.kind !== 'source' || !behaviour.trigger?.address) {
      throw new Refusal(404, 'api.hook-unknown');
    }
    const { answer, receive } = behaviour.trigger;
    const config = resolveConfig(trigger.node, box, type);
    if (answer) {
      checkDepth(call.body);
      return answer(call, config, await this.open(trigger, published.document, config['connection']));
    }
    if (call.method !== 'POST') {
      return { refused: { status: 405, code: 'nodes.hook-method', values: { allowed: 'POST' } } };
    }
    const events = await receive?.(jsonIn(call.body), config);
    if (!events) throw new Refusal(400, 'api.hook-not-understood');
    return { events, status: 200, text: '' };
  }

  /** The connection a box names, with its secrets; null where it names none. Throws 503 for one that is not bound. */
  private async open(
    of: FlowTrigger,
    document: FlowDocument,
    slot: Json | undefined,
  ): Promise<Connection | null> {
    if (typeof slot !== 'string' || slot === '') return null;
    const { workspaceId } = of;
    const { slots } = await boundFor(this.database.manager, of, document);
    const id = slots[slot];
    const connections = inWorkspace(this.database.getRepository(ConnectionEntity), workspaceId);
    const found = id === undefined ? null : await connections.findOneBy({ id });
    if (!found) throw new Refusal(503, 'api.hook-unready');
    const secrets = found.secrets === null ? {} : this.keys.open(found.secrets, workspaceId);
    return { id: found.id, kind: found.kind, values: { ...found.settings, ...(secrets as object) } };
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

/** The JSON in a body; 400 for what is none, or could not be given back by the database. */
function jsonIn(bytes: Uint8Array): Json {
  checkDepth(bytes);
  const read = parsed(bytes);
  if (!isStorable(read)) throw new Refusal(400, 'api.text-unstorable');
  return read;
}

/** Whatever begins as JSON does: others have bounds of their own. */
function checkDepth(bytes: Uint8Array): void {
  const first = bytes.find((byte) => byte > 0x20);
  if (first !== 0x7b && first !== 0x5b) return;
  if (depthOf(bytes) > MAX_JSON_DEPTH) throw new Refusal(400, 'api.json-too-deep', { depth: MAX_JSON_DEPTH });
}

function parsed(bytes: Uint8Array): Json {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Json;
  } catch {
    throw new Refusal(400, 'api.json-broken');
  }
}
