// Counts the calls of all workers that are under way, in Redis: each is a member with an end that is put off while the
// call goes on, so that a worker that dies gives its places back. Without Redis each worker counts its own.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryHolds } from '@eclusa/engine';
import type { Limiter } from '@eclusa/flow';

/** What holding asks of Redis; each call rejects soon when Redis is away. */
export interface HoldStore {
  /** Takes a place or keeps the one it has; false when all are taken. */
  hold(key: string, member: string, most: number, ms: number): Promise<boolean>;
  leave(key: string, member: string): Promise<void>;
}

/** KEYS[1] the calls under way; ARGV member, most, ms. Answers 1 when the member is among them. */
export const holdScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if not redis.call('ZSCORE', KEYS[1], ARGV[1]) and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
`;

/** A place is kept for this long without a word from its worker. */
const placeMs = 15_000;
/** No call takes longer, and an answer that nobody reads must not keep its place for ever. */
const longestMs = 15 * 60_000;
const firstWaitMs = 10;
const longestWaitMs = 200;

/** `hold` of a Limiter for all workers. `away` is told of each error of the store. */
export function redisHolds(store: HoldStore, away: (error: unknown) => void): NonNullable<Limiter['hold']> {
  const own = memoryHolds();
  const enter = (key: string, member: string, most: number): Promise<boolean> =>
    store.hold(key, member, most, placeMs).catch((error: unknown) => {
      away(error);
      return true;
    });
  return async (key, most, signal) => {
    const leaveOwn = await own(key, most, signal);
    const member = randomUUID();
    try {
      for (
        let wait = firstWaitMs;
        !(await enter(key, member, most));
        wait = Math.min(wait * 2, longestWaitMs)
      ) {
        await sleep(wait * (0.5 + Math.random() / 2), undefined, { signal });
      }
    } catch (error) {
      leaveOwn();
      signal.throwIfAborted();
      throw error;
    }
    const until = Date.now() + longestMs;
    const beat = setInterval(() => {
      if (Date.now() > until) end();
      else void enter(key, member, most);
    }, placeMs / 3).unref();
    const end = (): void => {
      clearInterval(beat);
      leaveOwn();
      // It ends by itself.
      store.leave(key, member).catch(() => undefined);
    };
    return end;
  };
}
