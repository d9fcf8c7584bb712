// Pauses flows and stores. What is paused is written down with who did it and when; the workers ask for it at every
// claim. Resuming makes the work that stood still due at once, with the time that calls are repeated for begun anew.
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Flow, inWorkspace, Store } from '@eclusa/db';
import { enqueueSweep, SWEEP_QUEUE } from '@eclusa/queue';
import type { Queue } from 'bull';
import { IsNull, Not, type DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { namesOf } from '../flows/people';
import { notFound } from '../http/refusal';
import type { PauseDto, PauseStateDto } from './pauses.dto';

type Kind = 'flow' | 'store';
interface Pausable {
  id: string;
  name: string;
  pausedAt: Date | null;
  pausedBy: string | null;
}

@Injectable()
export class PausesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @InjectQueue(SWEEP_QUEUE) private readonly sweeps: Queue,
    private readonly audit: AuditService,
  ) {}

  /** What is paused already stays as it was paused first. */
  async pause(caller: Caller, kind: Kind, id: string): Promise<PauseStateDto> {
    await this.database.transaction(async (manager) => {
      const { name } = await this.find(manager, caller, kind, id);
      const paused = await this.rows(manager, caller, kind).update(
        { id, pausedAt: IsNull() },
        { pausedAt: new Date(), pausedBy: caller.userId },
      );
      if (paused > 0) await this.audit.record(caller, `${kind}.pause`, id, { name }, manager);
    });
    return this.state(caller, kind, id);
  }

  async resume(caller: Caller, kind: Kind, id: string): Promise<PauseStateDto> {
    await this.database.transaction(async (manager) => {
      const { name, pausedAt } = await this.find(manager, caller, kind, id);
      const resumed = await this.rows(manager, caller, kind).update(
        { id, pausedAt: Not(IsNull()) },
        { pausedAt: null, pausedBy: null },
      );
      if (resumed === 0) return;
      await this.makeDue(manager, caller, kind, id);
      await this.audit.record(caller, `${kind}.resume`, id, { name, since: pausedAt }, manager);
    });
    await enqueueSweep(this.sweeps);
    return this.state(caller, kind, id);
  }

  private async makeDue(manager: EntityManager, { workspaceId }: Caller, kind: Kind, id: string) {
    const runs = `SELECT id FROM run
      WHERE workspace_id = $1 AND ${kind}_id = $2 AND (state = 'running' OR state = 'queued' AND short)`;
    await manager.query(
      `UPDATE run_page SET enqueued_at = NULL, created_at = now() WHERE run_id IN (${runs}) AND state <> 'done'`,
      [workspaceId, id],
    );
    await manager.query(
      `UPDATE run_entry SET enqueued_at = NULL WHERE run_id IN (${runs}) AND state = 'reading'`,
      [workspaceId, id],
    );
  }

  private async state(caller: Caller, kind: Kind, id: string): Promise<PauseStateDto> {
    const row = await this.find(this.database.manager, caller, kind, id);
    const nameOf = await namesOf(this.database.manager, [row.pausedBy]);
    return { paused: showPause(row, nameOf) };
  }

  private async find(manager: EntityManager, caller: Caller, kind: Kind, id: string): Promise<Pausable> {
    const row = await this.rows(manager, caller, kind).findOneBy({ id });
    if (!row) throw notFound(kind);
    return row;
  }

  private rows(manager: EntityManager, { workspaceId }: Caller, kind: Kind) {
    // Of both tables only the members they share are touched here.
    const rows = kind === 'flow' ? manager.getRepository(Flow) : manager.getRepository(Store);
    return inWorkspace<Pausable & { workspaceId: string }>(rows as never, workspaceId);
  }
}

/** Since when and by whom; null when it is not paused. */
export function showPause(
  { pausedAt, pausedBy }: Pick<Pausable, 'pausedAt' | 'pausedBy'>,
  nameOf: (id: string | null) => string | null,
): PauseDto | null {
  return pausedAt && { at: pausedAt.toISOString(), by: nameOf(pausedBy) };
}
