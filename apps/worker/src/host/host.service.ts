// Makes the engine's host for a run: what is shared by the process, and what belongs to that run alone.
import { createFile, openFile, type Run } from '@eclusa/db';
import { defaultRetry, systemClock, type Host } from '@eclusa/engine';
import {
  describeNode,
  RemoteError,
  type Catalogue,
  type Limiter,
  type NodeType,
  type Reach,
} from '@eclusa/flow';
import { guardedFetch, guardedReach } from '@eclusa/nodes';
import { RUN_QUEUE } from '@eclusa/queue';
import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bull';
import { DataSource } from 'typeorm';
import type { WorkerConfig } from '../config';
import { checkLease, postponeWork } from '../leases';
import { RunWaits } from '../runs/run-waits.service';
import { CONFIG, NODE_TYPES } from '../tokens';
import { ServiceAway } from './breaker';
import { connectionOpener } from './connections';
import { flowRuns } from './flow-runs';
import { databaseLocks, type Locks } from './locks';
import { redisBuckets, type RedisBuckets } from './redis-buckets';
import { redisLimiter } from './redis-limiter';
import { databaseMemory } from './memory';
import { databaseReferences } from './references';
import { databaseScratch } from './scratch';

@Injectable()
export class HostService implements OnApplicationShutdown {
  private readonly buckets: RedisBuckets;
  private readonly limiter: Limiter;
  private readonly locks: Locks;
  private readonly fetch: typeof fetch;
  private readonly reach: Reach;
  private readonly catalogue: Catalogue;

  constructor(
    private readonly dataSource: DataSource,
    private readonly waits: RunWaits,
    @InjectQueue(RUN_QUEUE) private readonly runs: Queue,
    @Inject(NODE_TYPES) nodeTypes: ReadonlyMap<string, NodeType>,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {
    this.catalogue = new Map([...nodeTypes].map(([id, node]) => [id, describeNode(node)]));
    const log = new Logger('limits');
    this.buckets = redisBuckets(config.redisUrl, config.queuePrefix);
    this.limiter = puttingOff(redisLimiter(this.buckets, (message) => log.warn(message)));
    this.locks = databaseLocks(config.databaseUrl);
    this.reach = guardedReach({ allow: config.allowHosts, folders: config.folders });
    const guarded = guardedFetch({ allow: config.allowHosts });
    this.fetch = async (input, init) => {
      checkLease();
      return guarded(input, init);
    };
  }

  /** True while Redis answers. */
  hasRedis(): boolean {
    return this.buckets.isReady();
  }

  hostOf(
    run: Pick<Run, 'id' | 'workspaceId' | 'flowId' | 'storeId' | 'slots'> & Partial<Pick<Run, 'applies'>>,
  ): Host {
    const { dataSource, config, catalogue, runs: queue } = this;
    return {
      fetch: this.fetch,
      reach: this.reach,
      limiter: this.limiter,
      clock: systemClock,
      random: Math.random,
      onWait: (node, error, ms) => this.waits.tell(run.id, node, error, ms),
      // Age decides, not the number of attempts: a store that is away for minutes must not fail rows.
      retry: {
        ...defaultRetry,
        maxAttempts: Number.MAX_SAFE_INTEGER,
        maxAge: config.retryAgeMs,
        maxDelay: Math.min(defaultRetry.maxDelay, Math.max(100, config.retryAgeMs / 10)),
      },
      connection: connectionOpener(dataSource, config.keys, run),
      lock: (key, work) => this.locks.lock(`${run.workspaceId} ${key}`, work),
      memory: databaseMemory(dataSource, run),
      references: databaseReferences(dataSource, run),
      flows: flowRuns({ dataSource, catalogue, queue }, run),
      scratch: databaseScratch(dataSource, run),
      files: {
        open: (id) => openFile(dataSource, run.workspaceId, id),
        create: (name, bytes) => createFile(dataSource, run.workspaceId, name, bytes),
      },
    };
  }

  async onApplicationShutdown(): Promise<void> {
    this.buckets.close();
    await this.locks.close();
  }
}

/**
 * The limiter as the work sees it: what calls a service that is away is put off until it is back. Work that has waited
 * for as long as the policy allows is not: its rows fail, without a call.
 */
function puttingOff(limiter: Limiter): Limiter {
  return {
    async acquire(bucket, signal) {
      try {
        await limiter.acquire(bucket, signal);
      } catch (error) {
        if (!(error instanceof ServiceAway) || postponeWork(error)) throw error;
        const { since, status } = error.away;
        const values = { service: error.service, since: new Date(since).toISOString(), status: status ?? 0 };
        throw new RemoteError('worker.store-away', { values, retryable: false, cause: error });
      }
    },
    observe: (bucket, answer) => limiter.observe(bucket, answer),
    ...(limiter.hold && { hold: limiter.hold }),
  };
}
