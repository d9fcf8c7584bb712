// The worker as one Nest module: processors on top, services under them, no HTTP.
import type { NodeType } from '@eclusa/flow';
import { CALL_QUEUE, PAGE_QUEUE, queueOptions, RUN_QUEUE, SWEEP_QUEUE } from '@eclusa/queue';
import { BullModule } from '@nestjs/bull';
import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CallbackCaller } from './callbacks/callback-caller';
import { CallsProcessor } from './calls/calls.processor';
import { CallsService } from './calls/calls.service';
import { CallStore } from './calls/call-store';
import { FlowCache } from './calls/flow-cache';
import type { WorkerConfig } from './config';
import { HostService } from './host/host.service';
import { Leases } from './leases';
import { PageLanes } from './pages/page-lanes';
import { PageReturns } from './pages/page-returns';
import { PageService } from './pages/page.service';
import { PageStore } from './pages/page-store';
import { pagesProcessor } from './pages/pages.processor';
import { laneSizes } from './pages/windows';
import { ActiveRuns } from './runs/active-runs';
import { EntryService } from './runs/entry.service';
import { EntryStore } from './runs/entry-store';
import { RunProgress } from './runs/run-progress.service';
import { RunWaits } from './runs/run-waits.service';
import { RunStart } from './runs/run-start.service';
import { RunsProcessor } from './runs/runs.processor';
import { Scheduler } from './schedules/scheduler';
import { SweepProcessor } from './sweep/sweep.processor';
import { Sweeper } from './sweep/sweeper';
import { CONFIG, NODE_TYPES } from './tokens';
import { Attendant } from './triggers/attendant';
import { FlowEnds } from './triggers/flow-ends';
import { Gaps } from './triggers/gaps';
import { TriggerBoxes } from './triggers/trigger-boxes';
import { TriggerSetups } from './triggers/trigger-setups';
import { TriggerStore } from './triggers/trigger-store';

export interface WorkerParts {
  config: WorkerConfig;
  dataSource: DataSource;
  nodeTypes: ReadonlyMap<string, NodeType>;
}

@Module({})
export class WorkerModule {
  static with({ config, dataSource, nodeTypes }: WorkerParts): DynamicModule {
    const options = queueOptions(config.redisUrl, config.queuePrefix, config.leaseMs);
    const queues = [RUN_QUEUE, PAGE_QUEUE, CALL_QUEUE, SWEEP_QUEUE].map((name) => ({ name, ...options }));
    return {
      module: WorkerModule,
      imports: [BullModule.registerQueue(...queues)],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: NODE_TYPES, useValue: nodeTypes },
        { provide: DataSource, useValue: dataSource },
        ...[HostService, Leases, ActiveRuns, RunWaits, PageStore, EntryStore],
        ...[PageLanes, PageReturns, PageService, EntryService, RunStart, RunProgress, Sweeper, Scheduler],
        ...[CallStore, CallsService, FlowCache],
        ...[TriggerStore, TriggerBoxes, TriggerSetups, Gaps, Attendant],
        ...[CallbackCaller, FlowEnds],
        ...[pagesProcessor(laneSizes(config.pageConcurrency)), RunsProcessor, CallsProcessor, SweepProcessor],
      ],
    };
  }
}
