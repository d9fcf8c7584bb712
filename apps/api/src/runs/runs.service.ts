// Starts and stops runs. A run is accepted once it is committed; Redis is told afterwards and may be away.
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { inWorkspace, Run, type FlowVersion, type ReadFrom, type RunTrigger } from '@eclusa/db';
import { runsTakeTurns, type Json } from '@eclusa/flow';
import { enqueueRun, RUN_QUEUE } from '@eclusa/queue';
import type { Queue } from 'bull';
import { In, type EntityManager, type Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { knownNodes } from '../flows/check-flow';
import { Refusal } from '../http/refusal';
import { RunPreparation, type Prepared } from './run-preparation';
import { RunReportService } from './run-report.service';
import type { RunDto, StartRunDto } from './runs.dto';

@Injectable()
export class RunsService {
  constructor(
    @InjectRepository(Run) private readonly rows: Repository<Run>,
    @InjectQueue(RUN_QUEUE) private readonly queue: Queue,
    private readonly preparation: RunPreparation,
    private readonly report: RunReportService,
    private readonly audit: AuditService,
  ) {}

  async start(
    caller: Caller,
    flowId: string,
    body: StartRunDto,
    trigger: RunTrigger = 'manual',
  ): Promise<RunDto> {
    const prepared = await this.preparation.prepare(caller, flowId, body);
    const run = await this.rows.manager.transaction((manager) =>
      this.insert(manager, caller, prepared, { trigger, dryRun: body.dryRun ?? false }),
    );
    await enqueueRun(this.queue, { kind: 'start', runId: run.id });
    return this.report.one(caller, run.id);
  }

  /** Asks an unfinished run to stop; a finished one is answered as it is. */
  async cancel(caller: Caller, id: string): Promise<RunDto> {
    const own = inWorkspace(this.rows, caller.workspaceId);
    const stopped = await own.update(
      { id, state: In(['queued', 'running']) },
      { state: 'cancelling', updatedAt: new Date() },
    );
    if (stopped > 0) {
      await this.audit.record(caller, 'run.cancel', id);
      await enqueueRun(this.queue, { kind: 'finish', runId: id });
    }
    return this.report.one(caller, id);
  }

  /** Lets a run that failed or was stopped go on where it was; the worker finds its cursors and pages in place. */
  async resume(caller: Caller, id: string): Promise<RunDto> {
    await this.report.find(caller, id);
    const resumed = await inWorkspace(this.rows, caller.workspaceId).update(
      { id, state: In(['failed', 'cancelled']) },
      { state: 'queued', error: null, finishedAt: null, updatedAt: new Date() },
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
    kind: Pick<Run, 'trigger' | 'dryRun'> & { replayOf?: string; readFrom?: ReadFrom },
  ): Promise<Run> {
    const run = await inWorkspace(manager.getRepository(Run), caller.workspaceId).insert({
      flowId: version.flowId,
      versionId: version.id,
      versionNumber: version.number,
      storeId,
      slots: { ...bound.slots },
      parameters: { ...bound.parameters } as Record<string, Json>,
      // A dry run sends nothing and remembers nothing: it may go on beside others.
      concurrencyKey: kind.dryRun ? null : turnsOf(version, storeId),
      state: 'queued',
      createdBy: caller.userId,
      updatedAt: new Date(),
      ...kind,
    });
    const details = { version: version.number, storeId, ...kind };
    await this.audit.record(caller, 'run.start', run.id, details, manager);
    return run;
  }
}

/** Runs of the flow for one store take turns when one could remember what another sends. */
function turnsOf({ flowId, document }: FlowVersion, storeId: string | null): string | null {
  return runsTakeTurns(document, knownNodes()) ? `flow ${flowId} ${storeId ?? 'no store'}` : null;
}
