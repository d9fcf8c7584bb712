// Mutual exclusion over all workers: session advisory locks of Postgres, all held by one connection of their own,
// so that waiting for a lock never takes a connection from the work itself.
import { Client, type QueryResult } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Locks {
  lock<T>(key: string, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** First wait for a lock another process holds, doubled up to the longest, in milliseconds. */
const firstWait = 10;
const longestWait = 200;

/** Locks by key. Within this process callers of one key go in the order they came. */
export function databaseLocks(databaseUrl: string): Locks {
  return new DatabaseLocks(databaseUrl);
}

class DatabaseLocks implements Locks {
  private readonly lines = new Map<string, Promise<unknown>>();
  private client: Promise<Client> | undefined;
  private asked: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(private readonly databaseUrl: string) {}

  async lock<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.lines.get(key) ?? Promise.resolve();
    const mine = before.then(() => this.alone(key, work));
    const ended = mine.catch(() => undefined);
    this.lines.set(key, ended);
    try {
      return await mine;
    } finally {
      if (this.lines.get(key) === ended) this.lines.delete(key);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    const client = await this.client?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  private async alone<T>(key: string, work: () => Promise<T>): Promise<T> {
    const client = await this.take(key);
    try {
      return await work();
    } finally {
      // If the connection is gone, so is the lock.
      await this.ask(client, 'SELECT pg_advisory_unlock(hashtextextended($1, 0))', key).catch(
        () => undefined,
      );
    }
  }

  private async take(key: string): Promise<Client> {
    for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
      const client = await this.connected();
      const taking = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS ours';
      if ((await this.ask(client, taking, key)).rows[0]?.ours) return client;
      await sleep(wait * (0.5 + Math.random()));
    }
  }

  // One statement at a time: a connection does not take a second one before it has answered the first.
  private ask(client: Client, text: string, key: string): Promise<QueryResult<{ ours?: boolean }>> {
    const answer = this.asked.then(() => client.query<{ ours?: boolean }>(text, [key]));
    this.asked = answer.catch(() => undefined);
    return answer;
  }

  private connected(): Promise<Client> {
    if (this.closed) throw new Error('the worker is stopping');
    if (this.client) return this.client;
    const made: Promise<Client> = this.connect(() => {
      if (this.client === made) this.client = undefined;
    });
    this.client = made;
    return made;
  }

  private async connect(forget: () => void): Promise<Client> {
    const client = new Client({
      connectionString: this.databaseUrl,
      keepAlive: true,
      application_name: 'eclusa locks',
    });
    client.on('error', forget);
    client.on('end', forget);
    try {
      await client.connect();
      return client;
    } catch (error) {
      forget();
      throw error;
    }
  }
}
