// What starts flows from outside: the boxes that wait for another system, the events that came, and the times in which
// none could come.
import type { ErrorRecord, FlowDocument, Json } from '@eclusa/flow';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Count, CreatedAt, Id, JsonColumn, Moment, OwnerWorkspace, Reference } from './columns';
import { ConnectionEntity, Store } from './connection.entity';
import { Flow } from './flow.entity';
import { Workspace } from './workspace.entity';

/** Why a trigger waits, and until when. */
export interface TriggerTrouble {
  error: ErrorRecord;
  since: string;
}

/** One box of a published flow that waits for another system, for one store. Kept while the box is away, for its address. */
@Entity('flow_trigger')
@Index(['flowId', 'storeId', 'node'], { unique: true })
@Index('ix_flow_trigger_no_store', ['flowId', 'node'], { unique: true, where: 'store_id IS NULL' })
@Index('ix_flow_trigger_watches', ['watches'], { where: 'watches IS NOT NULL' })
@Index('ix_flow_trigger_due', ['nextAt'], { where: 'active AND next_at IS NOT NULL' })
export class FlowTrigger {
  @Id() id: string;
  @Index() @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  @Reference(() => Flow, 'CASCADE') flowId: string;
  @Index() @Reference(() => Store, 'CASCADE', { nullable: true }) storeId: string | null;
  @Column({ type: 'text' }) node: string;
  /** The box's node type. */
  @Column({ type: 'text' }) type: string;
  /** The published version has the box, and the flow is bound for the store. */
  @Column({ type: 'boolean', default: true }) active: boolean;
  /** SHA-256 of the last part of its address; null without an address. */
  @Index({ unique: true }) @Column({ type: 'text', nullable: true }) secretHash: string | null;
  /** That last part, sealed for the workspace. */
  @Column({ type: 'text', nullable: true }) secret: string | null;
  /** The flow whose runs start this one when they end; null for other triggers, and when that flow is gone. */
  @Reference(() => Flow, 'SET NULL', { nullable: true }) watches: string | null;
  /** Which ends count. */
  @Column({ type: 'text', nullable: true }) watchOn: 'completed' | 'failed' | 'any' | null;
  /** Ends of runs for this store alone, or for any. */
  @Column({ type: 'text', nullable: true }) watchStores: 'same' | 'every' | null;
  /** Whose events it takes; null before it was first attended. */
  @Index() @Column({ type: 'text', nullable: true }) source: string | null;
  /** What was last written to the other side, as a print. */
  @Column({ type: 'text', nullable: true }) written: string | null;
  /** From here on the other side sends. */
  @Moment({ nullable: true }) beganAt: Date | null;
  /** What happened until here is known to have come. */
  @Moment({ nullable: true }) coveredAt: Date | null;
  @Moment({ nullable: true }) checkedAt: Date | null;
  @Moment({ nullable: true }) polledAt: Date | null;
  @Moment({ nullable: true }) eventAt: Date | null;
  /** Events that started a run. */
  @Count() events: number;
  /** When a worker looks after it next; null for one that only has an address. */
  @Moment({ nullable: true }) nextAt: Date | null;
  @JsonColumn({ nullable: true }) trouble: TriggerTrouble | null;
  /** What the last lot of events kept, until the other side was told that they are stored. */
  @JsonColumn({ nullable: true }) kept: unknown;
  /** Raised by every claim. */
  @Column({ type: 'int', default: 0 }) fence: number;
  @Moment({ nullable: true }) leaseUntil: Date | null;
  @CreatedAt() createdAt: Date;
}

/** What a worker has put at the other side for a trigger. Outlives the trigger, so that it can be taken away. */
@Entity('trigger_setup')
export class TriggerSetup {
  @Id() id: string;
  @Index() @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  /** Null once the trigger is gone, with its flow or its store. */
  @Index({ unique: true }) @Reference(() => FlowTrigger, 'SET NULL', { nullable: true }) triggerId:
    string | null;
  /** Without it nobody can sign in there any more. */
  @Index() @Reference(() => ConnectionEntity, 'CASCADE') connectionId: string;
  /** Whose events it asks for, as `source` of a trigger. */
  @Column({ type: 'text' }) source: string;
  @Column({ type: 'text' }) node: string;
  /** The flow without its other boxes. */
  @JsonColumn() document: FlowDocument;
  @JsonColumn() parameters: Record<string, Json>;
  /** The last part of the address that was told to the other side, sealed for the workspace. */
  @Column({ type: 'text', nullable: true }) secret: string | null;
  /** Times it could not be taken away. */
  @Column({ type: 'int', default: 0 }) tries: number;
  /** Not to be taken away before. */
  @Moment({ default: () => 'now()' }) nextAt: Date;
  @CreatedAt() createdAt: Date;
}

/** A time in which the other side sent nothing, because it had dropped what it was told to send. */
@Entity('trigger_gap')
@Index(['triggerId', 'createdAt'])
export class TriggerGap {
  @Id() id: string;
  @OwnerWorkspace() workspaceId: string;
  @Reference(() => FlowTrigger, 'CASCADE') triggerId: string;
  @Moment() fromAt: Date;
  @Moment() untilAt: Date;
  /** Events of that time that were found afterwards. */
  @Column({ type: 'int', default: 0 }) found: number;
  /** When it is looked through for the last time: what is listed lags behind. */
  @Moment() dueAt: Date;
  @Moment({ nullable: true }) closedAt: Date | null;
  @CreatedAt() createdAt: Date;
}

/** An event that started a run, by what it is known by. Of one key there is one, for each flow and store. */
@Entity('store_event')
@Index('ix_store_event_state', ['flowId', 'storeId', 'subject', 'state'], { where: 'subject IS NOT NULL' })
@Index('ix_store_event_arrived_at', ['arrivedAt'])
export class StoreEvent {
  @Reference(() => Flow, 'CASCADE', { primary: true }) flowId: string;
  /** `NO_STORE` when the flow runs without one. */
  @PrimaryColumn({ type: 'uuid' }) storeId: string;
  @PrimaryColumn({ type: 'text' }) key: string;
  @OwnerWorkspace() workspaceId: string;
  @Column({ type: 'uuid' }) triggerId: string;
  @Column({ type: 'uuid' }) runId: string;
  /** The event tells of this thing, in this state, at some moment between the two. */
  @Column({ type: 'text', nullable: true }) subject: string | null;
  @Column({ type: 'text', nullable: true }) state: string | null;
  @Moment({ nullable: true }) fromAt: Date | null;
  @Moment({ nullable: true }) untilAt: Date | null;
  @Moment() arrivedAt: Date;
}
