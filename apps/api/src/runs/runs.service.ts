// Starts and stops runs. A run is accepted once it is committed; Redis is told afterwards and may be away.
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { acceptRun, inWorkspace, Run, RunPage, stoppedCalls } from '@eclusa/db';
import type { Accepted, ReadFrom, RunTrigger } from '@eclusa/db';
import { memoryKey, runTurn, UserError, type Json, type Row, type RunTurn } from '@eclusa/flow';
import { enqueueAccepted, enqueueRun, RUN_QUEUE } from '@eclusa/queue';
import type { Queue } from 'bull';
import { In, type EntityManager, type Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { isInReach } from '../auth/key.guard';
import type { Caller } from '../auth/workspace.decorator';
import { CallbacksService } from '../callbacks/callbacks.service';
import { knownNodes } from '../flows/check-flow';
import { Refusal } from '../http/refusal';
import { currentRequestId } from '../http/request-log';
import { calledPages, calledRows } from './called-rows';
import { startedBy, takeCallKey, type NamedCall } from './call-keys';
import { CallsService } from './calls.service';
import { checkCalledRows } from './row-schema';
import { RunPreparation, type Prepared } from './run-preparation';
import { RunReportService } from './run-report.service';
import type { RunDto } from './runs.dto';
import type { StartRunDto } from './start-run.dto';

/** An accepted run; `repeated` when an earlier call of the same name had started it. */
export interface Started {
  run: RunDto;
  repeated: boolean;
}

interface StartOptions {
  trigger?: RunTrigger;
  named?: NamedCall | undefined;
}

/** Rolls back a run whose call is known already. */
export class NameTaken extends Error {}

const urgencies = { high: 0, normal: 2, low: 3 } as const;
const farthestDays = 30;

@Injectable()
export class RunsService {
  constructor(
    @InjectRepository(Run) private readonly rows: Repository<Run>,
    @InjectQueue(RUN_QUEUE) private readonly queue: Queue,
    private readonly preparation: RunPreparation,
    private readonly calls: CallsService,
    private readonly report: RunReportService,
    private readonly audit: AuditService,
    private readonly callbacks: CallbacksService,
  ) {}

  /** `named` is the caller's name for this call: the same again is answered with the run it started. */
  async start(
    caller: Caller,
    flowId: string,
    body: StartRunDto,
    options: StartOptions = {},
  ): Promise<Started> {
    try {
      return await this.startNew(caller, flowId, body, options);
    } catch (error) {
      // Looked up late, so that first calls pay nothing: what has started is told, also when the flow takes no calls now.
      const known = error instanceof UserError && (await this.known(caller, options.named));
      if (known) return known;
      throw error;
    }
  }

  private async startNew(
    caller: Caller,
    flowId: string,
    body: StartRunDto,
    { trigger = 'manual', named }: StartOptions,
  ): Promise<Started> {
    const { storeId, version, parameters, dryRun = false, tags = [] } = body;
    const wish = { storeId, version, parameters };
    if (body.callbackUrl !== undefined) await this.callbacks.checkRunAddress(caller, body.callbackUrl);
    const rows = body.rows === undefined ? undefined : calledRows(body.rows);
    const isList = Array.isArray(body.rows);
    if (rows && isPlain(body)) {
      const short = await this.calls.start(caller, flowId, wish, rows, { named, tags, isList });
      if (short && 'repeats' in short) return this.repeated(caller, short.repeats);
      if (short) return { run: short, repeated: false };
    }
    const prepared = await this.preparation.prepare(caller, flowId, wish);
    checkRows(prepared, rows);
    checkCalledRows(prepared.rowCheck, rows ?? [], isList);
    const turn = runTurn(prepared.version.document, { flowId, storeId: prepared.storeId }, body);
    const kind = { trigger: rows ? 'api' : trigger, dryRun, ...asked(body) } as const;
    const accepted = await this.rows.manager
      .transaction(async (manager) => {
        const made = await this.insert(manager, caller, prepared, turn, kind, rows?.length);
        if (named && !(await takeCallKey(manager, caller, named, made.run.id))) throw new NameTaken();
        if (made.run.state === 'queued') await this.insertRows(manager, made.run, prepared, rows ?? []);
        return made;
      })
      .catch((error: unknown) => {
        if (!(error instanceof NameTaken)) throw error;
      });
    if (!accepted)
      return this.repeated(caller, (await startedBy(this.rows.manager.connection, caller, named!))!);
    await this.tell(accepted);
    return { run: await this.report.one(caller, accepted.run.id), repeated: false };
  }

  private async known(caller: Caller, named: NamedCall | undefined): Promise<Started | undefined> {
    const id = named && (await startedBy(this.rows.manager.connection, caller, named));
    const run = id === undefined ? undefined : await this.report.one(caller, id);
    return run && isInReach(caller, run) ? { run, repeated: true } : undefined;
  }

  private async repeated(caller: Caller, id: string): Promise<Started> {
    return { run: await this.report.one(caller, id), repeated: true };
  }

  /** Asks an unfinished run to stop, and with it those it waits for; a finished one is answered as it is. */
  async cancel(caller: Caller, id: string): Promise<RunDto> {
    const own = inWorkspace(this.rows, caller.workspaceId);
    const stopped = await own.update(
      { id, state: In(['queued', 'running']) },
      { state: 'cancelling', updatedAt: new Date() },
    );
    if (stopped > 0) {
      await this.audit.record(caller, 'run.cancel', id);
      const stopping = [id, ...(await stoppedCalls(this.rows.manager, id))];
      for (const runId of stopping) await enqueueRun(this.queue, { kind: 'finish', runId });
    }
    return this.report.one(caller, id);
  }

  /** Lets a run that failed or was stopped go on where it was; the worker finds its cursors and pages in place. */
  async resume(caller: Caller, id: string): Promise<RunDto> {
    await this.report.find(caller, id);
    const resumed = await inWorkspace(this.rows, caller.workspaceId).update(
      { id, state: In(['failed', 'cancelled']) },
      { state: 'queued', short: false, error: null, finishedAt: null, updatedAt: new Date() },
    );
    if (resumed === 0) throw new Refusal(409, 'api.run-not-stopped');
    await this.audit.record(caller, 'run.resume', id);
    await enqueueRun(this.queue, { kind: 'start', runId: id });
    return this.report.one(caller, id);
  }

  /** The run and its line in the audit log, in the caller's transaction. */
  async insert(
    manager: EntityManager,
    caller: Caller,
    { version, storeId, bound }: Prepared,
    turn: RunTurn | null,
    kind: Pick<Run, 'trigger' | 'dryRun'> &
      Partial<Pick<Run, 'tags' | 'priority' | 'runAt' | 'callbackUrl'>> & {
        replayOf?: string;
        applies?: string;
        readFrom?: ReadFrom;
      },
    rows?: number,
  ): Promise<Accepted> {
    const { workspaceId, userId: createdBy } = caller;
    const { id: versionId, flowId, number: versionNumber, document } = version;
    // A dry run sends nothing and remembers nothing: it may go on beside others.
    const keys = kind.dryRun
      ? { concurrencyKey: null, memoryKey: null }
      : {
          concurrencyKey: turn?.concurrencyKey ?? null,
          memoryKey: memoryKey(document, knownNodes(), { flowId, storeId }),
        };
    const accepted = await acceptRun(
      manager,
      {
        ...{ workspaceId, flowId, versionId, versionNumber, storeId, createdBy, updatedAt: new Date() },
        keyId: caller.key?.id ?? null,
        requestId: currentRequestId() ?? null,
        slots: { ...bound.slots },
        parameters: { ...bound.parameters } as Record<string, Json>,
        ...keys,
        ...(rows !== undefined && { readRows: rows, totalRows: rows }),
        ...kind,
      },
      turn?.overlap ?? 'queue',
    );
    const details = { version: versionNumber, storeId, ...kind };
    await this.audit.record(caller, 'run.start', accepted.run.id, details, manager);
    for (const id of accepted.stopped)
      await this.audit.record(caller, 'run.cancel', id, { for: accepted.run.id }, manager);
    return accepted;
  }

  /** Has the worker told, once the transaction is committed. */
  tell(accepted: Accepted): Promise<void> {
    return enqueueAccepted(this.queue, accepted);
  }

  // Left for the start of the run to be queued: its turn may not have come.
  private async insertRows(
    manager: EntityManager,
    { id: runId, workspaceId }: Run,
    { calledAt }: Prepared,
    rows: readonly Row[],
  ): Promise<void> {
    if (calledAt === undefined) return;
    for (const page of calledPages(calledAt, rows)) {
      await inWorkspace(manager.getRepository(RunPage), workspaceId).insert({
        ...page,
        runId,
        rowCount: page.rows.length,
      });
    }
  }
}

/** A call that waits for nothing and changes no order. */
function isPlain({ dryRun, concurrencyKey, overlap, priority, runAt, callbackUrl }: StartRunDto): boolean {
  return !dryRun && [concurrencyKey, overlap, priority, runAt, callbackUrl].every((one) => one === undefined);
}

/** What a call asks of its run. Throws 422 `api.run-at-too-far`. */
export function asked({
  tags = [],
  priority,
  runAt,
  callbackUrl,
}: StartRunDto): Pick<Run, 'tags' | 'priority' | 'runAt' | 'callbackUrl'> {
  const at = runAt === undefined ? null : new Date(runAt);
  if (at && at.getTime() > Date.now() + farthestDays * 86_400_000) {
    throw new Refusal(422, 'api.run-at-too-far', { days: farthestDays });
  }
  return {
    tags,
    priority: priority ? urgencies[priority] : null,
    runAt: at,
    callbackUrl: callbackUrl ?? null,
  };
}

/** Rows come with the call exactly when the flow has a box for them. */
export function checkRows({ calledAt, names }: Prepared, rows: readonly Row[] | undefined): void {
  const name = names.flow?.name ?? '';
  if (calledAt !== undefined && !rows) throw new Refusal(422, 'api.rows-missing', { name });
  if (calledAt === undefined && rows) throw new Refusal(422, 'api.rows-unwanted', { name });
}
