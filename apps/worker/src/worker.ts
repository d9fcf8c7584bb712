// Starts a worker in this process and stops it again: for main and for tests.
import { assertMigrated, openDatabase } from '@eclusa/db';
import { toErrorRecord, UserError, type NodeType } from '@eclusa/flow';
import { CALL_QUEUE, PAGE_QUEUE, RUN_QUEUE, SWEEP_QUEUE } from '@eclusa/queue';
import { getQueueToken } from '@nestjs/bull';
import type { INestApplicationContext, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Queue } from 'bull';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { CallsService } from './calls/calls.service';
import type { WorkerConfig } from './config';
import { serveHealth } from './health';
import { laneSizes } from './pages/windows';
import { HostService } from './host/host.service';
import { ActiveRuns } from './runs/active-runs';
import { WorkerModule } from './worker.module';

export interface Worker {
  app: INestApplicationContext;
  /** Takes no more jobs, gives back what is not done, and lets go of everything; under 5 s. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  nodeTypes: ReadonlyMap<string, NodeType>;
  logger?: LoggerService | false;
}

/** Wait for pages in flight to be given back, in milliseconds: the engine ends a page within half a second. */
const windUpMs = 2_000;
/** Wait for queues and database to close. */
const closeMs = 1_500;

/** Throws UserError for a database that is away or not migrated. */
export async function startWorker(config: WorkerConfig, options: WorkerOptions): Promise<Worker> {
  const dataSource = await connect(config);
  try {
    await assertMigrated(dataSource);
    const { nodeTypes, logger } = options;
    const module = WorkerModule.with({ config, dataSource, nodeTypes });
    const app = await NestFactory.createApplicationContext(module, { logger, abortOnError: false });
    const health = config.port === undefined ? undefined : await serveHealth(config.port, () => isReady(app));
    let stopped: Promise<void> | undefined;
    return { app, stop: () => (stopped ??= stop(app, () => health?.close())) };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

async function connect(config: WorkerConfig): Promise<DataSource> {
  try {
    // A page needs one at the moments it writes; readers, progress and the sweep share the rest.
    return await openDatabase(config.databaseUrl, laneSizes(config.pageConcurrency).lanes + 8);
  } catch (cause) {
    const detail = toErrorRecord(cause).values.detail;
    const address = new URL(config.databaseUrl).host;
    throw new UserError('db.unreachable', { values: { address, detail }, cause });
  }
}

async function isReady(app: INestApplicationContext): Promise<boolean> {
  const database = app.get(DataSource).query('SELECT 1');
  const answered = await Promise.race([
    database.then(
      () => true,
      () => false,
    ),
    sleep(2_000, false),
  ]);
  return answered && app.get(HostService).hasRedis();
}

async function stop(app: INestApplicationContext, closeHealth: () => void): Promise<void> {
  closeHealth();
  const queues = [RUN_QUEUE, PAGE_QUEUE, CALL_QUEUE, SWEEP_QUEUE].map((name) =>
    app.get<Queue>(getQueueToken(name)),
  );
  await within(closeMs, Promise.all(queues.map((queue) => queue.pause(true, true))));
  app.get(ActiveRuns).stopAll();
  app.get(CallsService).stopAll();
  await within(windUpMs, Promise.all(queues.map((queue) => queue.whenCurrentJobsFinished())));
  await within(closeMs, app.close());
  await within(closeMs, app.get(DataSource).destroy());
}

// What does not end in time (Redis may be away) is left to the end of the process.
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const timer = new AbortController();
  const ended = work.catch(() => undefined);
  await Promise.race([ended, sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined)]);
  timer.abort();
}
