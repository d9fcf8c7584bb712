// Live progress as server-sent events. However many people watch a run, it is read once per beat.
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { openRunStates } from '@eclusa/db';
import type { Request, Response } from 'express';
import { createHash } from 'node:crypto';
import type { Caller } from '../auth/workspace.decorator';
import { RunReportService } from './run-report.service';
import type { RunProgressDto } from './runs.dto';

/** Twice a second at most. */
const BEAT = 500;
/** Often enough that no proxy takes the silence for an end. */
const HEARTBEAT = 15_000;

interface Watched {
  watchers: Set<Response>;
  /** The last state sent, to send only what is new. */
  last: string;
  timer: NodeJS.Timeout | undefined;
}

@Injectable()
export class RunEventsService implements BeforeApplicationShutdown {
  private readonly logger = new Logger('RunEvents');
  private readonly runs = new Map<string, Watched>();
  private readonly heart = setInterval(() => this.beat(), HEARTBEAT).unref();

  constructor(private readonly report: RunReportService) {}

  /** Streams until the run ends or the watcher goes. 404 comes before the stream begins. */
  async watch({ workspaceId }: Caller, id: string, request: Request, answer: Response): Promise<void> {
    const first = await this.report.progress({ workspaceId }, id);
    if (request.destroyed) return;
    answer.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    answer.write('retry: 2000\n\n');
    const state = JSON.stringify(first);
    if (request.headers['last-event-id'] !== eventId(state)) send(answer, state);
    if (isOver(first)) return end(answer);
    this.join(workspaceId, id, state, answer);
  }

  /** Lets go of everybody, so that the process can end; their browsers come back. */
  beforeApplicationShutdown(): void {
    clearInterval(this.heart);
    for (const { watchers, timer } of this.runs.values()) {
      clearTimeout(timer);
      for (const answer of watchers) answer.end();
    }
    this.runs.clear();
  }

  private join(workspaceId: string, id: string, state: string, answer: Response): void {
    const watched = this.runs.get(id) ?? { watchers: new Set(), last: state, timer: undefined };
    const isFirst = !this.runs.has(id);
    this.runs.set(id, watched);
    watched.watchers.add(answer);
    answer.once('close', () => {
      watched.watchers.delete(answer);
      if (watched.watchers.size > 0 || this.runs.get(id) !== watched) return;
      clearTimeout(watched.timer);
      this.runs.delete(id);
    });
    if (isFirst) this.wait(workspaceId, id, watched);
  }

  private wait(workspaceId: string, id: string, watched: Watched): void {
    watched.timer = setTimeout(() => void this.look(workspaceId, id, watched), BEAT);
  }

  private async look(workspaceId: string, id: string, watched: Watched): Promise<void> {
    try {
      const progress = await this.report.progress({ workspaceId }, id);
      const state = JSON.stringify(progress);
      if (state !== watched.last) for (const answer of watched.watchers) send(answer, state);
      watched.last = state;
      if (isOver(progress)) return this.finish(id, watched);
    } catch (error) {
      // The database may be back at the next beat; a run that was deleted never is.
      if ((error as { status?: number }).status === 404) return this.finish(id, watched);
      this.logger.warn(`progress of ${id} could not be read: ${error instanceof Error ? error.message : ''}`);
    }
    if (this.runs.get(id) === watched) this.wait(workspaceId, id, watched);
  }

  private finish(id: string, watched: Watched): void {
    if (this.runs.get(id) === watched) this.runs.delete(id);
    for (const answer of watched.watchers) end(answer);
  }

  private beat(): void {
    for (const { watchers } of this.runs.values()) for (const answer of watchers) answer.write(': \n\n');
  }
}

function isOver({ state }: RunProgressDto): boolean {
  return !openRunStates.includes(state);
}

/** A watcher that does not read gets no more: the next state replaces what it missed. */
function send(answer: Response, state: string): void {
  if (answer.writableLength > 1024 * 1024) return void answer.destroy();
  answer.write(`id: ${eventId(state)}\nevent: progress\ndata: ${state}\n\n`);
}

/** Names what an event tells, the same in every process: a watcher that comes back says what it knows. */
function eventId(state: string): string {
  return createHash('sha256').update(state).digest('base64url').slice(0, 16);
}

function end(answer: Response): void {
  answer.write('event: end\ndata: {}\n\n');
  answer.end();
}
