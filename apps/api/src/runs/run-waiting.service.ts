// Waits until runs end. However many requests wait, one query a beat asks for all of their runs together.
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { openRunStates } from '@eclusa/db';
import type { DataSource } from 'typeorm';
import { Refusal } from '../http/refusal';

/** The longest a request may ask to wait, in seconds. */
export const MOST_WAIT_SECONDS = 60;
/** Requests that wait at once in this process; others are answered at once, as if their time were up. */
const mostWaiting = 2_000;
/** Between two looks, in milliseconds: soon at first, since most runs that are waited for are short. */
const firstBeatMs = 40;
const longestBeatMs = 400;

interface Waiting {
  id: string;
  done: (isOver: boolean) => void;
}

@Injectable()
export class RunWaiting implements BeforeApplicationShutdown {
  private readonly waiting = new Set<Waiting>();
  private timer: NodeJS.Timeout | undefined;
  private beatMs = firstBeatMs;

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** True once the run is over or gone; false when `seconds` are up, the caller left or this process ends. */
  async until(id: string, seconds: number, gone: AbortSignal): Promise<boolean> {
    if (seconds <= 0 || gone.aborted || this.waiting.size >= mostWaiting) return false;
    return new Promise((resolve) => {
      const waiting: Waiting = {
        id,
        done: (isOver) => {
          clearTimeout(late);
          gone.removeEventListener('abort', left);
          this.waiting.delete(waiting);
          resolve(isOver);
        },
      };
      const left = () => waiting.done(false);
      const late = setTimeout(left, seconds * 1_000);
      gone.addEventListener('abort', left, { once: true });
      this.waiting.add(waiting);
      this.beatMs = firstBeatMs;
      this.next();
    });
  }

  /** Lets go of everybody: their runs go on, and can be asked for again. */
  beforeApplicationShutdown(): void {
    clearTimeout(this.timer);
    for (const one of this.waiting) one.done(false);
  }

  private next(): void {
    this.timer ??= setTimeout(() => void this.look(), this.beatMs);
  }

  private async look(): Promise<void> {
    try {
      const ids = [...new Set([...this.waiting].map(({ id }) => id))];
      const open = await this.database.query<{ id: string }[]>(
        'SELECT id FROM run WHERE id = ANY($1::uuid[]) AND state = ANY($2::text[])',
        [ids, openRunStates],
      );
      const goesOn = new Set(open.map(({ id }) => id));
      const asked = new Set(ids);
      for (const one of this.waiting) if (asked.has(one.id) && !goesOn.has(one.id)) one.done(true);
    } catch {
      // The database may be back at the next beat; until then they wait.
    }
    this.timer = undefined;
    this.beatMs = Math.min(longestBeatMs, this.beatMs * 1.25);
    if (this.waiting.size > 0) this.next();
  }
}

/**
 * The seconds that `Prefer: wait=30` asks for; undefined without it. Other preferences are passed over, as RFC 7240 wants.
 * Throws 400 `api.wait-invalid` for what is no number of seconds; more than the most is cut.
 */
export function waitPreferred(header: string | undefined): number | undefined {
  for (const one of (header ?? '').slice(0, 500).split(/[,;]/)) {
    const [name = '', value = ''] = one.split('=').map((part) => part.trim());
    if (name.toLowerCase() !== 'wait') continue;
    const seconds = /^"?(\d{1,9})"?$/.exec(value)?.[1];
    if (seconds === undefined) throw new Refusal(400, 'api.wait-invalid', { seconds: MOST_WAIT_SECONDS });
    return Math.min(MOST_WAIT_SECONDS, Number(seconds));
  }
  return undefined;
}
