// Flows that run other flows: which call which by what is published, and the runs that a box of a run has started.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { OwnerWorkspace, Reference } from './columns';
import { Flow } from './flow.entity';
import { Run } from './run.entity';

/** One flow's published version runs another. */
@Entity('flow_call')
export class FlowCallee {
  @Reference(() => Flow, 'CASCADE', { primary: true }) flowId: string;
  @Index() @Reference(() => Flow, 'CASCADE', { primary: true }) calledId: string;
  @OwnerWorkspace() workspaceId: string;
}

/** A run that a box has started and waits for: of one number there is one, whoever dies in between. */
@Entity('run_call')
@Index('ix_run_call_open', ['parentId', 'node', 'number'], { where: 'open' })
export class RunCall {
  @Reference(() => Run, 'CASCADE', { primary: true }) parentId: string;
  @PrimaryColumn({ type: 'text' }) node: string;
  /** Counts up from 0, in the order of the rows. */
  @PrimaryColumn({ type: 'int' }) number: number;
  @OwnerWorkspace() workspaceId: string;
  /** The run that was started; it may be gone by now. */
  @Index({ unique: true }) @Column({ type: 'uuid' }) runId: string;
  /** Runs of the box that may go on at the same time. */
  @Column({ type: 'smallint' }) atOnce: number;
  /** It has not ended. The database keeps it in step with the run (migration 1700000010340). */
  @Column({ type: 'boolean', default: true }) open: boolean;
}
