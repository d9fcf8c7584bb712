// The work of a run: what has been read, what is being run, what is waiting. Gone or empty when it ends.
import type { ErrorRecord, Json, Row, RowResult } from '@eclusa/flow';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Count, CreatedAt, JsonColumn, Moment, OwnerWorkspace, Reference, Serial } from './columns';
import { Flow } from './flow.entity';
import { Run, type RunCount } from './run.entity';

export type EntryState = 'waiting' | 'reading' | 'read' | 'failed';

/** How far one source or barrier of a run has been read. Held by whoever has the newest fence. */
@Entity('run_entry')
@Index('ix_run_entry_reading', ['leaseUntil'], { where: `state = 'reading'` })
export class RunEntry {
  @Reference(() => Run, 'CASCADE', { primary: true }) runId: string;
  @PrimaryColumn({ type: 'text' }) node: string;
  @OwnerWorkspace() workspaceId: string;
  /** `waiting`: a barrier whose input is not complete. */
  @Column({ type: 'text' }) state: EntryState;
  @JsonColumn({ nullable: true }) cursor: Json;
  @Column({ type: 'int', default: 0 }) pages: number;
  @Count() rows: number;
  @Column({ type: 'bigint', nullable: true }) totalRows: number | null;
  /** Rows of the source before the place this run began to read at. */
  @Count() rowsBefore: number;
  @Column({ type: 'int', default: 0 }) fence: number;
  @Moment({ nullable: true }) leaseUntil: Date | null;
  @Moment({ nullable: true }) enqueuedAt: Date | null;
  @JsonColumn({ nullable: true }) error: ErrorRecord | null;
}

export type PageState = 'queued' | 'running' | 'done';

/** Where the rows of a page are: leaving a node by a port, or (a replay) entering one. */
export type PageAt = { node: string; port: string; side: 'output' | 'input' };

/** Rows of a page that are through, by estimate, and its counts so far: what `run_count` will get of it. */
export interface PageSoFar {
  rows: number;
  counts: Pick<RunCount, 'node' | 'side' | 'port' | 'rows'>[];
}

@Entity('run_page')
@Index(['runId', 'entry', 'seq'], { unique: true })
@Index('ix_run_page_open', ['runId'], { where: `state <> 'done'` })
export class RunPage {
  @Serial() id: number;
  @OwnerWorkspace() workspaceId: string;
  @Reference(() => Run, 'CASCADE') runId: string;
  @Column({ type: 'text' }) entry: string;
  /** Counts up from 0 as the entry is read; below 0 are pages made of replayed rows. */
  @Column({ type: 'int' }) seq: number;
  @Column({ type: 'jsonb' }) at: PageAt;
  /** `{row, value}[]`; null once the page is done. */
  @JsonColumn({ nullable: true }) rows: { row: number; value: Row }[] | null;
  @Column({ type: 'int' }) rowCount: number;
  /** Hashes of the keys its rows are kept in order by; null when there are none, and once the page is done. */
  @Column({ type: 'int', array: true, nullable: true }) orderKeys: number[] | null;
  /** The entry's cursor (JSON) before the page was read: from here it would be read again. */
  @JsonColumn({ nullable: true }) cursorBefore: unknown;
  /** Rows of the entry before the page's first; null for a page that was not read from an entry. */
  @Column({ type: 'bigint', nullable: true }) rowsBefore: number | null;
  /** How far the page is, for people to watch; null before its first second and once it is done. */
  @JsonColumn({ nullable: true }) progress: PageSoFar | null;
  @Column({ type: 'text', default: 'queued' }) state: PageState;
  /** Raised by every claim; only its newest holder may finish the page. */
  @Column({ type: 'int', default: 0 }) fence: number;
  /** Claims that ended in order, without the page being done: its store was away, say. */
  @Column({ type: 'int', default: 0 }) givenBack: number;
  @Moment({ nullable: true }) leaseUntil: Date | null;
  /** In the future: not due before. */
  @Moment({ nullable: true }) enqueuedAt: Date | null;
  @CreatedAt() createdAt: Date;
}

/** What is known of one call of an action, while its page runs. */
@Entity('run_effect')
@ForeignKey(() => RunPage, ['pageId'], ['id'], { onDelete: 'CASCADE' })
export class RunEffect {
  @PrimaryColumn({ type: 'bigint' }) pageId: number;
  @PrimaryColumn({ type: 'text' }) node: string;
  @PrimaryColumn({ type: 'text' }) item: string;
  @OwnerWorkspace() workspaceId: string;
  @Column({ type: 'text' }) state: 'intent' | 'withdrawn' | 'done' | 'failed';
  @JsonColumn({ nullable: true }) result: RowResult | null;
  @JsonColumn({ nullable: true }) failure: ErrorRecord | null;
}

/** Rows waiting for a barrier, by its input port. `seq` orders by entry in the plan, then by page. */
@Entity('run_spool')
export class RunSpool {
  @Reference(() => Run, 'CASCADE', { primary: true }) runId: string;
  @PrimaryColumn({ type: 'text' }) node: string;
  @PrimaryColumn({ type: 'text' }) port: string;
  @PrimaryColumn({ type: 'bigint' }) seq: number;
  @OwnerWorkspace() workspaceId: string;
  @JsonColumn() rows: Row[];
}

/** Stands for no store: a key column cannot be empty. */
export const NO_STORE = '00000000-0000-0000-0000-000000000000';

/** What landed last under a key, for a comparing box of a flow and a store. Outlives its runs. */
@Entity('change_memory')
export class ChangeMemory {
  @Reference(() => Flow, 'CASCADE', { primary: true }) flowId: string;
  /** `NO_STORE` when the flow runs without one. */
  @PrimaryColumn({ type: 'uuid' }) storeId: string;
  @PrimaryColumn({ type: 'text' }) node: string;
  @PrimaryColumn({ type: 'text' }) key: string;
  @OwnerWorkspace() workspaceId: string;
  /** Empty: what landed is not known, because one run sent two contents under the key. */
  @Column({ type: 'text' }) hash: string;
  /** The run it landed in. */
  @Column({ type: 'uuid' }) runId: string;
  @CreatedAt() updatedAt: Date;
}

/** Room outside memory for a barrier at work. */
@Entity('run_scratch')
export class RunScratch {
  @PrimaryColumn({ type: 'uuid' }) chunk: string;
  @PrimaryColumn({ type: 'int' }) seq: number;
  @OwnerWorkspace() workspaceId: string;
  @Index() @Reference(() => Run, 'CASCADE') runId: string;
  @JsonColumn() rows: Row[];
  @CreatedAt() createdAt: Date;
}
