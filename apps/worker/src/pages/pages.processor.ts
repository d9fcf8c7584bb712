// Takes page jobs from the queue.
import { PAGE_QUEUE, parsePageJob } from '@eclusa/queue';
import { Process, Processor } from '@nestjs/bull';
import type { Type } from '@nestjs/common';
import type { Job } from 'bull';
import { PageService } from './page.service';
import type { LaneSizes } from './windows';

/** The processor for all lanes of the process. A factory, because a decorator cannot read the configuration. */
export function pagesProcessor({ lanes, smallLanes }: LaneSizes): Type<object> {
  const concurrency = lanes + smallLanes;
  @Processor(PAGE_QUEUE)
  class PagesProcessor {
    constructor(private readonly pages: PageService) {}

    @Process({ name: 'page', concurrency })
    run(job: Job<unknown>): Promise<void> {
      return this.pages.run(parsePageJob(job.data));
    }
  }
  return PagesProcessor;
}
