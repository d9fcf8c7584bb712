// Takes jobs of short runs from the queue.
import { CALL_QUEUE, parseCallJob } from '@eclusa/queue';
import { Process, Processor } from '@nestjs/bull';
import type { Job } from 'bull';
import { CallsService } from './calls.service';

/** Jobs under way at once in one process, each of many runs. */
const jobs = 8;

@Processor(CALL_QUEUE)
export class CallsProcessor {
  constructor(private readonly calls: CallsService) {}

  @Process({ name: 'call', concurrency: jobs })
  run(job: Job<unknown>): Promise<void> {
    return this.calls.run(parseCallJob(job.data));
  }
}
