// The bucket store over one Redis connection of its own, which fails at once while Redis is away.
import type { Bucket } from '@eclusa/flow';
import { Redis } from 'ioredis';
import { leaseScript, observeScript } from './bucket-scripts';
import type { BucketStore } from './redis-limiter';

export interface RedisBuckets extends BucketStore {
  /** True while Redis can be asked. */
  isReady(): boolean;
  close(): void;
}

type Scripted = Redis & {
  eclusaLease(key: string, rate: number, burst: number, wanted: number): Promise<[number, number, number]>;
  eclusaObserve(key: string, rate: number, burst: number, rest: number, remaining: number): Promise<number>;
};

/** Buckets under `prefix`, so that tests and installations on one Redis do not slow each other. */
export function redisBuckets(redisUrl: string, prefix: string): RedisBuckets {
  const redis = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 500,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
    disconnectTimeout: 500,
  }) as Scripted;
  // Each call answers for itself; an error nobody listens to would end the process.
  redis.on('error', () => undefined);
  redis.defineCommand('eclusaLease', { numberOfKeys: 1, lua: leaseScript });
  redis.defineCommand('eclusaObserve', { numberOfKeys: 1, lua: observeScript });
  const key = (bucket: Bucket): string => `${prefix}:bucket:${bucket.key}`;
  return {
    async lease(bucket, wanted) {
      const [granted, waitMs, left] = await redis.eclusaLease(
        key(bucket),
        bucket.ratePerSecond,
        bucket.burst,
        wanted,
      );
      return { granted, waitMs, left };
    },
    async observe(bucket, { restMs, remaining = -1 }) {
      await redis.eclusaObserve(
        key(bucket),
        bucket.ratePerSecond,
        bucket.burst,
        Math.ceil(restMs),
        remaining,
      );
    },
    isReady: () => redis.status === 'ready',
    close: () => redis.disconnect(),
  };
}
