// Flows: the draft people edit, the versions that never change, and what each is bound to.
import type { FlowDocument, Json } from '@eclusa/flow';
import { Column, Entity, Index, Unique } from 'typeorm';
import { Store } from './connection.entity';
import { CreatedAt, Id, JsonColumn, Moment, Reference } from './columns';
import { User, Workspace } from './workspace.entity';

@Entity('flow')
export class Flow {
  @Id() id: string;
  @Index() @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  @Column({ type: 'text' }) name: string;
  @JsonColumn() draft: FlowDocument;
  /** Raised by every save; a save names the revision it started from. */
  @Column({ type: 'int', default: 1 }) revision: number;
  /** The number of the newest published version; null before the first. */
  @Column({ type: 'int', nullable: true }) publishedVersion: number | null;
  @Index() @Reference(() => User, 'SET NULL', { nullable: true }) updatedBy: string | null;
  @Moment({ nullable: true }) updatedAt: Date | null;
  /** While set, nothing of its runs is claimed and none is started. */
  @Moment({ nullable: true }) pausedAt: Date | null;
  @Index() @Reference(() => User, 'SET NULL', { nullable: true }) pausedBy: string | null;
  @CreatedAt() createdAt: Date;
}

/** One published version. A trigger refuses to change its document; what people call it may change. */
@Entity('flow_version')
@Unique(['flowId', 'number'])
export class FlowVersion {
  @Id() id: string;
  @Index() @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  @Reference(() => Flow, 'CASCADE') flowId: string;
  @Column({ type: 'int' }) number: number;
  @JsonColumn() document: FlowDocument;
  @Column({ type: 'text', nullable: true }) name: string | null;
  /** Why it was published. */
  @Column({ type: 'text', nullable: true }) note: string | null;
  @Index() @Reference(() => User, 'SET NULL', { nullable: true }) createdBy: string | null;
  @CreatedAt() createdAt: Date;
}

/** What a flow uses for one store, or (storeId null) without a store. One per flow and store. */
@Entity('flow_binding')
@Index(['flowId', 'storeId'], { unique: true })
@Index('ix_flow_binding_no_store', ['flowId'], { unique: true, where: 'store_id IS NULL' })
export class FlowBinding {
  @Id() id: string;
  @Index() @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  @Reference(() => Flow, 'CASCADE') flowId: string;
  @Index() @Reference(() => Store, 'CASCADE', { nullable: true }) storeId: string | null;
  /** Connection ids by slot id. */
  @Column({ type: 'jsonb', default: {} }) slots: Record<string, string>;
  @Column({ type: 'jsonb', default: {} }) parameters: Record<string, Json>;
  @CreatedAt() createdAt: Date;
}
