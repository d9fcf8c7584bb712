// The runs this process works on right now: plan and host, made once per run, and a signal that is aborted
// as soon as the run is no longer running (cancelled, failed, paused) or this process stops.
import { FlowVersion, Run, type RunState } from '@eclusa/db';
import { compilePlan, releasePrepared, type Host, type Plan } from '@eclusa/engine';
import type { NodeType } from '@eclusa/flow';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HostService } from '../host/host.service';
import { widelyHeard } from '../signals';
import { rowsOf } from '../sql';
import { NODE_TYPES } from '../tokens';
import { isPaused } from './pauses';
import { RunStopped } from './run-stopped';

export interface ActiveRun {
  run: Run;
  plan: Plan;
  host: Host;
  signal: AbortSignal;
  /** Ports whose samples are known to be stored: `node side port`. */
  sampled: Set<string>;
}

interface Kept {
  active: Promise<ActiveRun>;
  controller: AbortController;
  users: number;
  idleSince: number;
}

/** A cancel or pause is seen within this; with the engine's half second to wind up, it takes effect within one. */
const watchMs = 300;
/** Plan, connections and prepared nodes of a run nobody works on are kept this long. */
const idleMs = 30_000;

@Injectable()
export class ActiveRuns implements OnApplicationShutdown {
  private readonly runs = new Map<string, Kept>();
  private readonly log = new Logger('runs');
  private readonly timer: NodeJS.Timeout;
  private watching = false;
  private stopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly hosts: HostService,
    @Inject(NODE_TYPES) private readonly nodeTypes: ReadonlyMap<string, NodeType>,
  ) {
    this.timer = setInterval(() => void this.watch(), watchMs);
  }

  /** Works on a run: `work` gets its plan and host. Rejects as `compilePlan` does for a flow that cannot run. */
  async use<T>(runId: string, work: (active: ActiveRun) => Promise<T>): Promise<T> {
    const kept = this.keep(runId);
    kept.users++;
    try {
      return await work(await kept.active);
    } finally {
      kept.users--;
      kept.idleSince = Date.now();
    }
  }

  /** The plan of a run, compiled from the published version it points to. */
  async planOf(run: Pick<Run, 'versionId' | 'workspaceId' | 'parameters'>): Promise<Plan> {
    const { versionId: id, workspaceId } = run;
    const version = await this.dataSource.getRepository(FlowVersion).findOneByOrFail({ id, workspaceId });
    return compilePlan(version.document, this.nodeTypes, { parameters: run.parameters });
  }

  /** True once this process is about to end. */
  get isStopping(): boolean {
    return this.stopping;
  }

  /** Aborts all work of this process; for its end. */
  stopAll(): void {
    this.stopping = true;
    for (const kept of this.runs.values()) kept.controller.abort(new RunStopped('worker stopping'));
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.stopAll();
  }

  private keep(runId: string): Kept {
    const known = this.runs.get(runId);
    if (known) return known;
    const controller = widelyHeard();
    if (this.stopping) controller.abort(new RunStopped('worker stopping'));
    const active = this.make(runId, controller.signal);
    const kept: Kept = { active, controller, users: 0, idleSince: Date.now() };
    this.runs.set(runId, kept);
    active.catch(() => this.runs.delete(runId));
    return kept;
  }

  private async make(runId: string, signal: AbortSignal): Promise<ActiveRun> {
    const run = await this.dataSource.getRepository(Run).findOneByOrFail({ id: runId });
    const plan = await this.planOf(run);
    return { run, plan, host: this.hosts.hostOf(run), signal, sampled: new Set() };
  }

  private async watch(): Promise<void> {
    if (this.watching || this.runs.size === 0) return;
    this.watching = true;
    try {
      const asked = [...this.runs];
      const states = await this.states(asked.map(([id]) => id));
      // Those alone: of a run that has begun while the database was asked nothing is known yet.
      for (const [id, kept] of asked) {
        if (this.runs.get(id) !== kept) continue;
        const state = states.get(id) ?? 'cancelled';
        if (state !== 'running' && state !== 'queued') {
          kept.controller.abort(new RunStopped(state));
          await this.forget(id, kept);
        } else if (kept.users === 0 && Date.now() - kept.idleSince > idleMs) await this.forget(id, kept);
      }
    } catch (error) {
      this.log.warn(`cannot see the state of runs: ${String(error)}`);
    } finally {
      this.watching = false;
    }
  }

  private async states(ids: string[]): Promise<Map<string, RunState | 'paused'>> {
    const rows = await rowsOf<{ id: string; state: RunState | 'paused' }>(
      this.dataSource,
      `SELECT r.id, CASE WHEN r.state = 'running' AND ${isPaused} THEN 'paused' ELSE r.state END AS state
       FROM run r WHERE r.id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, state }) => [id, state]));
  }

  private async forget(id: string, kept: Kept): Promise<void> {
    this.runs.delete(id);
    const active = await kept.active.catch(() => undefined);
    if (active) releasePrepared(active.plan, active.host);
  }
}
