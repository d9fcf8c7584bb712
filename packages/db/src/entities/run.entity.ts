// A run: one execution of one version for one store, and its progress as people see it.
import type { DifferenceKind, ErrorRecord, Json, LookupBy, RecordedRequest, Row } from '@eclusa/flow';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ApiKey } from './api-key.entity';
import { Store } from './connection.entity';
import { Count, CreatedAt, Id, JsonColumn, Moment, OwnerWorkspace, Reference, Serial } from './columns';
import { Flow, FlowVersion } from './flow.entity';
import { Schedule } from './schedule.entity';
import { User, Workspace } from './workspace.entity';

export type RunState =
  | 'queued'
  | 'running'
  | 'cancelling'
  | 'completed'
  | 'failed'
  | 'cancelled' /** Not begun: another was going on. */
  | 'skipped';
export type RunTrigger =
  | 'manual'
  | 'replay'
  | 'rerun'
  | 'apply'
  | 'demo'
  | 'api'
  | 'schedule'
  | 'event'
  | 'flow' /** A box of another run, which waits for it. */
  | 'call';

/** States in which a run has work left. */
export const openRunStates: readonly RunState[] = ['queued', 'running', 'cancelling'];

/** An error of a whole run, with the node it happened at when there is one. */
export type RunError = ErrorRecord & { node?: string };

/**
 * A call that is made again because the other side refused it or was silent, or pages that wait for a store that is
 * away. Shown until `until`, then it means nothing.
 */
export interface RunWait {
  /** The box whose call it is, or that holds its rows; null when whole pages wait. */
  node: string | null;
  /** What is away: `vtex:account:family`; null when only single calls fail, or nothing is. */
  service: string | null;
  /** The HTTP status of the refusal; null when there was no answer. */
  status: number | null;
  since: string;
  /** When the next call is made, or a box lets its rows go on; null when it is not known. */
  nextTry: string | null;
  until: string;
}

/** What a short run leaves of each port, in one piece: what longer runs keep in `run_count` and `run_sample`. */
export interface RunPicture {
  counts: { node: string; side: 'in' | 'out'; port: string; rows: number }[];
  samples: { node: string; side: 'in' | 'out'; port: string; rows: Row[] }[];
}

/** Where a run began to read its source: before a page of an earlier run. */
export interface ReadFrom {
  runId: string;
  /** The page's number, from 1. */
  page: number;
  entry: string;
  /** JSON. */
  cursor: unknown;
  /** Rows of the source before that place. */
  rows: number;
}

@Entity('run')
@Index(['workspaceId', 'createdAt'])
@Index(['flowId', 'createdAt'])
@Index(['scheduleId', 'scheduledFor'], { unique: true })
@Index('ix_run_turns', ['concurrencyKey', 'createdAt'], {
  where: `concurrency_key IS NOT NULL AND state IN ('queued', 'running', 'cancelling')`,
})
@Index('ix_run_memory_turns', ['memoryKey', 'createdAt'], {
  where: `memory_key IS NOT NULL AND state IN ('queued', 'running', 'cancelling')`,
})
@Index('ix_run_after_run_id', ['afterRunId'], { where: 'after_run_id IS NOT NULL' })
@Index('ix_run_open', ['state'], { where: `state IN ('queued', 'running', 'cancelling')` })
export class Run {
  @Id() id: string;
  @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  @Reference(() => Flow, 'CASCADE') flowId: string;
  @Index() @Reference(() => FlowVersion, 'CASCADE') versionId: string;
  @Column({ type: 'int' }) versionNumber: number;
  @Index() @Reference(() => Store, 'SET NULL', { nullable: true }) storeId: string | null;
  /** Whose share of the workers it uses: the VTEX account, set when the run starts; without one, store or flow. */
  @Column({ type: 'text', nullable: true }) share: string | null;
  /** Of its actions the least urgent: 0 orders, 1 stock, 2 prices, 3 the catalogue and everything else. */
  @Column({ type: 'smallint', default: 3 }) urgency: number;
  /** The binding as it was when the run began: connection ids by slot id. */
  @Column({ type: 'jsonb', default: {} }) slots: Record<string, string>;
  @Column({ type: 'jsonb', default: {} }) parameters: Record<string, Json>;
  @Column({ type: 'text', default: 'queued' }) state: RunState;
  @Column({ type: 'text', default: 'manual' }) trigger: RunTrigger;
  @Column({ type: 'boolean', default: false }) dryRun: boolean;
  /** Runs of one workspace with the same key take turns, in the order they were made. */
  @Column({ type: 'text', nullable: true }) concurrencyKey: string | null;
  /** One page that came with the call: done together with others, unless it turns out to take its time. */
  @Column({ type: 'boolean', default: false }) short: boolean;
  @JsonColumn({ nullable: true }) picture: RunPicture | null;
  /** The same for runs that remember what they sent: those of one flow and store. */
  @Column({ type: 'text', nullable: true }) memoryKey: string | null;
  /** The run that was going on when this one came: this one was skipped for it, or took its place. */
  @Index() @Reference(() => Run, 'SET NULL', { nullable: true }) overlapRunId: string | null;
  /** The request to the API that started it, as its answer and the logs name it; null for what nobody asked for. */
  @Column({ type: 'uuid', nullable: true }) requestId: string | null;
  /** The run that started this one, by its end or by a box that waits for this run; it may be gone by now. */
  @Column({ type: 'uuid', nullable: true }) afterRunId: string | null;
  /** The runs that wait for this one, the nearest last: it may go on within the turn of any of them. */
  @Column({ type: 'uuid', array: true, default: () => "'{}'" }) callers: string[];
  /** Runs that started one another before this one. */
  @Column({ type: 'smallint', default: 0 }) chainDepth: number;
  @Count() readRows: number;
  @Count() derivedRows: number;
  @Count() written: number;
  @Count() skipped: number;
  @Count() failed: number;
  /** Rows that stopped at an unknown code, those that have gone on since included. */
  @Count() waitingRows: number;
  @Count() collected: number;
  /** Rows expected in all, when every source tells. */
  @Column({ type: 'bigint', nullable: true }) totalRows: number | null;
  @JsonColumn({ nullable: true }) error: RunError | null;
  @JsonColumn({ nullable: true }) waiting: RunWait | null;
  @Index() @Reference(() => Run, 'SET NULL', { nullable: true }) replayOf: string | null;
  /** The schedule that fired it, and the time it was to be; one run for each. */
  @Reference(() => Schedule, 'SET NULL', { nullable: true }) scheduleId: string | null;
  @Moment({ nullable: true }) scheduledFor: Date | null;
  @JsonColumn({ nullable: true }) readFrom: ReadFrom | null;
  /** The dry run whose rows it takes, and whose requests are the only ones it may send. */
  @Index() @Reference(() => Run, 'SET NULL', { nullable: true }) applies: string | null;
  @Index() @Reference(() => User, 'SET NULL', { nullable: true }) createdBy: string | null;
  /** The key of the program that started it; null when a person or Eclusa did. */
  @Index() @Reference(() => ApiKey, 'SET NULL', { nullable: true }) keyId: string | null;
  /** The caller's own words, to find runs by. */
  @Column({ type: 'text', array: true, default: () => "'{}'" }) tags: string[];
  /** It does not begin before. */
  @Moment({ nullable: true }) runAt: Date | null;
  /** An urgency the caller asked for instead of what its actions have. */
  @Column({ type: 'smallint', nullable: true }) priority: number | null;
  /** Called when the run has ended. */
  @Column({ type: 'text', nullable: true }) callbackUrl: string | null;
  @CreatedAt() createdAt: Date;
  @Moment({ nullable: true }) startedAt: Date | null;
  @Moment({ nullable: true }) finishedAt: Date | null;
  /** Moves with every page: what a watcher compares. */
  @Moment({ nullable: true }) updatedAt: Date | null;
}

/** Rows that entered or left a node by a port, so far. */
@Entity('run_count')
export class RunCount {
  @Reference(() => Run, 'CASCADE', { primary: true }) runId: string;
  @PrimaryColumn({ type: 'text' }) node: string;
  @PrimaryColumn({ type: 'text' }) side: 'in' | 'out';
  @PrimaryColumn({ type: 'text' }) port: string;
  @OwnerWorkspace() workspaceId: string;
  @Count() rows: number;
}

/** The first few rows seen at a port. */
@Entity('run_sample')
export class RunSample {
  @Reference(() => Run, 'CASCADE', { primary: true }) runId: string;
  @PrimaryColumn({ type: 'text' }) node: string;
  @PrimaryColumn({ type: 'text' }) side: 'in' | 'out';
  @PrimaryColumn({ type: 'text' }) port: string;
  @OwnerWorkspace() workspaceId: string;
  @JsonColumn() rows: Row[];
}

/** What one page says to whoever started the run, by the box that says it. Of all pages the first is heard. */
@Entity('run_answer')
export class RunAnswer {
  @Reference(() => Run, 'CASCADE', { primary: true }) runId: string;
  @PrimaryColumn({ type: 'text' }) node: string;
  /** Position of the page's entry in the plan, then the page's number: the order of rows. */
  @PrimaryColumn({ type: 'int' }) entryIndex: number;
  @PrimaryColumn({ type: 'bigint' }) seq: number;
  @OwnerWorkspace() workspaceId: string;
  /** 0 for the box that answered first within the page. */
  @Column({ type: 'int' }) place: number;
  @Column({ type: 'int' }) status: number;
  @Column({ type: 'boolean' }) list: boolean;
  /** Rows of the whole answer at most. */
  @Column({ type: 'int' }) most: number;
  /** Rows of this page that were answers, kept or not. */
  @Column({ type: 'int' }) total: number;
  /** None where the pages before have enough. */
  @JsonColumn() rows: Row[];
}

@Entity('run_failed_row')
@Index(['runId', 'node', 'id'])
@Index('ix_run_failed_row_waiting', ['workspaceId', 'missingTable', 'missingCode', 'missingHash'], {
  where: `state = 'waiting'`,
})
// Over an expression, `(run_id, (error->>'code'), id)`, which TypeORM cannot say: the migration makes it.
@Index('ix_run_failed_row_code', { synchronize: false })
export class RunFailedRow {
  @Serial() id: number;
  @OwnerWorkspace() workspaceId: string;
  @Reference(() => Run, 'CASCADE') runId: string;
  @Column({ type: 'text' }) node: string;
  /** The input port it entered by; `out` for a record a source refused. */
  @Column({ type: 'text' }) port: string;
  @Column({ type: 'text' }) entry: string;
  @Column({ type: 'bigint' }) rowNumber: number;
  @JsonColumn() input: Json;
  @JsonColumn() error: ErrorRecord;
  /**
   * `waiting`: not failed, but stopped at a code that is not known yet. `replayed`: sent again in `replayRunId`.
   * `happened`: in doubt, and a person found it done; it goes on there.
   */
  @Column({ type: 'text', default: 'open' }) state: 'open' | 'waiting' | 'replayed' | 'happened';
  /** The row as a person changed it before it was sent again in `replayRunId`; `input` stays what failed. */
  @JsonColumn({ nullable: true }) edited: Row | null;
  /** What that person added to the row: the answer nobody saw. */
  @JsonColumn({ nullable: true }) given: Row | null;
  @Index() @Reference(() => Run, 'SET NULL', { nullable: true }) replayRunId: string | null;
  /** The code the row waits for, or waited for; null for a row that failed. */
  @Column({ type: 'text', nullable: true }) missingTable: string | null;
  @Column({ type: 'text', nullable: true }) missingBy: LookupBy | null;
  @Column({ type: 'text', nullable: true }) missingCode: string | null;
  /** What the row looked like: the same row of a later run takes its place. */
  @Column({ type: 'text', nullable: true }) missingHash: string | null;
  @CreatedAt() createdAt: Date;
}

/** Dry runs: a request that would have been sent, or a row for which a box had nothing to change. */
@Entity('run_request')
@Index(['runId', 'id'])
@Index(['runId', 'entry', 'rowNumber'])
export class RunRequest {
  @Serial() id: number;
  @OwnerWorkspace() workspaceId: string;
  @Reference(() => Run, 'CASCADE') runId: string;
  @Column({ type: 'text' }) node: string;
  /** The source or barrier that made the row. */
  @Column({ type: 'text', nullable: true }) entry: string | null;
  @Column({ type: 'bigint' }) rowNumber: number;
  /** `same` without a request: nothing would have been sent. */
  @Column({ type: 'text', default: 'other' }) kind: DifferenceKind;
  @JsonColumn({ nullable: true }) request: RecordedRequest | null;
}
