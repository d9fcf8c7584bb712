// Counts attempts and calls in Redis, where all processes of the service see them; in memory while Redis is away.
import { ThrottlerStorageService, type ThrottlerStorage } from '@nestjs/throttler';
import type { Queue } from 'bull';

type Counted = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/** A sign-in must not wait for a Redis that does not answer. */
const usualPatience = 500;

/** One step: two processes must not both see themselves as the first. */
const count = `
local hits = redis.call('INCR', KEYS[1])
if hits == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return { hits, redis.call('PTTL', KEYS[1]) }`;

export class SharedThrottleStorage implements ThrottlerStorage {
  private readonly own = new ThrottlerStorageService();

  /**
   * `prefix` keeps installations on one Redis apart. The queue lends its connection. Redis is given `patience` ms to
   * answer; after that this process counts by itself.
   */
  constructor(
    private readonly queue: Pick<Queue, 'client'>,
    private readonly prefix: string,
    private readonly patience = usualPatience,
  ) {}

  async increment(key: string, ttl: number, limit: number, block: number, name: string): Promise<Counted> {
    const counted = await this.countShared(`${this.prefix}:throttle:${name}:${key}`, ttl);
    if (!counted) return this.own.increment(key, ttl, limit, block, name);
    const [totalHits, left] = counted;
    const seconds = Math.ceil(Math.max(left, 0) / 1000);
    const isBlocked = totalHits > limit;
    return { totalHits, timeToExpire: seconds, isBlocked, timeToBlockExpire: isBlocked ? seconds : 0 };
  }

  /** Ends the timers of the counters in memory. */
  onApplicationShutdown(): void {
    this.own.onApplicationShutdown();
  }

  private async countShared(key: string, ttl: number): Promise<[number, number] | null> {
    const { client } = this.queue;
    // A command given while Redis is away waits in the client; ask the connection first.
    if (client.status !== 'ready') return null;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), this.patience);
    });
    const counted = client.eval(count, 1, key, ttl).then(
      (answer) => answer as [number, number],
      () => null,
    );
    try {
      return await Promise.race([counted, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
