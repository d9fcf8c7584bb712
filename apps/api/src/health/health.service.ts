// Asks Postgres and Redis whether they answer, within a bound.
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { RUN_QUEUE } from '@eclusa/queue';
import type { Queue } from 'bull';
import { DataSource } from 'typeorm';
import type { ReadinessDto } from './health.dto';

const PATIENCE = 2_000;

@Injectable()
export class HealthService {
  constructor(
    private readonly database: DataSource,
    @InjectQueue(RUN_QUEUE) private readonly queue: Queue,
  ) {}

  async check(): Promise<ReadinessDto> {
    const [postgres, redis] = await Promise.all([
      inTime(() => this.database.query('SELECT 1')),
      // A command sent while Redis is away waits in the client, so ask the connection first.
      inTime(() => (this.queue.client.status === 'ready' ? this.queue.client.ping() : Promise.reject())),
    ]);
    return {
      status: postgres && redis ? 'ok' : 'unavailable',
      checks: { postgres: word(postgres), redis: word(redis) },
    };
  }
}

function word(here: boolean): 'ok' | 'away' {
  return here ? 'ok' : 'away';
}

async function inTime(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE);
  });
  const answer = ask().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
