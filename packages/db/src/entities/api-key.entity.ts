// Keys by which programs call the service. A key belongs to a workspace and may do only what it was made for.
import { Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Moment, Reference } from './columns';
import { User, Workspace } from './workspace.entity';

/** What a key may do: start runs, look at runs, stop and repeat runs, look at flows. */
export type KeyAction = 'runs:start' | 'runs:read' | 'runs:control' | 'flows:read';

export const keyActions: readonly KeyAction[] = ['runs:start', 'runs:read', 'runs:control', 'flows:read'];

@Entity('api_key')
export class ApiKey {
  @Id() id: string;
  @Index() @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  @Column({ type: 'text' }) name: string;
  /** SHA-256 of the key; the key itself is shown once and never stored. */
  @Index({ unique: true }) @Column({ type: 'text' }) hash: string;
  /** The first characters of the key, to recognise it by. */
  @Column({ type: 'text' }) hint: string;
  /** The key before the last rotation, good until `oldHashUntil`. */
  @Index({ unique: true }) @Column({ type: 'text', nullable: true }) oldHash: string | null;
  @Moment({ nullable: true }) oldHashUntil: Date | null;
  @Column({ type: 'text', array: true }) actions: KeyAction[];
  /** Null for all flows of the workspace, those to come included. */
  @Column({ type: 'uuid', array: true, nullable: true }) flowIds: string[] | null;
  /** Null for all stores, and for runs without one. */
  @Column({ type: 'uuid', array: true, nullable: true }) storeIds: string[] | null;
  /** Requests a minute. */
  @Column({ type: 'int' }) perMinute: number;
  /** Runs started in a day (UTC); null for no limit. */
  @Column({ type: 'int', nullable: true }) runsPerDay: number | null;
  @Moment({ nullable: true }) expiresAt: Date | null;
  @Moment({ nullable: true }) lastUsedAt: Date | null;
  @Moment({ nullable: true }) revokedAt: Date | null;
  @Index() @Reference(() => User, 'SET NULL', { nullable: true }) createdBy: string | null;
  @CreatedAt() createdAt: Date;
}
