// When a flow runs by itself. Postgres is the record: whoever finds a schedule due fires it, once.
import type { Missed, Overlap } from '@eclusa/flow';
import { Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Moment, Reference } from './columns';
import { Store } from './connection.entity';
import { Flow } from './flow.entity';
import { User, Workspace } from './workspace.entity';

@Entity('schedule')
@Index('ix_schedule_due', ['nextAt'], { where: 'enabled AND next_at IS NOT NULL' })
export class Schedule {
  @Id() id: string;
  @Index() @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  @Index() @Reference(() => Flow, 'CASCADE') flowId: string;
  /** The store it runs for, as the flow is bound for it; null for none. */
  @Index() @Reference(() => Store, 'CASCADE', { nullable: true }) storeId: string | null;
  @Column({ type: 'text' }) cron: string;
  /** An IANA name. */
  @Column({ type: 'text' }) timezone: string;
  @Column({ type: 'text', default: 'once' }) missed: Missed;
  @Column({ type: 'text', default: 'skip' }) overlap: Overlap;
  @Column({ type: 'boolean', default: true }) enabled: boolean;
  /** The first time that is not fired yet; null when none is to come. */
  @Moment({ nullable: true }) nextAt: Date | null;
  /** The last time it was fired for. */
  @Moment({ nullable: true }) lastAt: Date | null;
  @Index() @Reference(() => User, 'SET NULL', { nullable: true }) createdBy: string | null;
  @CreatedAt() createdAt: Date;
}
