// What happened to rows, for people who ask later: "what happened to SKU 123?". Kept apart from the runs' own tables,
// written once, read by key, and cleared away by age.
import type { Json } from '@eclusa/flow';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { JsonColumn, OwnerWorkspace, Reference, Serial } from './columns';
import { Run } from './run.entity';

/** Lines of a few rows of one page. In parts of a few, so that one line is read without its whole page. */
@Entity('row_log')
@Index(['workspaceId', 'day'])
export class RowLog {
  @Serial() id: number;
  @OwnerWorkspace() workspaceId: string;
  @Index() @Reference(() => Run, 'CASCADE') runId: string;
  @Column({ type: 'text' }) entry: string;
  /** Days since 1970, UTC: by it lines are cleared away. */
  @Column({ type: 'int' }) day: number;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  /** What the engine tells of each row; its place in the list is what keys point to. */
  @JsonColumn() lines: Json[];
}

/**
 * Where lines with a key are. The day comes first: what is written today lies together, however many days are kept, and
 * a key is looked up once for each of them. `hash` is of workspace and key: see `storyHash`.
 */
@Entity('row_log_key')
export class RowLogKey {
  @PrimaryColumn({ type: 'int' }) day: number;
  @PrimaryColumn({ type: 'bigint' }) hash: string;
  @PrimaryColumn({ type: 'bigint' }) logId: number;
  @PrimaryColumn({ type: 'smallint' }) place: number;
}
