// The sweep as a repeatable job, so that of many workers one does it. The schedule itself lives in Redis and may
// be lost: each worker keeps an eye on it, puts it back, and sweeps by itself when none came.
import { scheduleSweep, SWEEP_QUEUE } from '@eclusa/queue';
import { InjectQueue, Process, Processor } from '@nestjs/bull';
import { Inject, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bull';
import type { WorkerConfig } from '../config';
import { CONFIG } from '../tokens';
import { Sweeper } from './sweeper';

/** Sweeps missed before a worker sweeps by itself. */
const patience = 3;

@Processor(SWEEP_QUEUE)
export class SweepProcessor implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private watching = false;

  constructor(
    private readonly sweeper: Sweeper,
    @InjectQueue(SWEEP_QUEUE) private readonly queue: Queue,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {}

  @Process('sweep')
  sweep(): Promise<void> {
    return this.sweeper.sweep();
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.watch(), this.config.sweepMs);
    void this.watch();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async watch(): Promise<void> {
    if (this.watching) return;
    const since = performance.now() - this.sweeper.lastSweep;
    if (this.sweeper.lastSweep > 0 && since < this.config.sweepMs * patience) return;
    this.watching = true;
    await this.sweeper.sweep();
    await scheduleSweep(this.queue, this.config.sweepMs, 1_000);
    this.watching = false;
  }
}
