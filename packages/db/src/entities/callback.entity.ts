// Callbacks: where programs are told of what happened, and the outbox of what is to be told. The database writes the
// outbox itself, when a run ends (migration 1700000010200).
import { Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, JsonColumn, Moment, Reference } from './columns';
import { User, Workspace } from './workspace.entity';

/** A run ended; it ended with failed rows; a store does not answer; what a store is to send had to be set up again. */
export type CallbackEvent = 'run.finished' | 'rows.failed' | 'store.down' | 'feed.recreated';

export const callbackEvents: readonly CallbackEvent[] = [
  'run.finished',
  'rows.failed',
  'store.down',
  'feed.recreated',
];

/** Sent because a person asked whether it arrives. */
export const testEvent = 'callback.test';

/** What a call may tell of. */
export type DeliveredEvent = CallbackEvent | typeof testEvent;

@Entity('callback_endpoint')
export class CallbackEndpoint {
  @Id() id: string;
  @Index() @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) address: string;
  @Column({ type: 'text', array: true }) events: CallbackEvent[];
  /** Null for all flows of the workspace. */
  @Column({ type: 'uuid', array: true, nullable: true }) flowIds: string[] | null;
  /** Null for all stores, and for what concerns none. */
  @Column({ type: 'uuid', array: true, nullable: true }) storeIds: string[] | null;
  /** What calls are signed with, `whsec_…`, sealed for the workspace. */
  @Column({ type: 'text' }) secret: string;
  @Column({ type: 'boolean', default: true }) enabled: boolean;
  @Index() @Reference(() => User, 'SET NULL', { nullable: true }) createdBy: string | null;
  @CreatedAt() createdAt: Date;
}

/** One event on its way to one address. */
@Entity('callback_delivery')
@Index('ix_callback_delivery_due', ['nextAt'], { where: 'next_at IS NOT NULL' })
@Index(['workspaceId', 'createdAt'])
@Index(['endpointId', 'createdAt'])
@Index(['createdAt'])
export class CallbackDelivery {
  /** The receiver knows it by this too. */
  @Id() id: string;
  @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  /** Null for the address that came with the start of a run. */
  @Reference(() => CallbackEndpoint, 'CASCADE', { nullable: true }) endpointId: string | null;
  /** That address; an endpoint's own is looked up when it is called. */
  @Column({ type: 'text', nullable: true }) address: string | null;
  @Column({ type: 'text' }) event: DeliveredEvent;
  @Column({ type: 'uuid', nullable: true }) runId: string | null;
  /** What it tells of, for events that are told again only after a while. */
  @Column({ type: 'text', nullable: true }) subject: string | null;
  /** Sent as it is stored. */
  @JsonColumn() body: Record<string, unknown>;
  @Column({ type: 'text', default: 'waiting' }) state: 'waiting' | 'delivered' | 'given-up';
  @Column({ type: 'int', default: 0 }) tries: number;
  /** What the last call was answered with; null for no answer. */
  @Column({ type: 'int', nullable: true }) status: number | null;
  /** Why there was none, as a code. */
  @Column({ type: 'text', nullable: true }) error: string | null;
  /** When it is called next; null for one that is done. */
  @Moment({ nullable: true }) nextAt: Date | null;
  /** Raised by every claim. */
  @Column({ type: 'int', default: 0 }) fence: number;
  @Moment({ nullable: true }) doneAt: Date | null;
  @CreatedAt() createdAt: Date;
}
