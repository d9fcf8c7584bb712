// Starts runs whose rows come as a long body: read to its end first, then stored whole, in one commit.
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Accepted } from '@eclusa/db';
import { runTurn } from '@eclusa/flow';
import type { Request } from 'express';
import { createHash, type Hash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { isInReach } from '../auth/key.guard';
import type { Caller } from '../auth/workspace.decorator';
import { CONFIG, type ApiConfig } from '../config';
import { notFound, Refusal } from '../http/refusal';
import { bodyOf } from './body-bytes';
import { rowsOfBody, type Delimiter, type RowFormat } from './body-rows';
import { callName, isNameTaken, startedBy, takeCallKey, type NamedCall } from './call-keys';
import { Lanes } from './lanes';
import { LineCheck } from './row-schema';
import { RowSpool, type SpooledPage } from './row-spool';
import { RunPreparation, type Prepared } from './run-preparation';
import { RunReportService } from './run-report.service';
import { asked, checkRows, NameTaken, RunsService, type Started } from './runs.service';
import type { StartRunDto } from './start-run.dto';

/** Bodies that are read at once in this process. */
const mostBodies = 24;
/** Those that are stored at once: each has a connection to the database for that long. */
const mostStored = 2;
/** Pages of one statement. */
const pagesTogether = 16;
const bytesTogether = 4 * 2 ** 20;
/** Silence that ends a body. */
const idleMs = 30_000;

export interface StreamedCall {
  flowId: string;
  options: StartRunDto;
  format: RowFormat;
  delimiter: Delimiter | undefined;
  /** The header Idempotency-Key. */
  name: string | undefined;
  request: Request;
}

@Injectable()
export class StreamedCallsService {
  private bodies = 0;
  private readonly storing = new Lanes(mostStored);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: ApiConfig,
    private readonly preparation: RunPreparation,
    private readonly report: RunReportService,
    private readonly runs: RunsService,
  ) {}

  /** Answers when the run is stored. A body that breaks off, or has a bad line, leaves nothing. */
  async start(caller: Caller, call: StreamedCall): Promise<Started> {
    const key = callName(call.name);
    const kind = { trigger: 'api', dryRun: call.options.dryRun ?? false, ...asked(call.options) } as const;
    // What has started is told, also when the flow takes no calls now.
    const isKnown = key !== undefined && (await isNameTaken(this.database, caller, key));
    const prepared = isKnown ? undefined : await this.prepare(caller, call);
    if (this.bodies >= mostBodies) throw new Refusal(503, 'api.bodies-busy');
    this.bodies++;
    try {
      return prepared
        ? await this.take(caller, call, { key, prepared, kind })
        : await this.repeat(caller, call, key as string);
    } finally {
      this.bodies--;
    }
  }

  private async prepare(caller: Caller, { flowId, options }: StreamedCall): Promise<Prepared> {
    const prepared = await this.preparation.prepare(caller, flowId, options);
    checkRows(prepared, []);
    return prepared;
  }

  /** Its rows are not looked at: the body only has to be the same. */
  private async repeat(caller: Caller, call: StreamedCall, key: string): Promise<Started> {
    const hash = hashOfCall(call);
    for await (const piece of this.bytesOf(call)) hash.update(piece);
    const id = await startedBy(this.database, caller, { key, bodyHash: hash.digest('hex') });
    const run = id === undefined ? undefined : await this.report.one(caller, id);
    if (!run || !isInReach(caller, run)) throw notFound('run');
    return { run, repeated: true };
  }

  private async take(
    caller: Caller,
    call: StreamedCall,
    { key, prepared, kind }: Pick<Whole, 'prepared' | 'kind'> & { key: string | undefined },
  ): Promise<Started> {
    const spool = await RowSpool.open();
    try {
      const bodyHash = await this.readAll(call, spool, new LineCheck(prepared.rowCheck));
      const named = key === undefined ? undefined : { key, bodyHash };
      const accepted = await this.storing.use(() =>
        this.store(caller, call, { prepared, kind, named, spool }),
      );
      if (!accepted) {
        const id = await startedBy(this.database, caller, named as NamedCall);
        return { run: await this.report.one(caller, id as string), repeated: true };
      }
      await this.runs.tell(accepted);
      return { run: await this.report.one(caller, accepted.run.id), repeated: false };
    } finally {
      await spool.close();
    }
  }

  /** Everything that makes two calls the same, as a hash. */
  private async readAll(call: StreamedCall, spool: RowSpool, check: LineCheck): Promise<string> {
    const hash = hashOfCall(call);
    for await (const { line, row } of rowsOfBody(
      hashed(this.bytesOf(call), hash),
      call.format,
      call.delimiter,
    )) {
      check.add(line, row);
      await spool.add(row);
    }
    check.end();
    if (spool.rows === 0) throw new Refusal(422, 'api.rows-none');
    await spool.end();
    return hash.digest('hex');
  }

  private bytesOf({ request }: StreamedCall): AsyncIterable<Uint8Array> {
    return bodyOf(request, { bytes: this.config.maxCallBytes, idleMs });
  }

  /** Undefined when an earlier call of the name has started its run. */
  private store(
    caller: Caller,
    { flowId, options }: StreamedCall,
    what: Whole,
  ): Promise<Accepted | undefined> {
    const { prepared, kind, named, spool } = what;
    const turn = runTurn(prepared.version.document, { flowId, storeId: prepared.storeId }, options);
    return this.database
      .transaction(async (manager) => {
        const made = await this.runs.insert(manager, caller, prepared, turn, kind, spool.rows);
        if (named && !(await takeCallKey(manager, caller, named, made.run.id))) throw new NameTaken();
        if (made.run.state === 'queued') await storePages(manager, made.run, prepared.calledAt ?? '', spool);
        return made;
      })
      .catch((error: unknown) => {
        if (!(error instanceof NameTaken)) throw error;
        return undefined;
      });
  }
}

interface Whole {
  prepared: Prepared;
  kind: Parameters<RunsService['insert']>[4];
  named: NamedCall | undefined;
  spool: RowSpool;
}

/** Of everything but the body, which is added as it comes. */
function hashOfCall({ flowId, options, format, delimiter }: StreamedCall): Hash {
  return createHash('sha256').update(JSON.stringify([flowId, options, format, delimiter ?? null]));
}

async function* hashed(pieces: AsyncIterable<Uint8Array>, hash: Hash): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

async function storePages(
  manager: EntityManager,
  { id, workspaceId }: Pick<Accepted['run'], 'id' | 'workspaceId'>,
  entry: string,
  spool: RowSpool,
): Promise<void> {
  const at = JSON.stringify({ node: entry, port: 'out', side: 'output' });
  let lot: SpooledPage[] = [];
  let bytes = 0;
  const store = async () => {
    await manager.query(
      `INSERT INTO run_page (workspace_id, run_id, entry, seq, at, rows, row_count)
       SELECT $1, $2, $3, p.seq, $4::jsonb, p.rows::json, p.row_count
       FROM unnest($5::int[], $6::text[], $7::int[]) AS p (seq, rows, row_count) ORDER BY p.seq`,
      [
        ...[workspaceId, id, entry, at],
        lot.map(({ seq }) => seq),
        lot.map(({ rows }) => rows),
        lot.map(({ rowCount }) => rowCount),
      ],
    );
    [lot, bytes] = [[], 0];
  };
  for await (const page of spool.read()) {
    lot.push(page);
    bytes += page.rows.length;
    if (lot.length === pagesTogether || bytes > bytesTogether) await store();
  }
  if (lot.length > 0) await store();
}
