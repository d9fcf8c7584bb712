// Other systems and how to enter them, and the stores that stand behind VTEX connections.
import type { Json } from '@eclusa/flow';
import { Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Moment, Reference } from './columns';
import { User, Workspace } from './workspace.entity';

@Entity('connection')
export class ConnectionEntity {
  @Id() id: string;
  @Index() @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'jsonb', default: {} }) settings: Record<string, Json>;
  /** Sealed by `Keyring.seal(values, workspaceId)`; null when the connection has none. */
  @Column({ type: 'text', nullable: true }) secrets: string | null;
  @CreatedAt() createdAt: Date;
  @Moment({ nullable: true }) updatedAt: Date | null;
}

@Entity('store')
export class Store {
  @Id() id: string;
  @Index() @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  @Column({ type: 'text' }) name: string;
  /** The VTEX account name. */
  @Column({ type: 'text' }) account: string;
  @Index() @Reference(() => ConnectionEntity, 'NO ACTION') connectionId: string;
  /** While set, nothing of its runs is claimed and none is started. */
  @Moment({ nullable: true }) pausedAt: Date | null;
  @Index() @Reference(() => User, 'SET NULL', { nullable: true }) pausedBy: string | null;
  @CreatedAt() createdAt: Date;
}
