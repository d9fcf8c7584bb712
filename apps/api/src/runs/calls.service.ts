// Accepts calls that bring their rows with them. What a flow needs to run is looked up once for many calls; runs and
// their rows are stored together with those of other calls, in one commit, and told to the queue in one job.
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { grouped, type Run } from '@eclusa/db';
import type { Row } from '@eclusa/flow';
import { CALL_QUEUE, callJobs, enqueueCalls, type CallJob } from '@eclusa/queue';
import type { Queue } from 'bull';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import { Refusal } from '../http/refusal';
import { currentRequestId } from '../http/request-log';
import { startedBy, type NamedCall } from './call-keys';
import { CALLED_PAGE_ROWS, calledPages } from './called-rows';
import { checkCalledRows } from './row-schema';
import { RunPreparation, type Prepared, type Wish } from './run-preparation';
import type { RunDto } from './runs.dto';
import { showRun } from './show-run';

/** What was looked up is believed this long. That the version is still the published one is checked with every call. */
const believedMs = 1_000;
/** Flows remembered at once. */
const mostKnown = 1_000;
/** A flow that is published again and again meanwhile must not keep a call for ever. */
const tries = 5;

interface Known {
  prepared: Promise<Prepared>;
  until: number;
}

interface Call {
  id: string;
  caller: Caller;
  prepared: Prepared;
  /** A version that was asked for by its number need not be the published one. */
  pinned: boolean;
  rows: readonly Row[];
  /** The caller's name for this call: it starts a run once. */
  named: NamedCall | undefined;
  tags: readonly string[];
  requestId: string | undefined;
}

/** What a call says beside what it wants and its rows. */
export type CallNote = Pick<Call, 'named' | 'tags'> & {
  /** The rows came in a list, not as a single object. */
  isList: boolean;
};

@Injectable()
export class CallsService {
  private readonly known = new Map<string, Known>();
  private readonly store = grouped((calls: readonly Call[]) => this.storeAll(calls), { lanes: 2 });

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @InjectQueue(CALL_QUEUE) private readonly queue: Queue,
    private readonly preparation: RunPreparation,
  ) {}

  /**
   * The accepted run, stored. Undefined for a flow whose runs take more than one page of rows that came along: it reads
   * others, waits for all of them, or takes turns. Of a call that came before, the id of the run it started. Throws as
   * `RunPreparation.prepare` does, and 409 for another call of the same name.
   */
  async start(
    caller: Caller,
    flowId: string,
    wish: Wish,
    rows: readonly Row[],
    note: CallNote,
  ): Promise<RunDto | { repeats: string } | undefined> {
    const key = JSON.stringify([caller.workspaceId, caller.key?.id, flowId, wish]);
    for (let tried = 0; tried < tries; tried++) {
      const prepared = await this.prepare(key, caller, flowId, wish);
      if (!prepared.short || rows.length > CALLED_PAGE_ROWS) return undefined;
      checkCalledRows(prepared.rowCheck, rows, note.isList);
      const id = randomUUID();
      const pinned = wish.version !== undefined;
      const { named, tags } = note;
      // Before it waits for others: from then on it is nobody's request alone.
      const requestId = currentRequestId();
      const storedAt = await this.store({ id, caller, prepared, pinned, rows, named, tags, requestId });
      if (storedAt)
        return showRun(acceptedRun(id, prepared, rows.length, storedAt, note.tags), prepared.names);
      const repeats = note.named && (await startedBy(this.database, caller, note.named));
      if (repeats !== undefined) return { repeats };
      this.known.delete(key);
    }
    throw new Refusal(409, 'api.flow-changing');
  }

  private prepare(key: string, caller: Caller, flowId: string, wish: Wish): Promise<Prepared> {
    const now = performance.now();
    const known = this.known.get(key);
    if (known && known.until > now) return known.prepared;
    if (this.known.size >= mostKnown) this.known.clear();
    const prepared = this.preparation.prepare(caller, flowId, wish);
    this.known.set(key, { prepared, until: now + believedMs });
    prepared.catch(() => this.known.delete(key));
    return prepared;
  }

  /** When each call was stored; null for one whose flow is gone or has another version published by now. */
  private async storeAll(calls: readonly Call[]): Promise<(Date | null)[]> {
    const pages = calls.map(({ prepared, rows }) => calledPages(prepared.calledAt ?? '', rows)[0]);
    const stored = await this.database.query<{ id: string; pageId: number; at: Date }[]>(insertAll, [
      calls.map(({ id }) => id),
      calls.map(({ caller }) => caller.workspaceId),
      calls.map(({ caller }) => caller.userId),
      calls.map(({ prepared }) => prepared.version.flowId),
      calls.map(({ prepared }) => prepared.version.id),
      calls.map(({ prepared }) => prepared.version.number),
      calls.map(({ prepared }) => prepared.storeId),
      calls.map(({ prepared }) => JSON.stringify(prepared.bound.slots)),
      calls.map(({ prepared }) => JSON.stringify(prepared.bound.parameters)),
      calls.map(({ pinned }) => pinned),
      pages.map((page) => page?.entry),
      pages.map((page) => JSON.stringify(page?.at)),
      pages.map((page) => JSON.stringify(page?.rows)),
      calls.map(({ rows }) => rows.length),
      calls.map(({ caller }) => caller.key?.id ?? null),
      calls.map(({ tags }) => JSON.stringify(tags)),
      calls.map(({ named }) => named?.key ?? null),
      calls.map(({ named }) => named?.bodyHash ?? null),
      calls.map(({ requestId }) => requestId ?? null),
    ]);
    const byRun = new Map(stored.map((one) => [one.id, one]));
    const kept = calls.flatMap(({ id, rows }) => {
      const one = byRun.get(id);
      return one ? [{ id: one.pageId, rows: rows.length }] : [];
    });
    for (const job of callJobs(kept)) void this.tell(job);
    return calls.map(({ id }) => byRun.get(id)?.at ?? null);
  }

  // Nobody waits for it: what Redis does not take is found by the sweep, and at once when it is marked so.
  private async tell(job: CallJob): Promise<void> {
    if (await enqueueCalls(this.queue, job)) return;
    const text = 'UPDATE run_page SET enqueued_at = NULL WHERE id = ANY($1::bigint[])';
    await this.database.query(text, [job.pageIds]).catch(() => undefined);
  }
}

/**
 * Runs with their one page, all or none. Those whose version is no longer the published one are left out, and those
 * whose name is taken: while another process stores a call of that name, this waits for it. Names go in in one order, so
 * that two processes never wait for each other.
 */
const insertAll = `
WITH wanted AS (
  SELECT w.* FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::int[], $7::uuid[], $8::text[],
    $9::text[], $10::bool[], $11::text[], $12::text[], $13::text[], $14::int[], $15::uuid[], $16::text[], $17::text[],
    $18::text[], $19::uuid[])
    AS w (id, workspace_id, user_id, flow_id, version_id, version_number, store_id, slots, parameters, pinned,
      entry, at, rows, row_count, key_id, tags, call_key, body_hash, request_id)
  JOIN flow f ON f.id = w.flow_id AND f.workspace_id = w.workspace_id
  WHERE w.pinned OR f.published_version = w.version_number
), named AS (
  INSERT INTO call_key (workspace_id, key, run_id, body_hash)
  SELECT workspace_id, call_key, id, body_hash FROM wanted WHERE call_key IS NOT NULL
  ORDER BY workspace_id, call_key
  ON CONFLICT DO NOTHING RETURNING run_id
), stored AS (
  INSERT INTO run (id, workspace_id, created_by, flow_id, version_id, version_number, store_id, slots, parameters,
    trigger, short, read_rows, total_rows, updated_at, key_id, request_id, tags)
  SELECT w.id, w.workspace_id, w.user_id, w.flow_id, w.version_id, w.version_number, w.store_id, w.slots::jsonb,
    w.parameters::jsonb, 'api', true, w.row_count, w.row_count, now(), w.key_id, w.request_id,
    ARRAY(SELECT jsonb_array_elements_text(w.tags::jsonb))
  FROM wanted w WHERE w.call_key IS NULL OR w.id IN (SELECT run_id FROM named)
  RETURNING id, workspace_id
)
INSERT INTO run_page (workspace_id, run_id, entry, seq, at, rows, row_count, enqueued_at)
SELECT s.workspace_id, s.id, w.entry, 0, w.at::jsonb, w.rows::json, w.row_count, now()
FROM stored s JOIN wanted w USING (id)
RETURNING run_id AS id, id AS "pageId", created_at AS at`;

/** The run as it has just been stored. */
function acceptedRun(
  id: string,
  { version, storeId }: Prepared,
  rows: number,
  createdAt: Date,
  tags: readonly string[],
): Run {
  return {
    id,
    flowId: version.flowId,
    versionNumber: version.number,
    storeId,
    tags: [...tags],
    ...{
      runAt: null,
      concurrencyKey: null,
      applies: null,
      overlapRunId: null,
      afterRunId: null,
      readFrom: null,
    },
    ...{ state: 'queued', trigger: 'api', dryRun: false, error: null, replayOf: null },
    ...{
      readRows: rows,
      totalRows: rows,
      derivedRows: 0,
      written: 0,
      skipped: 0,
      failed: 0,
      collected: 0,
      waitingRows: 0,
    },
    ...{ createdAt, startedAt: null, finishedAt: null },
  } as Run;
}
