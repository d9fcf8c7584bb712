// How every process talks to Bull: one set of options, with the reason for each number.
import type { QueueOptions } from 'bull';

/**
 * Bull options for any of our queues. `prefix` keeps installations and tests on one Redis apart; `leaseMs` is
 * how long a claim in Postgres lasts, which Bull's own locks follow.
 */
export function queueOptions(redisUrl: string, prefix: string, leaseMs = 15_000): QueueOptions {
  const url = new URL(redisUrl);
  return {
    prefix,
    redis: {
      host: url.hostname,
      port: Number(url.port || 6379),
      ...(url.username && { username: decodeURIComponent(url.username) }),
      ...(url.password && { password: decodeURIComponent(url.password) }),
      ...(url.pathname.length > 1 && { db: Number(url.pathname.slice(1)) }),
      ...(url.protocol === 'rediss:' && { tls: {} }),
      // Bull's blocking connection must wait for Redis as long as it is away.
      maxRetriesPerRequest: null,
      enableReadyCheck: false,
      // How long a closing client may keep its process alive.
      disconnectTimeout: 500,
      retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
    },
    defaultJobOptions: {
      // Postgres keeps the results and repeats what failed; here a finished job is only an id in the way.
      removeOnComplete: true,
      removeOnFail: true,
      attempts: 1,
    },
    settings: {
      // Renewed every half: an event loop blocked for less than a lease keeps its job.
      lockDuration: leaseMs * 2,
      // A killed worker's job comes back within lockDuration + this. Usually the sweeper is sooner; this is for
      // jobs that were taken and whose work was not yet claimed.
      stalledInterval: leaseMs,
      // After an error of Redis a worker takes jobs again soon, not after Bull's usual 5 s.
      retryProcessDelay: 500,
      // A stall is harmless (the claim in Postgres decides), so do not fail the job at the second one.
      maxStalledCount: 10,
    },
  };
}
