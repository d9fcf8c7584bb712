// The outbox of runs that ended and start others. The database writes it itself, when a run ends (migration 1700000010310);
// a line is gone once the run it asks for is stored.
import { Column, Entity, Index } from 'typeorm';
import { CreatedAt, Moment, OwnerWorkspace, Reference, Serial } from './columns';
import { Run } from './run.entity';
import { FlowTrigger } from './trigger.entity';

@Entity('flow_end')
export class FlowEnd {
  @Serial() id: number;
  @OwnerWorkspace() workspaceId: string;
  /** The run that ended. */
  @Index() @Reference(() => Run, 'CASCADE') runId: string;
  /** The box, for one store, that it starts. */
  @Index() @Reference(() => FlowTrigger, 'CASCADE') triggerId: string;
  /** Times it could not be started. */
  @Column({ type: 'int', default: 0 }) tries: number;
  @Index() @Moment({ default: () => 'now()' }) nextAt: Date;
  @CreatedAt() createdAt: Date;
}
