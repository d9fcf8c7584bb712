// Fires the schedules that are due. Which are, and that each time is fired once, is Postgres's to say: a schedule is
// held by a row lock while its runs are stored and its next time is set, all in one transaction.
import { acceptRun, boundFor, Flow, FlowVersion, Schedule, type Accepted } from '@eclusa/db';
import {
  dueTimes,
  fitBinding,
  memoryKey,
  runTurn,
  UserError,
  type Due,
  type Json,
  type NodeType,
} from '@eclusa/flow';
import { enqueueAccepted, RUN_QUEUE } from '@eclusa/queue';
import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import { DataSource, type EntityManager } from 'typeorm';
import { rowsOf } from '../sql';
import { NODE_TYPES } from '../tokens';

/** Most schedules fired in one go; the rest follows with the next sweep. */
const most = 1_000;

@Injectable()
export class Scheduler {
  private readonly log = new Logger('schedules');

  constructor(
    private readonly dataSource: DataSource,
    @InjectQueue(RUN_QUEUE) private readonly queue: Queue,
    @Inject(NODE_TYPES) private readonly nodeTypes: ReadonlyMap<string, NodeType>,
  ) {}

  /** Stores the runs of every schedule that is due and that nobody else fires at this moment. */
  async fireDue(): Promise<void> {
    for (let fired = 0; fired < most; fired++) {
      const accepted = await this.dataSource.transaction((manager) => this.fireOne(manager));
      if (!accepted) return;
      // What Redis does not take now, the sweep finds.
      for (const one of accepted) await enqueueAccepted(this.queue, one);
    }
  }

  /** Null when none is due. By the database's clock: those of workers differ. */
  private async fireOne(manager: EntityManager): Promise<Accepted[] | null> {
    const [found] = await rowsOf<{ id: string; now: Date }>(
      manager,
      `SELECT id, date_trunc('milliseconds', now()) AS now FROM schedule WHERE enabled AND next_at <= now()
       ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [],
    );
    if (!found) return null;
    const schedule = await manager.getRepository(Schedule).findOneByOrFail({ id: found.id });
    const due = this.dueOf(schedule, found.now);
    const accepted = await this.fire(manager, schedule, due.fire);
    const lastAt = due.fire.at(-1) ?? schedule.lastAt;
    await manager.getRepository(Schedule).update({ id: schedule.id }, { nextAt: due.next, lastAt });
    return accepted;
  }

  // Checked when it was saved; but names of time zones do change.
  private dueOf({ id, cron, timezone, missed, nextAt }: Schedule, now: Date): Due {
    try {
      return dueTimes({ cron, timezone }, missed, nextAt ?? now, now);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.log.warn(`schedule ${id} has no next time any more: ${error.code}`);
      return { fire: [], next: null };
    }
  }

  private async fire(
    manager: EntityManager,
    schedule: Schedule,
    times: readonly Date[],
  ): Promise<Accepted[]> {
    if (times.length === 0) return [];
    const { id: scheduleId, workspaceId, flowId, storeId } = schedule;
    // What is published at this moment: one version or the other, never both.
    const { publishedVersion: number } = await manager.getRepository(Flow).findOneByOrFail({ id: flowId });
    const version = await manager.getRepository(FlowVersion).findOneBy({ flowId, number: number ?? 0 });
    if (!version) return [];
    const of = { workspaceId, flowId, storeId };
    const bound = fitBinding(version.document, await boundFor(manager, of, version.document));
    const concurrencyKey = runTurn(version.document, of)?.concurrencyKey ?? `schedule ${scheduleId}`;
    const accepted: Accepted[] = [];
    for (const scheduledFor of times) {
      const run = {
        ...{ ...of, versionId: version.id, versionNumber: version.number, trigger: 'schedule' as const },
        ...{ scheduleId, scheduledFor, updatedAt: new Date(), createdBy: schedule.createdBy },
        slots: { ...bound.slots },
        parameters: { ...bound.parameters } as Record<string, Json>,
        concurrencyKey,
        memoryKey: memoryKey(version.document, this.nodeTypes, of),
      };
      // Those that catch up with an outage are wanted, every one: they wait for each other.
      accepted.push(await acceptRun(manager, run, times.length > 1 ? 'queue' : schedule.overlap));
    }
    return accepted;
  }
}
