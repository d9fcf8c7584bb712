// Starts flows after runs of others ended, a moment after they did. What is to be started is in Postgres since the run's
// end; any worker may do it, and each line is done once.
import { followRun, putOff } from '@eclusa/db';
import type { NodeType } from '@eclusa/flow';
import { CALL_QUEUE, enqueueCalls, enqueueRun, RUN_QUEUE } from '@eclusa/queue';
import { InjectQueue } from '@nestjs/bull';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Queue } from 'bull';
import { DataSource } from 'typeorm';
import type { WorkerConfig } from '../config';
import { CONFIG, NODE_TYPES } from '../tokens';

/** Runs started in one go; the rest follows with the next look. */
const most = 500;

@Injectable()
export class FlowEnds implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('flow ends');
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly dataSource: DataSource,
    @InjectQueue(RUN_QUEUE) private readonly runs: Queue,
    @InjectQueue(CALL_QUEUE) private readonly calls: Queue,
    @Inject(NODE_TYPES) private readonly nodeTypes: ReadonlyMap<string, NodeType>,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.looking ??= this.look().finally(() => (this.looking = undefined));
    }, this.config.triggerMs);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.looking;
  }

  // Never rejects: the next look does what this one could not.
  private async look(): Promise<void> {
    for (let done = 0; done < most && !this.stopping; done++) {
      let claimed: number | undefined;
      try {
        const followed = await this.dataSource.transaction((manager) =>
          followRun(manager, this.nodeTypes, (endId) => (claimed = endId)),
        );
        if (!followed) return;
        const { taken } = followed;
        // What Redis does not take now, the sweep finds.
        if (taken?.pageId) void enqueueCalls(this.calls, { pageIds: [taken.pageId] });
        else if (taken) void enqueueRun(this.runs, { kind: 'start', runId: taken.runId });
      } catch (error) {
        this.log.warn(String(error));
        if (claimed === undefined) return;
        // It must not keep those behind it from being started.
        await this.dataSource.query(putOff, [claimed]).catch(() => undefined);
      }
    }
  }
}
