// Opens the box of a trigger: as it is published now, or as it was when something was put at the other side for it.
import { boundFor, publishedOf, type FlowTrigger, type TriggerSetup } from '@eclusa/db';
import { compilePlan, nodeContext, planNode } from '@eclusa/engine';
import { fitBinding, type AttendedTrigger, type FlowDocument, type Json, type NodeType } from '@eclusa/flow';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkerConfig } from '../config';
import { HostService } from '../host/host.service';
import { CONFIG, NODE_TYPES } from '../tokens';

/** A box with what it works with, and nothing else of its flow. */
export interface Box {
  node: string;
  document: FlowDocument;
  parameters: Readonly<Record<string, Json>>;
  /** Connection ids by slot. */
  slots: Readonly<Record<string, string>>;
  secret: string | null;
  /** What the last lot of events kept. */
  kept?: Json;
}

export interface OpenBox extends Box {
  attended: AttendedTrigger;
}

type Of = Pick<FlowTrigger, 'id' | 'workspaceId' | 'flowId' | 'storeId'>;

@Injectable()
export class TriggerBoxes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly hosts: HostService,
    @Inject(NODE_TYPES) private readonly nodeTypes: ReadonlyMap<string, NodeType>,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {}

  /** Null for a trigger that has nothing to attend. */
  async open(trigger: FlowTrigger, signal: AbortSignal): Promise<OpenBox | null> {
    const { workspaceId, flowId, storeId, node, secret } = trigger;
    const published = await publishedOf(this.dataSource, flowId);
    const drawn = published?.document.nodes[node];
    if (!published || !drawn) return null;
    const { document } = published;
    const binding = await boundFor(this.dataSource.manager, { workspaceId, flowId, storeId }, document);
    const { parameters, slots } = fitBinding(document, binding);
    const alone = { ...document, nodes: { [node]: drawn }, edges: [] };
    return this.attend(
      trigger,
      { node, document: alone, parameters, slots, secret, kept: trigger.kept as Json },
      signal,
    );
  }

  /** The box as it was; null when this version of Eclusa has no such box to attend any more. */
  openSetup(setup: TriggerSetup, signal: AbortSignal): Promise<OpenBox | null> {
    const { id, workspaceId, connectionId, node, document, parameters, secret } = setup;
    const slots = { [slotOf(document, node)]: connectionId };
    const of = { id, workspaceId, flowId: id, storeId: null };
    return this.attend(of, { node, document, parameters, slots, secret }, signal);
  }

  private async attend(of: Of, box: Box, signal: AbortSignal): Promise<OpenBox | null> {
    const plan = compilePlan(box.document, this.nodeTypes, { parameters: box.parameters });
    const planned = planNode(plan, box.node);
    const { behaviour } = planned.type;
    if (behaviour.kind !== 'source' || !behaviour.trigger?.attend) return null;
    const host = this.hosts.hostOf({ ...of, slots: { ...box.slots } });
    // Not repeated here: what goes wrong is shown, and tried again at the next turn.
    const retry = { ...host.retry, maxAttempts: 1 };
    const context = nodeContext(plan, planned, { host: { ...host, retry }, dryRun: false, signal });
    const address = this.addressOf(of.workspaceId, box.secret);
    return {
      ...box,
      attended: await behaviour.trigger.attend({ ...context, signal, address, kept: box.kept ?? null }),
    };
  }

  private addressOf(workspaceId: string, secret: string | null): string {
    if (secret === null) return '';
    return `${this.config.publicUrl}/hooks/${String(this.config.keys.open(secret, workspaceId))}`;
  }
}

/** The slot whose connection a box attends with. */
export function slotOf({ nodes }: FlowDocument, node: string): string {
  return String(nodes[node]?.config['connection'] ?? '');
}
