// How often a key may call: requests a minute, told in the answer's headers, and runs a day.
import { getQueueToken } from '@nestjs/bull';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { RUN_QUEUE } from '@eclusa/queue';
import type { Queue } from 'bull';
import type { Response } from 'express';
import { SharedThrottleStorage } from '../auth/throttle-storage';
import type { CallingKey } from '../auth/workspace.decorator';
import { CONFIG, type ApiConfig } from '../config';
import { Refusal } from '../http/refusal';

const minute = 60_000;
const day = 86_400_000;
/** Under load the answer comes late, and a count of one's own would let too many pass. */
const patienceMs = 5_000;

@Injectable()
export class KeyLimits implements OnApplicationShutdown {
  private readonly storage: SharedThrottleStorage;

  constructor(@Inject(getQueueToken(RUN_QUEUE)) queue: Queue, @Inject(CONFIG) config: ApiConfig) {
    this.storage = new SharedThrottleStorage(queue, config.queuePrefix, patienceMs);
  }

  onApplicationShutdown(): void {
    this.storage.onApplicationShutdown();
  }

  /** Counts a request. Throws 429 `api.key-too-often`; the headers say how many are left and when there are more. */
  async count({ id, perMinute }: CallingKey, answer: Response): Promise<void> {
    const { totalHits, timeToExpire } = await this.storage.increment(id, minute, perMinute, 0, 'key');
    answer.setHeader('ratelimit-limit', perMinute);
    answer.setHeader('ratelimit-remaining', Math.max(0, perMinute - totalHits));
    answer.setHeader('ratelimit-reset', timeToExpire);
    if (totalHits <= perMinute) return;
    answer.setHeader('retry-after', Math.max(1, timeToExpire));
    throw new Refusal(429, 'api.key-too-often', { limit: perMinute, seconds: Math.max(1, timeToExpire) });
  }

  /** Counts a run to be started. Throws 429 `api.key-quota`. Repeats of a call that is known count as well. */
  async countRun(key: CallingKey | undefined, answer: Response): Promise<void> {
    if (!key || key.runsPerDay === null) return;
    const now = new Date();
    const seconds = Math.ceil((day - (now.getTime() % day)) / 1000);
    const today = now.toISOString().slice(0, 10);
    const { totalHits } = await this.storage.increment(`${key.id}:${today}`, day, key.runsPerDay, 0, 'quota');
    if (totalHits <= key.runsPerDay) return;
    answer.setHeader('retry-after', seconds);
    throw new Refusal(429, 'api.key-quota', { limit: key.runsPerDay, hours: Math.ceil(seconds / 3600) });
  }
}
