// Takes run jobs from the queue: start, read, finish.
import { parseRunJob, RUN_QUEUE } from '@eclusa/queue';
import { Process, Processor } from '@nestjs/bull';
import type { Job } from 'bull';
import { EntryService } from './entry.service';
import { RunProgress } from './run-progress.service';
import { RunStart } from './run-start.service';

/** Runs read at once by one process. Reading mostly waits, for the source or for room. */
const readers = 16;

@Processor(RUN_QUEUE)
export class RunsProcessor {
  constructor(
    private readonly start: RunStart,
    private readonly entries: EntryService,
    private readonly progress: RunProgress,
  ) {}

  @Process({ name: 'run', concurrency: readers })
  async run(job: Job<unknown>): Promise<void> {
    const data = parseRunJob(job.data);
    if (data.kind === 'start') return this.start.start(data.runId);
    if (data.kind === 'finish') return this.progress.advance(data.runId);
    return this.entries.read(data.runId, data.entry);
  }
}
