// How long a workspace keeps what has happened. Without a row of its own the usual times hold.
import { Column, Entity } from 'typeorm';
import { Reference } from './columns';
import { Workspace } from './workspace.entity';

/** Days that are kept unless a workspace says otherwise. */
export const usualRetention = { logDays: 90, runDays: 365, auditDays: 730 } as const;

@Entity('retention')
export class Retention {
  @Reference(() => Workspace, 'CASCADE', { primary: true }) workspaceId: string;
  /** What happened to single rows. */
  @Column({ type: 'int', default: usualRetention.logDays }) logDays: number;
  /** Runs that are over, with their figures, samples and failed rows. */
  @Column({ type: 'int', default: usualRetention.runDays }) runDays: number;
  /** Who changed what. */
  @Column({ type: 'int', default: usualRetention.auditDays }) auditDays: number;
}
