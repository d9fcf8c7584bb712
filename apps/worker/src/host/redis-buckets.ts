// The bucket store over one Redis connection of its own, which fails at once while Redis is away.
import type { Bucket } from '@eclusa/flow';
import { Redis } from 'ioredis';
import { leaseScript, observeScript, silenceScript } from './bucket-scripts';
import { holdScript, type HoldStore } from './redis-holds';
import type { BucketStore, Lease } from './redis-limiter';

export interface RedisBuckets extends BucketStore, HoldStore {
  /** True while Redis can be asked. */
  isReady(): boolean;
  close(): void;
}

/** From the silence that sets a service away to the first probe, in milliseconds; doubled with each that fails. */
const firstProbeMs = 1_000;
const longestProbeMs = 30_000;
/** A probe without any outcome after this is made again: a call may take 30 seconds. */
const probeMs = 35_000;

type Answer = [granted: number, waitMs: number, left: number, rate: string, burst: string, service: string];

type Scripted = Redis & {
  eclusaLease(keys: number, ...more: (string | number)[]): Promise<Answer>;
  eclusaObserve(keys: number, ...more: (string | number)[]): Promise<number>;
  eclusaHold(keys: number, ...more: (string | number)[]): Promise<number>;
  eclusaSilence(keys: number, ...more: (string | number)[]): Promise<number>;
};

/** Buckets under `prefix`, so that tests and installations on one Redis do not slow each other. */
export function redisBuckets(redisUrl: string, prefix: string): RedisBuckets {
  const redis = connect(redisUrl);
  const bucketKey = (bucket: Bucket): string => `${prefix}:bucket:${bucket.key}`;
  const holdKey = (key: string): string => `${prefix}:calls:${key}`;
  const serviceKey = (service: string): string => `${prefix}:away:${service}`;
  return {
    async lease(bucket, wanted) {
      const keys = [bucketKey(bucket), ...(bucket.service ? [serviceKey(bucket.service)] : [])];
      const { ratePerSecond, burst } = bucket;
      const args = [...keys, ratePerSecond, burst, wanted, probeMs];
      return readLease(await redis.eclusaLease(keys.length, ...args));
    },
    async observe(bucket, { restMs, remaining = -1, refused, rate }) {
      const given = [bucket.ratePerSecond, bucket.burst];
      const told = [Math.ceil(restMs), remaining, refused ? 1 : 0, rate.ratePerSecond, rate.burst];
      await redis.eclusaObserve(1, bucketKey(bucket), ...given, ...told);
    },
    async silent(service, status) {
      await redis.eclusaSilence(1, serviceKey(service), status, firstProbeMs, longestProbeMs);
    },
    async heard(service) {
      await redis.del(serviceKey(service));
    },
    async hold(key, member, most, ms) {
      return (await redis.eclusaHold(1, holdKey(key), member, most, ms)) === 1;
    },
    async leave(key, member) {
      await redis.zrem(holdKey(key), member);
    },
    isReady: () => redis.status === 'ready',
    close: () => redis.disconnect(),
  };
}

function connect(redisUrl: string): Scripted {
  const redis = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 500,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
    disconnectTimeout: 500,
  }) as Scripted;
  // Each call answers for itself; an error nobody listens to would end the process.
  redis.on('error', () => undefined);
  redis.defineCommand('eclusaLease', { lua: leaseScript });
  redis.defineCommand('eclusaObserve', { lua: observeScript });
  redis.defineCommand('eclusaHold', { lua: holdScript });
  redis.defineCommand('eclusaSilence', { lua: silenceScript });
  return redis;
}

function readLease([granted, waitMs, left, rate, burst, service]: Answer): Lease {
  const [since, status] = service.split(' ').map(Number);
  const isAway = service !== '' && service !== 'probe';
  return {
    granted,
    waitMs,
    left,
    rate: { ratePerSecond: Number(rate), burst: Number(burst) },
    isProbe: service === 'probe',
    ...(isAway && { away: { since: since ?? 0, status: status || null, nextMs: waitMs } }),
  };
}
