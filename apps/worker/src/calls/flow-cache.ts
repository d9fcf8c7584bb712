// Plan and host of flows that are called again and again, made once for many runs. Kept for seconds only: a changed
// connection must soon be used, as it is by every longer run that starts.
import type { Run } from '@eclusa/db';
import { releasePrepared, type Host, type Plan } from '@eclusa/engine';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { HostService } from '../host/host.service';
import { ActiveRuns } from '../runs/active-runs';

const keptMs = 5_000;

type Called = Pick<Run, 'workspaceId' | 'flowId' | 'versionId' | 'storeId' | 'slots' | 'parameters'>;

interface Ready {
  plan: Plan;
  host: Host;
}

interface Kept {
  ready: Promise<Ready>;
  madeAt: number;
  users: number;
}

@Injectable()
export class FlowCache implements OnApplicationShutdown {
  private readonly flows = new Map<string, Kept>();
  /** Too old to be given to anybody else, and perhaps still in use. */
  private readonly retired = new Set<Kept>();
  private readonly timer = setInterval(() => this.dropOld(), keptMs);

  constructor(
    private readonly hosts: HostService,
    private readonly runs: ActiveRuns,
  ) {}

  /** Works with plan and host of the flow as it is bound. Rejects as `compilePlan` does for a flow that cannot run. */
  async use<T>(runId: string, run: Called, work: (ready: Ready) => Promise<T>): Promise<T> {
    const kept = this.keep(runId, run);
    kept.users++;
    try {
      return await work(await kept.ready);
    } finally {
      kept.users--;
    }
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private keep(runId: string, run: Called): Kept {
    const { workspaceId, versionId, storeId, slots, parameters } = run;
    const key = JSON.stringify([workspaceId, versionId, storeId, slots, parameters]);
    const known = this.flows.get(key);
    if (known && !isOld(known)) return known;
    if (known) this.retired.add(known);
    const kept: Kept = { ready: this.make(runId, run), madeAt: performance.now(), users: 0 };
    this.flows.set(key, kept);
    kept.ready.catch(() => this.flows.get(key) === kept && this.flows.delete(key));
    return kept;
  }

  private async make(runId: string, run: Called): Promise<Ready> {
    return { plan: await this.runs.planOf(run), host: this.hosts.hostOf({ ...run, id: runId }) };
  }

  private dropOld(): void {
    for (const [key, kept] of this.flows) {
      if (!isOld(kept)) continue;
      this.flows.delete(key);
      this.retired.add(kept);
    }
    for (const kept of this.retired) {
      if (kept.users > 0) continue;
      this.retired.delete(kept);
      kept.ready.then(
        ({ plan, host }) => releasePrepared(plan, host),
        () => undefined,
      );
    }
  }
}

function isOld({ madeAt }: Kept): boolean {
  return performance.now() - madeAt > keptMs;
}
