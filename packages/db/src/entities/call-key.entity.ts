// The run that a call with a key of its own (Idempotency-Key) started: the same call again finds it.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CreatedAt, Reference } from './columns';
import { Run } from './run.entity';

@Entity('call_key')
export class CallKey {
  @PrimaryColumn({ type: 'uuid' }) workspaceId: string;
  @PrimaryColumn({ type: 'text' }) key: string;
  @Index() @Reference(() => Run, 'CASCADE') runId: string;
  /** SHA-256 over what was asked for: flow, store and body. */
  @Column({ type: 'text' }) bodyHash: string;
  @Index() @CreatedAt() createdAt: Date;
}
